import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight } from '#shared/domain/highlight.ts';
import { normaliseForSearch } from '#shared/domain/search-text.ts';

function marked(text: string, query: string): string[] {
  return highlight(text, query).map(({ start, end }) => text.slice(start, end));
}

describe('marking matches', () => {
  it('marks direct matches in the original spelling', () => {
    expect(highlight('深圳样本', '样')).toEqual([{ start: 2, end: 3 }]);
    expect(marked('示例（深圳）科技', '(深圳)')).toEqual(['（深圳）']);
    expect(marked('示例 Ａbc 公司', 'abc公')).toEqual(['Ａbc 公']);
    expect(marked('样本甲样本乙', '样本')).toEqual(['样本', '样本']);
    expect(marked('样样样', '样')).toEqual(['样样样']);
    expect(marked('𠮷野𠮷', '𠮷')).toEqual(['𠮷', '𠮷']);
    expect(marked('cafe\u0301 示例', 'É')).toEqual(['e\u0301']);
    expect(marked('深\u200b圳', '深圳')).toEqual(['深\u200b圳']);
  });

  it('marks initials when nothing matches directly', () => {
    expect(marked('深圳样本科技', 'ybk')).toEqual(['样本科']);
    expect(marked('深圳（样本）科技', 'szyb')).toEqual(['深圳', '样本']);
    expect(marked('重庆示例', 'cq')).toEqual(['重庆']);
    expect(marked('安A示例', 'a')).toEqual(['A']);
  });

  it('marks nothing without a match', () => {
    expect(highlight('深圳', '')).toEqual([]);
    expect(highlight('深圳', ' \u200b')).toEqual([]);
    expect(highlight('', '深')).toEqual([]);
    expect(highlight('深圳', '广')).toEqual([]);
    expect(highlight('深圳', 'gz')).toEqual([]);
  });

  it('keeps within the text, in order, apart', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(text, fc.nat(20), fc.nat(4), (whole, from, length) => {
        let last = -1;
        for (const { start, end } of highlight(whole, whole.slice(from, from + length))) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(whole.length);
          last = end;
        }
      }),
    );
  });

  it('marks whenever the text contains the query', () => {
    const text = fc
      .array(fc.constantFrom(...'深圳样本（Ａa1 \u200b𠮷e\u0301ﾊﾞ'), { maxLength: 8 })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(text, text, (whole, query) => {
        const wanted = normaliseForSearch(query);
        const contains = wanted !== '' && normaliseForSearch(whole).includes(wanted);
        if (contains) {
          const parts = marked(whole, query).map(normaliseForSearch).join('|');
          expect(parts).toContain(wanted);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
