import { describe, expect, it, test } from 'vitest';
import { datesIn, termIn } from '#shared/domain/read-date.ts';

const daysIn = (text: string) => datesIn(text).dates.map(({ date }) => date);

describe('days in running text', () => {
  it.each([
    ['2021年03月16日', ['2021-03-16']],
    ['2021 年 3 月 6 日', ['2021-03-06']],
    ['2 0 2 1 年 0 3 月 1 6 日', ['2021-03-16']],
    ['2O21年O3月l6曰', ['2021-03-16']],
    ['2018.04.02-2038.04.02', ['2018-04-02', '2038-04-02']],
    ['二〇一六年三月二十一日', ['2016-03-21']],
    ['自 2020年1月2日 至 2025年1月1日', ['2020-01-02', '2025-01-01']],
    ['2024年13月40日', []],
    ['2023年02月29日', []],
    ['第 2024 号', []],
    ['', []],
  ])('%s', (text, days) => expect(daysIn(text)).toEqual(days));

  it('tells a day that may lack its last figure', () => {
    const isCut = (text: string) => datesIn(text).dates.map((day) => day.isCut);
    expect(isCut('2026年08月1')).toEqual([true]);
    expect(isCut('2026年08月12日')).toEqual([false]);
    expect(isCut('2026.08.12')).toEqual([false]);
  });

  it.each([
    ['2021年03月16日至长期', { from: '2021-03-16', until: 'forever' }],
    ['2021年03月16日长 期', { from: '2021-03-16', until: 'forever' }],
    ['长期', { from: undefined, until: 'forever' }],
    ['2018.04.02-2038.04.02', { from: '2018-04-02', until: '2038-04-02' }],
    ['2018.04.022038.04.02', { from: '2018-04-02', until: '2038-04-02' }],
    ['至2036年02月28日', { from: undefined, until: '2036-02-28' }],
    ['2036年02月28日', { from: undefined, until: '2036-02-28' }],
    ['2021年03月16日至', { from: '2021-03-16', until: undefined }],
    ['2038.04.02-2018.04.02', undefined],
    ['见正本', undefined],
  ])('the term %s', (text, term) => expect(termIn(text)).toEqual(term));
});

test.each(['2026年08月1日', '112026年08月12日', '2026年8月1'])('%s may lack a figure', (text) => {
  expect(datesIn(text).dates).toEqual([expect.objectContaining({ isCut: true })]);
});

test.each(['2026年8月1日', '2026年08月01日', '2026年 08月 12日', '2026-8-1'])('%s is whole', (text) => {
  expect(datesIn(text).dates).toEqual([expect.objectContaining({ isCut: false })]);
});
