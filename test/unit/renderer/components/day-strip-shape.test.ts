import '#test/support/property-seed.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stripParts, room, stripScale, tickHeight } from '#renderer/components/day-strip-shape.ts';
import type { DayCounts, StripPart } from '#renderer/components/day-strip-shape.ts';

const due = (n: number): DayCounts => ({ legal: 0, due: n, overdue: 0 });
const heightOf = (parts: readonly StripPart[]): number =>
  parts.reduce((sum, { height }) => sum + height, Math.max(0, parts.length - 1));

test('as long as the fullest day has room there is a tick a matter', () => {
  const days = [{ legal: 1, due: 2, overdue: 1 }, due(10)];
  const scale = stripScale(days);
  expect(scale).toBeNull();
  expect(stripParts(due(10), scale)).toHaveLength(10);
  expect(days.flatMap((day) => stripParts(day, scale)).slice(0, 4)).toEqual(
    ['legal', 'due', 'due', 'overdue'].map((kind) => ({ kind, height: tickHeight })),
  );
  expect(stripScale([])).toBeNull();
});

test('of more, all days are drawn to one scale, and the smallest is still seen', () => {
  const days = [due(258), due(130), due(13), due(1), due(0)];
  const scale = stripScale(days);
  expect(days.map((day) => heightOf(stripParts(day, scale)))).toEqual([room, 20, tickHeight, tickHeight, 0]);
});

const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 5000 }));
const day = fc.record({ legal: count, due: count, overdue: count });

test('no day leaves its room, every kind is seen, and a day with more is never lower', () => {
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 22 }), (days) => {
      const scale = stripScale(days);
      for (const one of days) {
        const parts = stripParts(one, scale);
        expect(heightOf(parts)).toBeLessThanOrEqual(room);
        for (const kind of ['legal', 'due', 'overdue'] as const)
          expect(parts.some((part) => part.kind === kind)).toBe(one[kind] > 0);
        expect(parts.every(({ height }) => height >= tickHeight)).toBe(true);
      }
      const plain = days.map((one) => due(one.legal + one.due + one.overdue)).sort((a, b) => a.due - b.due);
      const heights = plain.map((one) => heightOf(stripParts(one, scale)));
      expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    }),
  );
});
