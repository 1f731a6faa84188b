import fs from 'node:fs';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { BookType, WorkBook, WorkSheet } from '@e965/xlsx';
import { makeCreditCode } from '#shared/domain/credit-code.ts';
import { organisationCheckCharacter } from '#shared/domain/organisation-code.ts';

export type CellValue = string | number | boolean | null;

export function sheetOf(rows: readonly (readonly CellValue[])[]): WorkSheet {
  return utils.aoa_to_sheet(rows.map((row) => [...row]));
}

export function bookOf(sheets: Readonly<Record<string, WorkSheet>>): WorkBook {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return book;
}

export function bytesOf(book: WorkBook, bookType: BookType = 'xlsx'): Buffer {
  return write(book, { type: 'buffer', bookType, compression: true }) as Buffer;
}

export function saved(folder: string, name: string, bytes: Buffer): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, bytes);
  return file;
}

/** A workbook of one sheet. */
export function workbook(folder: string, name: string, rows: readonly (readonly CellValue[])[]): string {
  return saved(
    folder,
    name,
    bytesOf(bookOf({ 客户: sheetOf(rows) }), name.endsWith('.xls') ? 'biff8' : 'xlsx'),
  );
}

/**
 * A .csv file in GBK, as a Chinese spreadsheet saves it:
 * `客户名称,认证有效期至` above `示例甲,2027/1/31`.
 */
export function gbkCsv(folder: string): string {
  const name = 'bfcdbba7c3fbb3c6';
  const until = 'c8cfd6a4d3d0d0a7c6dad6c1';
  const client = 'cabec0fdbcd7';
  const rows = Buffer.from(`${name}2c${until}0d0a${client}`, 'hex');
  return saved(folder, '台账.csv', Buffer.concat([rows, Buffer.from(',2027/1/31\r\n')]));
}

/** A valid credit code of a company that can't exist: no county has an area number that ends in 99. */
export function creditCodeNo(index: number): string {
  const body = `MA${String(index).padStart(6, '0')}`;
  return makeCreditCode(`91440399${body}${organisationCheckCharacter(body)}`);
}

export const largeHeadings = [
  ...[
    '客户名称',
    '统一社会信用代码',
    '主体类型',
    '法定代表人',
    '管理员',
    '管理员手机',
    '住所',
    '成立日期',
    '平台',
    '小程序名称',
  ],
  ...['AppID', '认证有效期至', '负责人', '服务费(元)', '基本户开户行', '银行账号', '标签'],
];

/** Rows of as many clients, each with a mini program. */
export function largeRows(count: number): CellValue[][] {
  return Array.from({ length: count }, (_, index) => [
    `示例第${index}有限公司`,
    creditCodeNo(index),
    '企业',
    `样本法人${index}`,
    `样本管理员${index}`,
    `138${String(index).padStart(8, '0')}`,
    `示例市样本路${index}号`,
    `20${String(10 + (index % 10))}-0${1 + (index % 9)}-1${index % 10}`,
    '微信小程序',
    `示例小程序${index}`,
    `wx${index.toString(16).padStart(16, '0')}`,
    46_000 + (index % 800),
    `样本顾问${index % 4}`,
    1200 + (index % 50) * 100,
    '示例银行样本支行',
    `6222${String(index).padStart(12, '0')}`,
    '示例',
  ]);
}
