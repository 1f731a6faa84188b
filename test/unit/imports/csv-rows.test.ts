import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { guarded } from '#shared/domain/formula-guard.ts';
import { csvRows } from '#backend/imports/workbook/csv-rows.ts';
import { openWorkbook } from '#backend/imports/workbook/open-workbook.ts';
import { readSheet } from '#backend/imports/workbook/read-sheet.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import { gbkCsv, saved } from '#test/support/workbooks.ts';

const name = '台账.csv';
const rowsOf = (text: string) => csvRows(Buffer.from(text), name);
const cellsOf = (text: string) => rowsOf(text).map(({ cells }) => cells);

function failureOf(bytes: Buffer) {
  try {
    csvRows(bytes, name);
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, data: error.data };
    throw error;
  }
  throw new Error('expected a failure');
}

describe('a .csv file', () => {
  const text =
    '客户名称,统一社会信用代码,认证有效期至\r\n"示例甲, 分店",00123,2027/1/31\r\n=1+1,TRUE,12%\r\n';
  const cells = [
    ['客户名称', '统一社会信用代码', '认证有效期至'],
    ['示例甲, 分店', '00123', '2027/1/31'],
    ['=1+1', 'TRUE', '12%'],
  ];

  it('holds each cell as it was typed, in UTF-8 with its mark and without', () => {
    expect(cellsOf(text)).toEqual(cells);
    expect(cellsOf(`\uFEFF${text}`)).toEqual(cells);
  });

  it('is read in the code of Chinese spreadsheets', () => {
    expect(csvRows(fs.readFileSync(gbkCsv(temporaryFolder())), name)).toEqual([
      { rowNo: 1, cells: ['客户名称', '认证有效期至'] },
      { rowNo: 2, cells: ['示例甲', '2027/1/31'] },
    ]);
  });

  it.each([';', '\t', '|'])(
    'may be parted by %j, also under a title and with commas in its amounts',
    (mark) => {
      expect(cellsOf(`客户清单\n客户名称${mark}服务费\n示例甲${mark}1,200\n`)).toEqual([
        ['客户清单'],
        ['客户名称', '服务费'],
        ['示例甲', '1,200'],
      ]);
    },
  );

  it.each(['\r\n', '\n', '\r'])('counts its rows as a spreadsheet does, whatever ends them: %j', (end) => {
    expect(rowsOf(`客户名称,备注${end}${end}示例甲,"两行\n第二行"${end}示例乙,3`)).toEqual([
      { rowNo: 1, cells: ['客户名称', '备注'] },
      { rowNo: 3, cells: ['示例甲', '两行\n第二行'] },
      { rowNo: 4, cells: ['示例乙', '3'] },
    ]);
  });

  it.each(['<客户>', 'TABLE', 'ID', '{x}', '<html>'])('is text alone: its first cell may be %s', (first) => {
    expect(cellsOf(`${first},客户名称\n1,示例甲\n`)).toEqual([
      [first, '客户名称'],
      ['1', '示例甲'],
    ]);
  });

  it('gives back whatever was guarded and quoted', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom("'=", '=1+1', '"', '""', ',', '\r\n', '\n', ';;', '示例 "甲"'),
    );
    const row = fc.array(cell, { minLength: 2, maxLength: 5 });
    const quoted = (value: string) => `"${guarded(value).replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), fc.constantFrom(',', ';', '\t', '|'), (rows, mark) => {
        const file = rows.map((values) => values.map(quoted).join(mark)).join('\r\n');
        expect(cellsOf(file)).toEqual(rows.filter((values) => values.some((value) => value.trim() !== '')));
      }),
    );
  });

  it.each([
    ['客户名称,备注\n示例甲,1\n示例乙,"2\n示例丙,3\n', 3],
    ['客户名称,备注\n"示例甲,1\n示例乙,"2"\n', 2],
    ['客户名称,备注\n"示例"甲,1\n', 2],
    ['客户名称,备注\n\n示例甲,"两行\n第二行"\n示例乙,5"屏\n', 4],
  ])('is refused where quotation marks do not pair: %j', (bad, rowNo) => {
    expect(failureOf(Buffer.from(bad))).toEqual({ code: 'WORKBOOK_QUOTES', data: { name, rowNo } });
  });

  it('is refused when its bytes are no text of either', () => {
    expect(failureOf(Buffer.from([0xbf, 0xcd, 0xff, 0xff]))).toEqual({
      code: 'WORKBOOK_DAMAGED',
      data: { name, detail: 'neither UTF-8 nor GB 18030' },
    });
  });

  it('is a workbook of one sheet, by its name alone', async () => {
    const workbook = await openWorkbook(Buffer.from(text), '台账.CSV');
    expect(workbook.sheets).toEqual(['CSV']);
    expect(workbook.rowsOf('CSV').map((found) => found.cells)).toEqual(cells);
    await expect(openWorkbook(Buffer.from(text), '台账.txt')).rejects.toMatchObject({
      code: 'WORKBOOK_DAMAGED',
    });
  });

  it('of a spreadsheet that lost the digits of a code says so', async () => {
    const file = saved(
      temporaryFolder(),
      name,
      Buffer.from('客户名称,统一社会信用代码\n示例甲,9.14404E+17\n'),
    );
    const { rows } = await readSheet({ path: file, sheet: null, choices: [], remembered: [] });
    expect(rows[0]?.notes).toMatchObject([{ field: 'creditCode', level: 'error', code: 'digits_lost' }]);
  });
});
