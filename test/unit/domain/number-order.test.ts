import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberOrder } from '#shared/domain/number-order.ts';

const numbered = (year: number, seat: string, count: number): string =>
  `A-${year}-${seat}${`${count}`.padStart(5, '0')}`;
const sorted = (numbers: readonly string[]): string[] =>
  numbers.toSorted((a, b) => (numberOrder(a) < numberOrder(b) ? -1 : 1));

test('a year ends before the next one begins, and a sixth digit comes behind five', () => {
  const numbers = ['A-2025-A99999', 'A-2025-A100000', 'A-2026-A00001', 'A-2026-A00002', 'A-2026-B00001'];
  expect(sorted(numbers.toReversed())).toEqual(numbers);
});

test('numbers of a seat are sorted by year, then by their running number', () => {
  const number = fc.tuple(fc.integer({ min: 2014, max: 2100 }), fc.integer({ min: 1, max: 2_000_000 }));
  fc.assert(
    fc.property(fc.array(number), (all) => {
      const wanted = all.toSorted(([a, b], [c, d]) => a - c || b - d).map(([y, n]) => numbered(y, 'A', n));
      expect(sorted(all.map(([year, count]) => numbered(year, 'A', count)))).toEqual(wanted);
    }),
  );
});
