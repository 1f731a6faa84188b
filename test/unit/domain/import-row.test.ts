import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCreditCode } from '#shared/domain/credit-code.ts';
import { phoneText, readCell } from '#shared/domain/import-cell.ts';
import { importFields } from '#shared/domain/import-fields.ts';
import type { ImportField } from '#shared/domain/import-fields.ts';
import { parseImportRow } from '#shared/domain/import-row.ts';

const code = makeCreditCode('91440399MAXA01017');

const noteOf = (field: ImportField, text: string) => readCell(field, text).notes[0];

describe('a cell', () => {
  it.each<[ImportField, string, string]>([
    ['creditCode', ` ${code.toLowerCase()} `, code],
    [
      'creditCode',
      code.replaceAll(/./gu, (c) =>
        /[0-9A-Z]/u.test(c) ? String.fromCodePoint(c.codePointAt(0)! + 0xfee0) : c,
      ),
      code,
    ],
    ['administratorPhone', '138-0000 0101', '13800000101'],
    ['administratorPhone', '+86 １３８０００００１０１', '13800000101'],
    ['administratorPhone', '0591-8888 0000', '0591-8888 0000'],
    ['certifiedUntil', '2026年10月9日', '2026-10-09'],
    ['certifiedUntil', '46283', '2026-09-18'],
    ['certifiedUntil', '2025-10-10至2026-10-09', '2026-10-09'],
    ['licenceUntil', '2016.3.1-长期', 'forever'],
    ['establishedOn', '２０１８/５/９', '2018-05-09'],
    ['serviceFee', '¥3,600.50 元', '360050'],
    ['serviceFee', '3600', '360000'],
    ['entityType', '有限责任公司', 'company'],
    ['standing', '存续（在营、开业、在册）', 'operating'],
    ['standing', '在营（开业）企业', 'operating'],
    ['standing', ' 开业 ', 'operating'],
    ['standing', 'Active', 'operating'],
    ['standing', '列入经营异常名录', 'abnormal'],
    ['standing', 'Abnormal', 'abnormal'],
    ['standing', '吊销，未注销', 'closed'],
    ['standing', '注销', 'closed'],
    ['standing', 'De-registered', 'closed'],
    ['standingCheckedOn', '2026年9月1日', '2026-09-01'],
    ['platform', '微信小程序', 'wechat'],
    ['platform', '公众号', 'wechat'],
    ['appId', ' WX0123456789ABCDEF', 'wx0123456789abcdef'],
    ['bankNumber', '6222 0001-0002', '622200010002'],
    ['tags', '甲，乙 、甲', '甲、乙'],
    ['name', '示例  （甲）\n公司', '示例 （甲） 公司'],
    ['remark', ' 第一行\r\n第二行 ', '第一行\n第二行'],
  ])('%s %j is read as %j', (field, text, value) => {
    const reading = readCell(field, text);
    expect(reading.value).toBe(value);
    expect(reading.notes.filter(({ level }) => level !== 'fixed')).toEqual([]);
  });

  it.each<[ImportField, string, string, string]>([
    ['creditCode', '9.1440399123456E+17', 'error', 'digits_lost'],
    ['bankNumber', '2.0010010100011E+16', 'warning', 'digits_lost'],
    ['bankNumber', '4000O0001234', 'error', 'bank_number_alphabet'],
    ['bankNumber', '待补', 'warning', 'bank_number_words'],
    ['bankNumber', '12345', 'error', 'bank_number_length'],
    ['bankNumber', '4'.repeat(33), 'error', 'bank_number_length'],
    ['administratorPhone', '1380000000', 'warning', 'phone_doubtful'],
    ['administratorPhone', '08981234', 'warning', 'phone_doubtful'],
    ['creditCode', code.slice(0, 17), 'error', 'credit_code_length'],
    ['creditCode', `${code.slice(0, 12)}I${code.slice(13)}`, 'error', 'credit_code_alphabet'],
    ['creditCode', code.slice(0, 17) + (code.endsWith('A') ? 'B' : 'A'), 'error', 'credit_code_checksum'],
    ['creditCode', makeCreditCode('97440399MAXA01017'), 'warning', 'credit_code_prefix'],
    ['entityType', '火星企业', 'warning', 'entity_type_read_as'],
    ['entityType', '示例餐饮有限公司', 'warning', 'entity_type_read_as'],
    ['entityType', '不是公司', 'warning', 'entity_type_read_as'],
    ['entityType', 'Branch of Mars', 'warning', 'entity_type_read_as'],
    ['entityType', '不详', 'error', 'entity_type_unknown'],
    ['certifiedUntil', '2026-02-30', 'error', 'no_such_day'],
    ['certifiedUntil', '待定', 'error', 'not_a_date'],
    ['certifiedUntil', '3/4/2026', 'error', 'ambiguous_date'],
    ['certifiedUntil', '长期', 'error', 'forever_not_allowed'],
    ['licenceUntil', '2036-01-01至2016-01-01', 'error', 'dates_reversed'],
    ['standing', '待查', 'error', 'standing_unknown'],
    ['standingCheckedOn', '2026-02-30', 'error', 'no_such_day'],
    ['standingCheckedOn', '上周', 'error', 'not_a_date'],
    ['standingCheckedOn', '长期', 'error', 'forever_not_allowed'],
    ['serviceFee', '面议', 'error', 'not_an_amount'],
    ['serviceFee', '-5', 'error', 'not_an_amount'],
    ['platform', '商城', 'error', 'platform_unknown'],
    ['address', '#REF!', 'error', 'formula_error'],
    ['name', '20260922', 'error', 'not_a_name'],
    ['name', '有限公司', 'error', 'only_legal_form'],
    ['name', ' 个体工商户 ', 'error', 'only_legal_form'],
    ['name', '甲'.repeat(501), 'error', 'too_long'],
  ])('%s %j gets the %s %s', (field, text, level, noteCode) => {
    expect(noteOf(field, text)).toMatchObject({ field, level, code: noteCode });
  });

  it('says how it was read only when that is not what stands there', () => {
    expect(noteOf('certifiedUntil', '2026-10-09')).toBeUndefined();
    expect(noteOf('certifiedUntil', '2026.10.9')).toMatchObject({
      level: 'fixed',
      code: 'read_as',
      data: { value: '2026-10-09' },
    });
    expect(noteOf('serviceFee', '3600.5')).toBeUndefined();
    expect(noteOf('serviceFee', '3,600')).toMatchObject({ code: 'read_as', data: { value: '360000' } });
  });

  it('names the check character that a wrong code asks for', () => {
    expect(noteOf('creditCode', code.slice(0, 17) + (code.endsWith('A') ? 'B' : 'A'))?.data).toMatchObject({
      expected: code.at(-1),
      at: 17,
    });
  });

  it('counts the days of a workbook that begins in 1904', () => {
    expect(readCell('certifiedUntil', '44821', true).value).toBe('2026-09-18');
    expect(readCell('certifiedUntil', '2026-09-18', true).value).toBe('2026-09-18');
  });

  it('is read the same once it has been read, and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...importFields), fc.string({ unit: 'grapheme' }), (field, text) => {
        const { value } = readCell(field, text);
        if (value === undefined || field === 'serviceFee') return;
        const again = readCell(field, value);
        expect(again.value).toBe(value);
        // A doubt stays one.
        expect(again.notes.filter(({ code }) => code !== 'phone_doubtful')).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('telephone numbers', () => {
  it('have one form however often they are read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(phoneText(phoneText(text))).toBe(phoneText(text));
      }),
    );
  });
});

