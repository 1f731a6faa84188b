import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate, dateOfEpochDay, epochDayOf } from '#shared/domain/calendar-date.ts';
import { parseTypedDate, parseTypedRange } from '#shared/domain/parse-date.ts';

const first = { kind: 'date', date: '2026-03-01' };
const someDate = fc
  .integer({ min: epochDayOf(calendarDate('1800-01-01')), max: epochDayOf(calendarDate('2999-12-31')) })
  .map(dateOfEpochDay);

describe('typed dates', () => {
  it.each([
    '2026-3-1',
    '2026-03-01',
    '2026/3/1',
    '2026.03.01',
    '2026年3月1日',
    '2026年03月01日',
    ' 2026 年 3 月 1 日 ',
    '20260301',
    '２０２６年３月１日',
    '２０２６－０３－０１',
    '2026。3。1',
    '2026、3、1',
    '2026—3—1',
    '2026 3 1',
    '2026年3月1号',
    '2026年3月1',
    '二〇二六年三月一日',
    '二○二六年三月一日',
    '2026年3月1日 星期日',
    '2026年3月1日（周日）',
    '2026-03-01T00:00:00',
    '2026-03-01 18:30',
    '2026/3/1 0:00:00',
    '2026-02-28T16:00:00.000Z',
    '2026-03-01T00:30:00+08:00',
    '2026-03-01T15:59:59Z',
    '\u200b2026-03-01\ufeff',
    '46082',
    46082,
    46082.75,
    20260301,
  ])('%j is the first of March 2026', (value) => {
    expect(parseTypedDate(value)).toEqual(first);
  });

  it.each([
    '长期',
    '长期有效',
    '无固定期限',
    '永久',
    '长久',
    ' 长 期 ',
    '无期限',
    '9999-12-31',
    '9999年12月31日',
    'long-term',
  ])('%j has no end', (text) => {
    expect(parseTypedDate(text)).toEqual({ kind: 'forever' });
  });

  it.each(['', '  ', '\u3000', '-', '—', '/', '--'])('%j is empty', (text) => {
    expect(parseTypedDate(text)).toEqual({ kind: 'empty' });
  });

  it.each([
    ['2026-02-29', 'no_such_day'],
    ['2026-13-01', 'no_such_day'],
    ['2026年4月31日', 'no_such_day'],
    ['20260230', 'no_such_day'],
    ['2026-02-30T10:00:00Z', 'no_such_day'],
    ['3/4/2026', 'ambiguous'],
    ['26-3-1', 'ambiguous'],
    ['2026年3月', 'ambiguous'],
    ['2026.03', 'ambiguous'],
    ['2026年', 'ambiguous'],
    ['无', 'ambiguous'],
    ['明天', 'not_a_date'],
    ['2026', 'not_a_date'],
    ['0206-03-01', 'not_a_date'],
    ['12345678', 'not_a_date'],
    ['2026-03-01-2027-03-01', 'not_a_date'],
    [19_999, 'not_a_date'],
    [80_001, 'not_a_date'],
    [Number.NaN, 'not_a_date'],
    [Number.POSITIVE_INFINITY, 'not_a_date'],
    [-46_082, 'not_a_date'],
  ] as const)('%j is refused: %s', (value, reason) => {
    expect(parseTypedDate(value)).toEqual({ kind: 'invalid', reason });
  });

  it('reads day and month in either order when only one makes a date', () => {
    expect(parseTypedDate('13/1/2026')).toEqual({ kind: 'date', date: '2026-01-13' });
    expect(parseTypedDate('1/13/2026')).toEqual({ kind: 'date', date: '2026-01-13' });
    expect(parseTypedDate('3.3.2026')).toEqual({ kind: 'date', date: '2026-03-03' });
    expect(parseTypedDate('31/2/2026')).toEqual({ kind: 'invalid', reason: 'no_such_day' });
  });

  it('reads tens in Chinese numerals', () => {
    expect(parseTypedDate('二〇一六年十二月三十一日')).toEqual({ kind: 'date', date: '2016-12-31' });
    expect(parseTypedDate('二零二六年十月二十日')).toEqual({ kind: 'date', date: '2026-10-20' });
    expect(parseTypedDate('二〇二六年十一月十日')).toEqual({ kind: 'date', date: '2026-11-10' });
  });

  it('knows the serial numbers of the 1900 system', () => {
    expect(parseTypedDate(36_526)).toEqual({ kind: 'date', date: '2000-01-01' });
    expect(parseTypedDate('20000')).toEqual({ kind: 'date', date: '1954-10-03' });
    expect(parseTypedDate(80_000)).toEqual({ kind: 'date', date: '2119-01-11' });
  });

  it('reads every date in every form it is written in', () => {
    const forms = [
      (y: string, m: string, d: string) => `${y}-${m}-${d}`,
      (y: string, m: string, d: string) => `${y}/${Number(m)}/${Number(d)}`,
      (y: string, m: string, d: string) => `${y}.${m}.${d}`,
      (y: string, m: string, d: string) => `${y}年${Number(m)}月${Number(d)}日`,
      (y: string, m: string, d: string) => y + m + d,
    ];
    fc.assert(
      fc.property(someDate, fc.constantFrom(...forms), (date, form) => {
        const [y = '', m = '', d = ''] = date.split('-');
        expect(parseTypedDate(form(y, m, d))).toEqual({ kind: 'date', date });
      }),
    );
  });

  it('answers every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['date', 'forever', 'empty', 'invalid']).toContain(parseTypedDate(text).kind);
        expect(['range', 'empty', 'invalid']).toContain(parseTypedRange(text).kind);
      }),
    );
  });
});

