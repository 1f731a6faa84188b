import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anchorAt,
  layoutOf,
  margin,
  nextScale,
  pageAt,
  pagesBetween,
  pointOf,
  scaleOf,
  turned,
  turnedPoint,
  turns,
  wheeledScale,
} from '#renderer/components/scan/stage-layout.ts';
import '#test/support/property-seed.ts';

const room = { width: 832, height: 632 };
const wide = { width: 1600, height: 1000 };
const high = { width: 500, height: 1200 };

describe('the scale', () => {
  it('fits the picture into the room, with its margin', () => {
    expect(scaleOf('window', 0, [wide], room)).toBe(0.5);
    expect(scaleOf('window', 90, [wide], room)).toBe(600 / 1600);
    expect(scaleOf('width', 0, [high], room)).toBe(1.6);
    expect(scaleOf('window', 0, [high], room)).toBe(0.5);
  });

  it('of several pages fits the largest', () => {
    expect(scaleOf('window', 0, [wide, high], room)).toBe(0.5);
    expect(scaleOf('width', 0, [high, wide], room)).toBe(0.5);
  });

  it('is what was chosen, whatever the room', () => {
    expect(scaleOf(2, 90, [wide], room)).toBe(2);
  });

  it('goes up and down by steps, from between two of them as well, and stays at the ends', () => {
    expect(nextScale(1, 1)).toBe(1.25);
    expect(nextScale(1, -1)).toBe(0.8);
    expect(nextScale(0.437, 1)).toBe(0.5);
    expect(nextScale(0.437, -1)).toBe(0.33);
    expect(nextScale(8, 1)).toBe(8);
    expect(nextScale(0.1, -1)).toBe(0.1);
    expect(nextScale(0.03, -1)).toBe(0.1);
  });

  it('of a wheel turned there and back is the same, and never leaves its bounds', () => {
    expect(wheeledScale(wheeledScale(1, 120), -120)).toBeCloseTo(1);
    expect(wheeledScale(1, -1e6)).toBe(8);
    expect(wheeledScale(1, 1e6)).toBe(0.1);
  });
});

describe('turning', () => {
  it('four times comes back', () => {
    expect([1, 2, 3, 4].reduce<(typeof turns)[number]>((turn) => turned(turn, 1), 0)).toBe(0);
    expect(turned(0, -1)).toBe(270);
  });

  it('takes the upper left corner to the upper right one, and on', () => {
    expect(turns.map((turn) => turnedPoint(0, 0, turn))).toEqual([
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 1, y: 1 },
      { x: 0, y: 1 },
    ]);
  });
});

describe('the layout', () => {
  const pages = [wide, high, wide];
  const layout = layoutOf(pages, { scale: 0.5, turn: 0, room });

  it('puts a small picture into the middle', () => {
    const { places, width, height } = layoutOf([wide], { scale: 0.25, turn: 0, room });
    expect({ width, height }).toEqual(room);
    expect(places).toEqual([{ width: 400, height: 250, left: 216, top: 191 }]);
  });

  it('puts pages one below the other, each in the middle', () => {
    expect(layout.width).toBe(room.width);
    expect(layout.places.map(({ left, top }) => [left, top])).toEqual([
      [margin, margin],
      [291, margin + 512],
      [margin, margin + 512 + 612],
    ]);
    expect(layout.height).toBe(2 * margin + 500 + 12 + 600 + 12 + 500);
  });

  it('tells the pages in sight and the one that is looked at', () => {
    expect(pagesBetween(layout, 0, 100)).toEqual({ first: 0, end: 1 });
    expect(pagesBetween(layout, 400, 1200)).toEqual({ first: 0, end: 3 });
    expect(pagesBetween(layout, 600, 700)).toEqual({ first: 1, end: 2 });
    expect(pagesBetween(layout, 9000, 9900)).toEqual({ first: 2, end: 3 });
    expect([0, 516, 530, 1200, 9000].map((y) => pageAt(layout, y))).toEqual([0, 0, 1, 2, 2]);
    expect(pageAt(layoutOf([], { scale: 1, turn: 0, room }), 10)).toBe(0);
  });

  it('finds a point again at any zoom', () => {
    const size = fc.record({
      width: fc.integer({ min: 10, max: 4000 }),
      height: fc.integer({ min: 10, max: 4000 }),
    });
    const scale = fc.double({ min: 0.1, max: 8, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(size, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...turns),
        scale,
        scale,
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sizes, turn, before, after, pick, x, y) => {
          const one = layoutOf(sizes, { scale: before, turn, room });
          const other = layoutOf(sizes, { scale: after, turn, room });
          const page = pick % sizes.length;
          const point = pointOf(one, { page, x, y });
          const anchor = anchorAt(one, point.x, point.y);
          expect(anchor.page).toBe(page);
          const again = pointOf(other, anchor);
          const wanted = pointOf(other, { page, x, y });
          expect(again.x).toBeCloseTo(wanted.x, 3);
          expect(again.y).toBeCloseTo(wanted.y, 3);
        },
      ),
    );
  });
});
