import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, nameKey } from '#shared/domain/name-key.ts';

const NAME = '示例（深圳）科技有限公司';

describe('name keys', () => {
  it.each([
    '示例(深圳)科技有限公司',
    '示例﹙深圳﹚科技有限公司',
    '示例〔深圳〕科技有限公司',
    '示例【深圳】科技有限公司',
    '示例[深圳]科技有限公司',
    '示例［深圳］科技有限公司',
    ' 示例 （深圳）\u3000科技有限\u00a0公司',
    '\ufeff示例（深\u200b圳）科技\u200d有限公司\u200c',
  ])('%j is written in another way', (text) => {
    expect(nameKey(text)).toBe('示例(深圳)科技有限公司');
    expect(compareNames(text, NAME).level).toBe('equivalent');
  });

  it('keeps bracketed text and distinct words', () => {
    expect(compareNames('示例科技有限公司', NAME).level).toBe('different');
    expect(compareNames('示例有限公司', '示例有限责任公司').level).toBe('different');
    expect(compareNames('示例0科技', '示例O科技').level).toBe('different');
  });

  it('maps dots and upper-cases Latin letters', () => {
    for (const dot of '•・‧∙･·') expect(nameKey(`样本${dot}甲 ａbc`)).toBe('样本·甲ABC');
  });

  it('does not change a key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(nameKey(nameKey(text))).toBe(nameKey(text));
      }),
    );
  });
});

describe('comparing names', () => {
  it.each([
    ['示例(深圳)', '示例（深圳）', ['bracket_width']],
    ['示例【深圳】', '示例（深圳）', ['bracket_width']],
    ['示例 深圳', '示例深圳', ['spaces']],
    ['示例\u3000深圳', '示例 深圳', ['spaces']],
    ['示例ＡＢＣ', '示例ABC', ['width']],
    ['样本•甲', '样本·甲', ['dots']],
    ['样本･甲', '样本・甲', ['dots']],
    ['示例abc', '示例ABC', ['case']],
    ['示例ａ', '示例A', ['width', 'case']],
    ['示例\u200b', '示例', ['invisible']],
    ['示例\ufeff', '示例', ['invisible']],
    [' 示例（Ａ・b）\u200d', '示例(A·B)', ['bracket_width', 'spaces', 'width', 'dots', 'case', 'invisible']],
  ])('%j and %j differ in %j only', (a, b, differences) => {
    expect(compareNames(a, b)).toEqual({ level: 'equivalent', differences });
    expect(compareNames(b, a)).toEqual({ level: 'equivalent', differences });
  });

  it.each([
    ['示例科技', '示例科枝', 3],
    ['示例', '示例科技', 2],
    ['示例科技', '示例', 2],
    ['示例（深圳）科技', '示例(深川)科技', 4],
    ['样本\u200b 甲', '样本乙', 4],
    ['𠮷野甲', '𠮷野乙', 3],
    ['甲', '乙', 0],
    ['', '乙', 0],
  ])('%j and %j differ from index %i on', (a, b, at) => {
    expect(compareNames(a, b)).toEqual({ level: 'different', at });
  });

  it('finds every text identical to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(compareNames(text, text)).toEqual({ level: 'identical' });
      }),
    );
  });

  it('agrees with the keys and names at least one difference', () => {
    const name = fc
      .array(fc.constantFrom(...'示例（(【)）】 \u3000\u00a0Ａa·・･\u200b㈱①ﬁ'), { maxLength: 6 })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(name, name, (a, b) => {
        const comparison = compareNames(a, b);
        expect(comparison.level !== 'different').toBe(nameKey(a) === nameKey(b));
        if (comparison.level === 'equivalent') expect(comparison.differences).not.toEqual([]);
        if (comparison.level === 'different') expect(comparison.at).toBeLessThanOrEqual(a.length);
      }),
      { numRuns: 3000 },
    );
  });
});
