import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { CFB, utils } from '@e965/xlsx';
import type { CellObject } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { makeCreditCode } from '#shared/domain/credit-code.ts';
import { readArchive } from '#backend/imports/workbook/archive.ts';
import { plainArchive } from '#backend/imports/workbook/plain-archive.ts';
import { readSheet } from '#backend/imports/workbook/read-sheet.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import { bookOf, bytesOf, saved, sheetOf, workbook } from '#test/support/workbooks.ts';
import type { CellValue } from '#test/support/workbooks.ts';

const code = makeCreditCode('91440399MAXA01017');
const headings = ['客户名称', '统一社会信用代码', '认证有效期至', '服务费', '银行账号'];

const read = (file: string, sheet: string | null = null) =>
  readSheet({ path: file, sheet, choices: [], remembered: [] });

async function rawOf(rows: readonly (readonly CellValue[])[], name = '示例.xlsx') {
  return (await read(workbook(temporaryFolder(), name, rows))).rows.map(({ raw }) => raw);
}

async function failureOf(bytes: Buffer, name = '示例.xlsx') {
  const failure: unknown = await read(saved(temporaryFolder(), name, bytes)).catch((error: unknown) => error);
  if (!(failure instanceof AppError)) throw new Error(`expected a known failure: ${String(failure)}`);
  return { code: failure.code, data: failure.data };
}

/** A sheet with one cell put in as the library keeps it. */
async function cellOf(cell: CellObject, date1904 = false) {
  const sheet = sheetOf([
    ['客户名称', '认证有效期至'],
    ['示例甲', 0],
  ]);
  sheet.B2 = cell;
  const book = bookOf({ 客户: sheet });
  if (date1904) book.Workbook = { WBProps: { date1904: true } };
  const { rows } = await read(saved(temporaryFolder(), '示例.xlsx', bytesOf(book)));
  return { raw: rows[0]?.raw[1], value: rows[0]?.values.certifiedUntil };
}

describe('cells', () => {
  it('are numbers without noise, and say when digits were lost', async () => {
    expect(
      await rawOf([headings, ['示例甲', Number('914403991234567890'), 0.1 + 0.2, 3600.5, 6222000100020003]]),
    ).toEqual([['示例甲', '9.14403991234568E+17', '0.3', '3600.5', '6.22200010002E+15']]);
    const file = workbook(temporaryFolder(), '示例.xlsx', [
      headings,
      ['示例甲', Number('914403991234567890'), null, null, 6222000100020003],
    ]);
    expect((await read(file)).rows[0]?.notes).toMatchObject([
      { field: 'creditCode', level: 'error', code: 'digits_lost' },
      { field: 'bankNumber', level: 'warning', code: 'digits_lost' },
    ]);
  });

  it.each([
    ['yyyy-mm-dd', 46283, '2026-09-18'],
    ['yyyy"年"m"月"d"日";@', 46283.75, '2026-09-18'],
    ['[$-804]yyyy/m/d dddd', 46283, '2026-09-18'],
    ['m/d/yy', 46283, '2026-09-18'],
    ['General', 46283, '46283'],
    ['0.00', 46283, '46283'],
    ['000000', 46283, '046283'],
    ['h:mm', 0.5, '0.5'],
  ])('formatted as %s: %d is %j', async (z, v, raw) => {
    expect((await cellOf({ t: 'n', v, z })).raw).toBe(raw);
  });

  it('know the dates of a workbook that begins in 1904, formatted or not', async () => {
    expect(await cellOf({ t: 'n', v: 44821, z: 'yyyy-mm-dd' }, true)).toEqual({
      raw: '2026-09-18',
      value: '2026-09-18',
    });
    expect(await cellOf({ t: 'n', v: 44821 }, true)).toEqual({ raw: '44821', value: '2026-09-18' });
  });

  it('know a date format that is only a number in the workbook', async () => {
    const sheet = sheetOf([
      ['客户名称', '认证有效期至'],
      ['示例甲', 46283],
      ['示例乙', 46284],
    ]);
    for (const place of ['B2', 'B3']) (sheet[place] as CellObject).z = 'yyyy-mm-dd';
    const parts = new Map(readArchive(bytesOf(bookOf({ 客户: sheet })), '', () => true, 1e9));
    const styles = parts.get('xl/styles.xml')?.toString('utf8') ?? '';
    const numbered = styles
      .replaceAll(/<numFmts.*<\/numFmts>/gu, '')
      .replaceAll(/numFmtId="(?!0")\d+"/gu, 'numFmtId="31"');
    expect(numbered).toContain('numFmtId="31"');
    parts.set('xl/styles.xml', Buffer.from(numbered));
    const { rows } = await read(saved(temporaryFolder(), '示例.xlsx', plainArchive(parts)));
    expect(rows.map(({ raw }) => raw[1])).toEqual(['2026-09-18', '2026-09-19']);
  });

  it('with errors and truth values are words', async () => {
    expect((await cellOf({ t: 'e', v: 0x17, w: '#REF!' })).raw).toBe('#REF!');
    expect((await cellOf({ t: 'b', v: true })).raw).toBe('TRUE');
  });
});

