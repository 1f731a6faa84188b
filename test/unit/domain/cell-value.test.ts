import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate, dateOfEpochDay } from '#shared/domain/calendar-date.ts';
import { cellText, mayBeEmpty, optionsLike, readCellText } from '#shared/domain/cell-value.ts';
import type { CellType, CellValue } from '#shared/domain/cell-value.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { compactText } from '#shared/domain/plain-text.ts';

const value = (read: CellValue) => ({ kind: 'value', value: read });
const fault = (code: string) => ({ kind: 'fault', fault: { code } });
const types: CellType = {
  kind: 'entityType',
  options: entityTypes.map((type) => ({ value: type, label: `类型 ${type}` })),
};
const people: CellType = {
  kind: 'choice',
  isRequired: false,
  options: [
    { value: '1', label: '周岚' },
    { value: '2', label: '许闻' },
    { value: '3', label: '周岚' },
  ],
};
const term: CellType = { kind: 'term', forever: '无固定期限' };

const day = fc.integer({ min: -60_000, max: 370_000 }).map((n) => dateOfEpochDay(n));
const lineOfText = fc
  .string({ unit: 'binary-ascii', minLength: 1, maxLength: 60 })
  .map((text) => text.replaceAll(/[^ -~]/gu, '中').trim())
  .filter((text) => text !== '');
const cells: readonly (readonly [CellType, fc.Arbitrary<CellValue>])[] = [
  [{ kind: 'name' }, lineOfText],
  [{ kind: 'line' }, lineOfText],
  [{ kind: 'text' }, fc.array(lineOfText, { minLength: 1 }).map((lines) => lines.join('\n'))],
  [{ kind: 'platformKey' }, lineOfText.map((text) => `w${compactText(text).toLowerCase()}`)],
  [{ kind: 'clientCode', entityType: 'overseas' }, fc.stringMatching(/^[A-Z][0-9A-Z]{1,20}$/u)],
  [{ kind: 'money' }, fc.integer({ min: 0, max: 9_007_199_254_740 })],
  [{ kind: 'date' }, day],
  [term, fc.oneof(day, fc.constant('forever'))],
  [types, fc.constantFrom(...entityTypes)],
  [people, fc.constantFrom('2', null)],
];

describe('a value in a cell', () => {
  it.each(cells)('is read back from its text: %o', (type, values) => {
    const orNothing = mayBeEmpty(type) ? fc.option(values) : values;
    fc.assert(
      fc.property(orNothing, (one) => {
        expect(readCellText(type, cellText(type, one))).toEqual(value(one));
      }),
    );
  });

  it('is refused where it must not be empty', () => {
    expect(readCellText({ kind: 'name' }, ' \u200b ')).toEqual(fault('required'));
    expect(readCellText(types, '')).toEqual(fault('required'));
    expect(readCellText(people, '')).toEqual(value(null));
  });
});

describe('what is typed into a cell', () => {
  it('is one line where a line is meant, and keeps its lines in a remark', () => {
    expect(readCellText({ kind: 'line' }, '云汀\r\n 路 8 号')).toEqual(value('云汀 路 8 号'));
    expect(readCellText({ kind: 'text' }, '甲\r\n乙')).toEqual(value('甲\n乙'));
    expect(readCellText({ kind: 'line' }, '长'.repeat(501))).toEqual({
      kind: 'fault',
      fault: { code: 'too_long', limit: 500 },
    });
  });

  it('is a client’s code that passes its check, where the kind of body has one', () => {
    const company: CellType = { kind: 'clientCode', entityType: 'company' };
    expect(readCellText(company, '９１１１ ０１０８ ＭＡ０１ ２３４５ ＸＹ')).toMatchObject({
      kind: 'fault',
    });
    expect(readCellText(company, '91350100M000100Y43')).toEqual(value('91350100M000100Y43'));
    expect(readCellText(company, '91350100M000100Y44')).toEqual(fault('client_code'));
    expect(readCellText({ kind: 'clientCode', entityType: 'overseas' }, 'hk-123')).toEqual(value('HK123'));
    expect(readCellText({ kind: 'clientCode', entityType: null }, '91350100M000100Y44')).toMatchObject({
      kind: 'value',
    });
    expect(readCellText(company, '9.13502E+17')).toEqual(fault('digits_lost'));
  });

  it('is an amount, a sum too, and never less than nothing', () => {
    expect(readCellText({ kind: 'money' }, '2400*2-800')).toEqual(value(400_000));
    expect(readCellText({ kind: 'money' }, '￥1,200.50')).toEqual(value(120_050));
    expect(readCellText({ kind: 'money' }, '-5')).toEqual(fault('not_an_amount'));
  });

  it('is a day as people write it; no end only where one may be', () => {
    expect(readCellText({ kind: 'date' }, '2027年1月5日')).toEqual(value(calendarDate('2027-01-05')));
    expect(readCellText({ kind: 'date' }, '长期')).toEqual(fault('forever_not_allowed'));
    expect(readCellText(term, '长期')).toEqual(value('forever'));
    expect(readCellText(term, '2016-03-01至2036-02-28')).toEqual(value(calendarDate('2036-02-28')));
    expect(readCellText({ kind: 'date' }, '2027-02-30')).toEqual(fault('no_such_day'));
  });

  it('is one of the choices by its word, a recognised one, or none of them', () => {
    expect(readCellText(types, '有限责任公司')).toEqual(value('company'));
    expect(readCellText(types, '火星')).toEqual(fault('choice_unknown'));
    expect(readCellText(people, ' 许 闻 ')).toEqual(value('2'));
    expect(readCellText(people, '周岚')).toEqual(fault('choice_ambiguous'));
  });
});

it('a list is narrowed by what is typed, what begins so first', () => {
  const options = ['中国', '国企', '其他'].map((label) => ({ value: label, label }));
  expect(optionsLike(options, '国').map(({ label }) => label)).toEqual(['国企', '中国']);
  expect(optionsLike(options, '')).toHaveLength(3);
});
