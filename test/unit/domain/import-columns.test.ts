import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCreditCode } from '#shared/domain/credit-code.ts';
import { findHeaderRow, headingKey, matchColumns, readHeader } from '#shared/domain/import-columns.ts';
import { importFields, importHeadings } from '#shared/domain/import-fields.ts';

const code = makeCreditCode('91440399MAXA01017');
const fieldsOf = (headings: readonly string[]) => matchColumns(headings).map(({ field }) => field);

describe('headings', () => {
  it('stand in the table in the form in which they are looked up, each for one field', () => {
    const all = Object.values(importHeadings).flat();
    expect(all.map(headingKey)).toEqual(all);
    expect(all).toHaveLength(new Set(all).size);
  });

  it('are known in any width, case and spacing, with a unit or without', () => {
    expect(
      fieldsOf([
        ' 客户 名称*',
        'ＡｐｐＩＤ',
        '服务费（元/年）',
        '统一社会信用代码\n（18位）',
        '认证有效期至',
      ]),
    ).toEqual(['name', 'appId', 'serviceFee', 'creditCode', 'certifiedUntil']);
  });

  it('give a field to the plainest of several', () => {
    expect(fieldsOf(['名称', '客户名称', '备注', '备注'])).toEqual([null, 'name', 'remark', null]);
  });
});

describe('the row of headings', () => {
  const headings = ['客户名称', '信用代码', '负责人'];

  it('is found below titles and group headings', () => {
    expect(
      findHeaderRow([['客户总表'], [], ['客户', '', '服务'], headings, ['示例甲', code, '样本甲']]),
    ).toBe(3);
    expect(findHeaderRow([['客户'], ['示例甲'], ['示例乙']])).toBe(0);
  });

  it('is not a row of values', () => {
    expect(
      findHeaderRow([
        ['示例甲公司', '公司', code, '样本甲'],
        ['示例乙公司', '公司', code, '样本甲'],
      ]),
    ).toBeUndefined();
    expect(
      readHeader([
        ['甲', '乙'],
        ['1', '2'],
      ]),
    ).toEqual({ found: false, missing: ['name'] });
  });

  it('may lack the name when the values show where it is, else what is missing is said', () => {
    const named = readHeader([
      ['甲方', '信用代码', '负责人'],
      ['示例甲有限公司', code, '样本甲'],
    ]);
    expect(named).toMatchObject({ found: true, columns: [{ field: 'name', how: 'guessed' }, {}, {}] });
    expect(
      readHeader([
        ['信用代码', '负责人'],
        [code, '样本甲'],
      ]),
    ).toEqual({ found: false, missing: ['name'] });
  });

  it('may hold nothing known above values that speak for themselves', () => {
    const rows = [['客户总表'], ['甲方', '编号'], ['示例甲有限公司', code], ['示例乙有限公司', '']];
    expect(readHeader(rows)).toMatchObject({
      found: true,
      index: 1,
      columns: [{ field: 'name' }, { field: 'creditCode' }],
    });
    expect(readHeader(rows.slice(2))).toEqual({ found: false, missing: ['name'] });
  });

  it('does not move when the user chooses', () => {
    const rows = [['客户'], ['代号', '信用代码', '负责人'], ['示例甲', code, '样本甲']];
    expect(readHeader(rows, [{ column: 0, field: 'name' }])).toMatchObject({ found: true, index: 1 });
  });

  it('is as wide as the sheet', () => {
    const read = readHeader([['客户名称'], ['示例甲', '', code, ' ']]);
    expect(read.found && read.columns).toEqual([
      { column: 0, heading: '客户名称', field: 'name', how: 'heading' },
      { column: 1, heading: '', field: null, how: 'skipped' },
      { column: 2, heading: '', field: 'creditCode', how: 'guessed' },
    ]);
  });
});

describe('matching', () => {
  const headings = ['客户名称', '代号', '备注', '其他'];
  const samples = [
    ['示例甲', 'wx0123456789abcdef', '', ''],
    ['示例乙', 'WX0123456789ABCDEE', '', ''],
  ];

  it('prefers the choice, then the last import, then the heading, then the values', () => {
    const remembered = new Map([
      ['其他', 'remark' as const],
      ['客户名称', null],
    ]);
    expect(matchColumns(headings, [{ column: 0, field: 'accountName' }], remembered, samples)).toMatchObject([
      { field: 'accountName', how: 'chosen' },
      { field: 'appId', how: 'guessed' },
      { field: null, how: 'skipped' },
      { field: 'remark', how: 'remembered' },
    ]);
  });

  it('leaves out what the user leaves out', () => {
    const choices = [
      { column: 1, field: null },
      { column: 2, field: null },
    ];
    expect(matchColumns(headings, choices, new Map(), samples).map(({ how }) => how)).toEqual([
      'heading',
      'skipped',
      'skipped',
      'skipped',
    ]);
  });

  it('gives no field twice, whatever the headings and choices', () => {
    const heading = fc.oneof(fc.constantFrom(...Object.values(importHeadings).flat()), fc.string());
    const choice = fc.record({ column: fc.nat(8), field: fc.constantFrom(...importFields, null) });
    const memory = fc
      .dictionary(heading, fc.constantFrom(...importFields, null))
      .map((entries) => new Map(Object.entries(entries)));
    fc.assert(
      fc.property(
        fc.array(heading, { maxLength: 9 }),
        fc.array(choice, { maxLength: 4 }),
        memory,
        (all, chosen, remembered) => {
          const columns = matchColumns(all, chosen, remembered);
          const fields = columns.flatMap(({ field }) => field ?? []);
          expect(columns.map(({ heading: text }) => text)).toEqual(all);
          expect(fields).toHaveLength(new Set(fields).size);
          for (const { field, how } of columns) expect(field === null).toBe(how === 'skipped');
        },
      ),
    );
  });
});