describe('sheets', () => {
  it('of .xls files are read like those of .xlsx files', async () => {
    const rows = [headings, ['示例（甲）有限公司', code, '2027年1月9日', 3600, '6222 0001']];
    const [modern, old] = [await rawOf(rows), await rawOf(rows, '旧.xls')];
    expect(old).toEqual(modern);
    expect(old).toEqual([['示例（甲）有限公司', code, '2027年1月9日', '3600', '6222 0001']]);
  });

  it('carry a cell that was merged downwards into each of its rows', async () => {
    const sheet = sheetOf([
      ['客户总表', null, null],
      ['客户名称', '小程序', null],
      [null, '小程序名称', 'AppID'],
      ['示例甲', '甲一', 'wx00000000000000a1'],
      [null, '甲二', 'wx00000000000000a2'],
    ]);
    sheet['!merges'] = ['A1:C1', 'A2:A3', 'B2:C2', 'A4:A5'].map((range) => utils.decode_range(range));
    const { headerRowNo, rows } = await read(
      saved(temporaryFolder(), '示例.xlsx', bytesOf(bookOf({ 客户: sheet }))),
    );
    expect(headerRowNo).toBe(3);
    expect(rows.map(({ rowNo, values }) => [rowNo, values.name, values.accountName])).toEqual([
      [4, '示例甲', '甲一'],
      [5, '示例甲', '甲二'],
    ]);
  });

  it('leave out empty rows, repeated headings and columns that mean nothing', async () => {
    const file = workbook(temporaryFolder(), '示例.xlsx', [
      ['客户名称', '主体类型', '内部'],
      ['示例甲', '企业', null],
      [null, null, '合计'],
      [],
      ['客户名称', '主体类型', '内部'],
      ['示例乙', '企业', 'x'],
    ]);
    expect((await read(file)).rows.map(({ rowNo }) => rowNo)).toEqual([2, 6]);
  });

  it('are chosen by their headings, those that are shown first', async () => {
    const book = bookOf({
      说明: sheetOf([['示例数据']]),
      旧: sheetOf([
        ['客户名称', '备注'],
        ['示例旧', ''],
      ]),
      新: sheetOf([
        ['客户名称', '备注'],
        ['示例新', ''],
      ]),
    });
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 0 }] };
    const file = saved(temporaryFolder(), '示例.xlsx', bytesOf(book));
    expect(await read(file)).toMatchObject({
      sheet: '新',
      sheets: ['说明', '新', '旧'],
      rows: [{ values: { name: '示例新' } }],
    });
    expect(await read(file, '旧')).toMatchObject({ sheet: '旧', rows: [{ values: { name: '示例旧' } }] });
  });
});

