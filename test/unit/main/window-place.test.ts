import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minimumSize, placeWindow } from '../../../electron/main/window-place.ts';
import type { Rectangle } from '../../../electron/main/window-place.ts';

const laptop: Rectangle = { x: 0, y: 0, width: 1920, height: 1040 };
const right: Rectangle = { x: 1920, y: 0, width: 2560, height: 1400 };

test('the first window is of the usual size, in the middle of the main display', () => {
  expect(placeWindow(null, [laptop, right])).toEqual({
    bounds: { x: 240, y: 70, width: 1440, height: 900 },
    maximized: false,
  });
});

test('a window comes back where it was', () => {
  const saved = { bounds: { x: 2000, y: 100, width: 1500, height: 1000 }, maximized: true };
  expect(placeWindow(saved, [laptop, right])).toEqual(saved);
});

test('a window of a display that is gone comes up on the main one and stays maximised', () => {
  const saved = { bounds: { x: 2000, y: 100, width: 1500, height: 1000 }, maximized: true };
  expect(placeWindow(saved, [laptop])).toEqual({
    bounds: { x: 240, y: 70, width: 1440, height: 900 },
    maximized: true,
  });
});

test('a window that hangs over an edge is moved in, one that is too large is made smaller', () => {
  const hanging = { bounds: { x: 1000, y: -200, width: 1440, height: 900 }, maximized: false };
  expect(placeWindow(hanging, [laptop]).bounds).toEqual({ x: 480, y: 0, width: 1440, height: 900 });
  const large = { bounds: { x: 0, y: 0, width: 4000, height: 4000 }, maximized: false };
  expect(placeWindow(large, [laptop]).bounds).toEqual({ x: 0, y: 0, width: 1920, height: 1040 });
});

test('wherever it was, a window shows whole on some display that is large enough for it', () => {
  const number = fc.integer({ min: -5000, max: 5000 });
  const size = fc.integer({ min: 1, max: 6000 });
  const bounds = fc.record({ x: number, y: number, width: size, height: size });
  const area = fc.record({
    x: number,
    y: number,
    width: fc.integer({ min: minimumSize.width, max: 4000 }),
    height: fc.integer({ min: minimumSize.height, max: 3000 }),
  });
  fc.assert(
    fc.property(bounds, fc.tuple(area, area), (saved, areas) => {
      const place = placeWindow({ bounds: saved, maximized: false }, areas).bounds;
      expect(place.width).toBeGreaterThanOrEqual(minimumSize.width);
      expect(place.height).toBeGreaterThanOrEqual(minimumSize.height);
      expect(areas.some((display) => isWithin(place, display))).toBe(true);
    }),
  );
});

const isWithin = (inner: Rectangle, outer: Rectangle): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
