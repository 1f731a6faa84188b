import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceIn, excerptOf } from '#renderer/features/application/difference.ts';

it.each([
  [
    '示例(云汀)公司',
    '示例（云汀）公司',
    [
      [2, 3],
      [5, 6],
    ],
  ],
  ['许听岚', '许听澜', [[2, 3]]],
  ['示例有限责任公司', '示例有限公司', [[4, 6]]],
  ['示例有限公司', '示例有限责任公司', []],
  ['𠮷田', '吉田', [[0, 2]]],
  ['一样', '一样', []],
])('marks what of %s is not in %s', (text, other, ranges) => {
  expect(differenceIn(text, other)).toEqual(ranges);
});

it('marks nothing of equal texts, and ranges in order within the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, other) => {
      expect(differenceIn(text, text)).toEqual([]);
      const flat = differenceIn(text, other).flat();
      expect(flat).toEqual(flat.toSorted((x, y) => x - y));
      expect(flat.every((at) => at >= 0 && at <= text.length)).toBe(true);
    }),
  );
});

describe('the part of a text that differs', () => {
  const shown = (text: string, other: string) => excerptOf(text, differenceIn(text, other));

  it('is told with what stands around it, the rest left out', () => {
    expect(shown('示例归樾家居用品有限责任公司', '示例归樾家居用品有限公司')).toEqual({
      text: '…品有限责任公司',
      ranges: [[4, 6]],
    });
    expect(shown('另一市归樾路77号B座902室', '示例市归樾路77号B座902室')).toEqual({
      text: '另一市归樾…',
      ranges: [[0, 2]],
    });
  });

  it('is the whole of a short text, and of one that only lacks something', () => {
    expect(shown('许听岚', '许听澜').text).toBe('许听岚');
    const whole = '示例归樾家居用品有限公司';
    expect(shown(whole, '示例归樾（深圳）家居用品有限公司')).toEqual({ text: whole, ranges: [] });
  });

  it('keeps every marked character', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'甲乙丙a𠮷'), maxLength: 24 });
    fc.assert(
      fc.property(letters, letters, (text, other) => {
        const ranges = differenceIn(text, other);
        const marked = (whole: string, marks: readonly (readonly [number, number])[]) =>
          marks.map(([from, to]) => whole.slice(from, to));
        const part = excerptOf(text, ranges);
        expect(marked(part.text, part.ranges)).toEqual(marked(text, ranges));
      }),
    );
  });
});
