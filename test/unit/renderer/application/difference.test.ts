import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differenceIn } from '#renderer/features/application/difference.ts';

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
