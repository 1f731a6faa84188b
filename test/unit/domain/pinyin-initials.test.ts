import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialLetters, initialsOf } from '#shared/domain/pinyin-initials.ts';

describe('pinyin initials', () => {
  it.each([
    ['深圳市样本科技有限公司', 'SZSYBKJYXGS'],
    ['重庆示例银行', 'CQSLYH'],
    ['长沙行政服务', 'CSXZFW'],
    ['厦门长乐', 'XMCL'],
    ['绿女', 'LN'],
    ['示例（Ab-12）ＣＤ　科 技', 'SLAB12CDKJ'],
    ['𠮷野家', 'YJ'],
    ['㈱', ''],
    ['', ''],
    ['！，。👩\u200d💼', ''],
  ])('%s → %s', (text, initials) => {
    expect(initialsOf(text)).toBe(initials);
  });

  it('gives the place of each letter', () => {
    expect(initialLetters('𠮷（深')).toEqual([{ letter: 'S', start: 3, end: 4 }]);
  });

  it('gives letters and digits in ascending places for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(initialsOf(text)).toMatch(/^[A-Z0-9]*$/);
        let last = 0;
        for (const { start, end } of initialLetters(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
    );
  });
});