describe('files that are no good workbook', () => {
  const whole = () => bytesOf(bookOf({ 客户: sheetOf([headings, ['示例甲', code, '2027-01-09', 1, '1']]) }));

  it('are told from workbooks, whatever their name', async () => {
    const kinds: [Buffer, string][] = [
      [Buffer.from('%PDF-1.7\n%%EOF'), 'not a workbook: application/pdf'],
      [Buffer.from([0, 1, 2, 3, 250, 251]), 'not a workbook'],
      [
        plainArchive(new Map([['word/document.xml', Buffer.from('<w/>')]])),
        'not a workbook: another kind of archive',
      ],
    ];
    for (const [bytes, detail] of kinds) {
      expect(await failureOf(bytes)).toEqual({
        code: 'WORKBOOK_DAMAGED',
        data: { name: '示例.xlsx', detail },
      });
    }
  });

  it('are refused when they are cut off anywhere', async () => {
    const bytes = whole();
    for (let part = 0.05; part < 1; part += 0.05) {
      expect((await failureOf(bytes.subarray(0, Math.floor(bytes.length * part)))).code).toBe(
        'WORKBOOK_DAMAGED',
      );
    }
    const old = bytesOf(
      bookOf({
        客户: sheetOf([headings, ...Array.from({ length: 200 }, () => ['示例甲', code, '', 1, ''])]),
      }),
      'biff8',
    );
    for (const part of [0.02, 0.3, 0.6, 0.9]) {
      expect((await failureOf(old.subarray(0, Math.floor(old.length * part)), '旧.xls')).code).toBe(
        'WORKBOOK_DAMAGED',
      );
    }
  });

  it('are refused when a part does not match its checksum', async () => {
    const parts = readArchive(whole(), '', () => true, 1e9);
    const plain = plainArchive(parts);
    const at = plain.indexOf('示例甲');
    plain.write('x', at);
    expect(await failureOf(plain)).toMatchObject({
      code: 'WORKBOOK_DAMAGED',
      data: { detail: expect.stringContaining('checksum') as string },
    });
  });

  it('are refused when a sheet is broken inside', async () => {
    const parts = new Map(readArchive(whole(), '', () => true, 1e9));
    parts.delete('xl/worksheets/sheet1.xml');
    expect((await failureOf(plainArchive(parts))).code).toBe('WORKBOOK_DAMAGED');
  });

  it('are not unpacked when they would fill the memory', async () => {
    const bytes = Buffer.from(whole());
    const size = 0xfff00000;
    const at = bytes.lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml')) - 46;
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
    bytes.writeUInt32LE(size, at + 24);
    expect(await failureOf(bytes)).toMatchObject({
      code: 'FILE_TOO_LARGE',
      data: { limitBytes: 300 * 1024 * 1024 },
    });
  });

  it('can’t grow beyond the size that they declare', () => {
    const path = 'xl/workbook.xml';
    const small = plainArchive(new Map([[path, Buffer.alloc(100)]]));
    const packed = zlib.deflateRawSync(Buffer.alloc(10_000_000));
    const bomb = Buffer.concat([
      small.subarray(0, 30 + path.length),
      packed,
      small.subarray(130 + path.length),
    ]);
    const directory = bomb.lastIndexOf(path) - 46;
    for (const header of [0, directory + 2]) {
      bomb.writeUInt16LE(8, header + 8);
      bomb.writeUInt32LE(packed.length, header + 18);
    }
    bomb.writeUInt32LE(directory, bomb.length - 6);
    expect(() => readArchive(bomb, '示例.xlsx', () => true, 1e9)).toThrow(/WORKBOOK_DAMAGED/u);
  });

  it('with a password are called so, old and new', async () => {
    const encryptedZip = Buffer.from(whole());
    for (
      let at = encryptedZip.indexOf('PK\x01\x02');
      at >= 0;
      at = encryptedZip.indexOf('PK\x01\x02', at + 1)
    ) {
      encryptedZip.writeUInt16LE(1, at + 8);
    }
    const encrypted = { code: 'WORKBOOK_ENCRYPTED', data: { name: '示例.xlsx' } };
    expect(await failureOf(encryptedZip)).toEqual(encrypted);
    expect(await failureOf(oldWithPassword())).toEqual(encrypted);
  });

  it('are named without their folder', async () => {
    const folder = temporaryFolder();
    const failure: unknown = await read(folder).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'FILE_UNREADABLE',
      data: { name: path.basename(folder), detail: 'not a file' },
    });
    expect(fs.existsSync(folder)).toBe(true);
  });
});

/** An old workbook whose first record after the beginning says that the rest is encrypted (MS-XLS 2.4.117). */
function oldWithPassword(): Buffer {
  const compound = CFB as {
    readonly read: (bytes: Buffer, options: { readonly type: 'buffer' }) => object;
    readonly find: (container: object, path: string) => { content: Buffer; size: number };
    readonly write: (container: object, options: { readonly type: 'buffer' }) => Buffer;
  };
  const container = compound.read(bytesOf(bookOf({ 客户: sheetOf([headings]) }), 'biff8'), {
    type: 'buffer',
  });
  const stream = compound.find(container, '/Workbook');
  const beginning = 4 + Buffer.from(stream.content).readUInt16LE(2);
  const filePass = Buffer.from([0x2f, 0, 6, 0, 0, 0, 0x12, 0x34, 0x56, 0x78]);
  stream.content = Buffer.concat([
    stream.content.subarray(0, beginning),
    filePass,
    stream.content.subarray(beginning),
  ]);
  stream.size = stream.content.length;
  return compound.write(container, { type: 'buffer' });
}