describe('typed ranges', () => {
  const range = { kind: 'range', from: '2016-03-01', until: '2036-02-28' };

  it.each([
    '2016年3月1日至2036年2月28日',
    '2016年03月01日 至 2036年02月28日',
    '自2016年3月1日起至2036年2月28日止',
    '2016.03.01-2036.02.28',
    '2016.03.01—2036.02.28',
    '2016-03-01-2036-02-28',
    '2016-03-01 - 2036-02-28',
    '2016-03-01~2036-02-28',
    '2016/3/1～2036/2/28',
    '20160301-20360228',
    '2016-03-01 to 2036-02-28',
    '2016年3月1日到2036年2月28日',
    '有效期限：2016.03.01-2036.02.28',
    '营业期限自2016年3月1日至2036年2月28日',
    '二〇一六年三月一日至二〇三六年二月二十八日',
  ])('%s', (text) => {
    expect(parseTypedRange(text)).toEqual(range);
  });

  it.each([
    '2016年3月1日至长期',
    '2016.03.01-长期',
    '2016年3月1日起长期有效',
    '2016-03-01至无固定期限',
    '2016-03-01至9999-12-31',
  ])('%s has no end', (text) => {
    expect(parseTypedRange(text)).toEqual({ kind: 'range', from: '2016-03-01', until: 'forever' });
  });

  it.each([
    '2036-02-28',
    '至2036年2月28日',
    '有效期至2036-02-28',
    '截至2036/2/28',
    '2036年2月28日止',
    '- 2036.02.28',
  ])('%s is only an end', (text) => {
    expect(parseTypedRange(text)).toEqual({ kind: 'range', until: '2036-02-28' });
  });

  it('reads a bare 长期 and an empty text', () => {
    expect(parseTypedRange('长期')).toEqual({ kind: 'range', until: 'forever' });
    expect(parseTypedRange('有效期至长期')).toEqual({ kind: 'range', until: 'forever' });
    expect(parseTypedRange(' ')).toEqual({ kind: 'empty' });
    expect(parseTypedRange('—')).toEqual({ kind: 'empty' });
  });

  it.each([
    ['2036年2月28日至2016年3月1日', 'reversed'],
    ['2016年3月1日起', 'ambiguous'],
    ['2016-03-01至', 'ambiguous'],
    ['2016年3月1日至今', 'not_a_date'],
    ['2016年3月1日至2036年2月30日', 'no_such_day'],
    ['2016年2月30日至2036年2月28日', 'no_such_day'],
    ['20年', 'not_a_date'],
  ] as const)('%s is refused: %s', (text, reason) => {
    expect(parseTypedRange(text)).toEqual({ kind: 'invalid', reason });
  });

  it('answers a pasted page at once', () => {
    for (const long of [
      `2026${' '.repeat(200_000)}x`,
      '-'.repeat(200_000) + '1',
      '2016-03-01至'.repeat(20_000),
    ]) {
      expect(parseTypedDate(long)).toEqual({ kind: 'invalid', reason: 'not_a_date' });
      expect(parseTypedRange(long)).toEqual({ kind: 'invalid', reason: 'not_a_date' });
    }
  });

  it('reads any two dates in order', () => {
    fc.assert(
      fc.property(someDate, someDate, fc.constantFrom('至', '-', ' ~ ', '—'), (a, b, separator) => {
        const [from = a, until = b] = [a, b].sort();
        expect(parseTypedRange(from + separator + until)).toEqual({ kind: 'range', from, until });
      }),
    );
  });
});