describe('a row', () => {
  it('takes the type from the code only when the sheet names none', () => {
    expect(parseImportRow({ name: '示例甲', creditCode: code })).toMatchObject({
      entityTypeOfCode: 'company',
      values: { name: '示例甲' },
    });
    const typed = parseImportRow({ name: '示例甲', creditCode: code, entityType: '分公司' });
    expect(typed).toMatchObject({ values: { entityType: 'branch' }, notes: [] });
    expect(typed.entityTypeOfCode).toBeUndefined();
    expect(parseImportRow({ name: '示例甲', creditCode: code, entityType: '个体户' }).notes).toMatchObject([
      { level: 'warning', code: 'entity_type_differs', data: { value: 'sole_trader', suggested: 'company' } },
    ]);
  });

  it('wonders at a day of checking that found nothing, and not at a standing without a day', () => {
    const codesOf = (cells: Parameters<typeof parseImportRow>[0]) =>
      parseImportRow({ name: '示例甲', ...cells }).notes.map(({ field, code: said }) => [field, said]);
    expect(codesOf({ standingCheckedOn: '2026-09-01' })).toEqual([['standing', 'standing_missing']]);
    expect(codesOf({ standing: '存续' })).toEqual([]);
    expect(codesOf({ standing: '存续', standingCheckedOn: '2026-09-01' })).toEqual([]);
    expect(codesOf({ standing: '待查', standingCheckedOn: '2026-09-01' })).toEqual([
      ['standing', 'standing_unknown'],
    ]);
  });

  it('checks an app id as its platform writes it', () => {
    const codesOf = (platform: string, appId: string) =>
      parseImportRow({ name: '示例甲', platform, accountName: '甲', appId }).notes.map((note) => note.code);
    expect(codesOf('微信', 'wx0123456789abcdef')).toEqual([]);
    expect(codesOf('微信', 'wx0123')).toEqual(['app_id_shape']);
    expect(codesOf('微信', 'gh_0123456789ab')).toEqual(['app_id_shape']);
    expect(codesOf('支付宝', '2021000000000199')).toEqual([]);
    expect(codesOf('微信商户号', '1900000199')).toEqual([]);
  });

  it('needs a name, and an account would like one', () => {
    expect(parseImportRow({}).notes).toMatchObject([{ field: 'name', level: 'error', code: 'empty' }]);
    expect(parseImportRow({ name: '#N/A' }).notes).toMatchObject([{ field: 'name', code: 'formula_error' }]);
    expect(parseImportRow({ name: '示例甲', certifiedUntil: '2027-01-01' }).notes).toMatchObject([
      { field: 'accountName', level: 'warning', code: 'account_name_missing' },
    ]);
  });
});
