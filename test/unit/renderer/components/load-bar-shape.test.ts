import '#test/support/property-seed.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadScale, stretchPath } from '#renderer/components/load-bar-shape.ts';

const boxes = (path: string): number => path.split('z').length - 1;

test('as long as they fit there is a tick a matter, wider where there is room', () => {
  expect(loadScale(10, 234)).toEqual({ step: 9, tickWidth: 7 });
  expect(loadScale(100, 234)).toEqual({ step: 2, tickWidth: 1 });
  // Ticks that touch are none.
  expect(loadScale(200, 234)).toEqual({ step: 1.17, tickWidth: null });
  expect(stretchPath({ from: 2, count: 2, top: 2, height: 10 }, { step: 9, tickWidth: 7 })).toBe(
    'M18 2h7v10h-7zM27 2h7v10h-7z',
  );
});

test('of thousands, whole stretches are drawn to one scale', () => {
  const scale = loadScale(4680, 234);
  expect(scale).toEqual({ step: 0.05, tickWidth: null });
  expect(stretchPath({ from: 2000, count: 1000, top: 2, height: 10 }, scale)).toBe('M100 2h50v10h-50z');
  expect(stretchPath({ from: 0, count: 1, top: 2, height: 10 }, scale)).toBe('M0 2h1v10h-1z');
  expect(stretchPath({ from: 0, count: 0, top: 2, height: 10 }, scale)).toBe('');
});

test('a bar never needs more than its room, nor more boxes than px', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 50, max: 400 }), (longest, room) => {
      const scale = loadScale(longest, room);
      expect(longest * scale.step).toBeLessThanOrEqual(room + 1e-6);
      expect(boxes(stretchPath({ from: 0, count: longest, top: 2, height: 10 }, scale))).toBeLessThanOrEqual(
        room,
      );
    }),
  );
});
