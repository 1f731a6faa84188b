import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameOrder, noText, textOrder, textOrders } from '#backend/summaries/name-order.ts';

const sorted = (names: readonly string[]) => names.toSorted((a, b) => (nameOrder(a) < nameOrder(b) ? -1 : 1));

test('names are ordered by their readings, syllable by syllable, then by tone', () => {
  expect(sorted(['张示例', '程示例', '陈样本', '蔡示例', '陈示例', '重庆示例'])).toEqual([
    '蔡示例',
    '陈示例',
    '陈样本',
    '程示例',
    '重庆示例',
    '张示例',
  ]);
  expect(sorted(['利示例', '李示例', '黎示例'])).toEqual(['黎示例', '李示例', '利示例']);
});

test('Latin names stand among the Chinese ones, whatever their width, case and spaces', () => {
  expect(sorted(['陈示例', 'Ｂ 示例', 'a示例', '爱示例'])).toEqual(['a示例', '爱示例', 'Ｂ 示例', '陈示例']);
});

test('different names never sort alike', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => (a === b) === (nameOrder(a) === nameOrder(b))));
});

test('of a text the beginning decides; one that is missing sorts behind every other', () => {
  expect(textOrder('')).toBe(noText);
  expect(textOrder('甲'.repeat(300))).toBe(textOrder('甲'.repeat(100)));
  fc.assert(
    fc.property(fc.option(fc.string({ unit: 'grapheme', maxLength: 300 })), (text) => {
      const order = textOrder(text);
      if (text === null || text.trim() === '') expect(order).toBe(noText);
      else expect(order <= noText).toBe(true);
      if (text !== null && [...text].length <= 80 && text === text.trim() && text !== '')
        expect(order).toBe(nameOrder(text));
      expect(textOrders()(text)).toBe(order);
    }),
  );
});
