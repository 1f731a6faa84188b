import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { gridOf, tileGroups } from '#shared/domain/page-tiles.ts';
import { measurePage } from '#shared/domain/page-quality.ts';
import { isLargeEnough, safeUpload, uploadAskOf } from '#shared/domain/upload-ask.ts';
import type { UploadProfile } from '#shared/domain/rule-pack.ts';
import { boxBlurred, drawnPage, mapped } from '#test/support/drawn-pixels.ts';
import '#test/support/property-seed.ts';

const page = drawnPage({ widthPx: 640, heightPx: 420 });
const few = { numRuns: 12 };

it('what is blurred more is never sharper', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 3 }), (radius, more) => {
      const once = measurePage(boxBlurred(page, radius));
      const twice = measurePage(boxBlurred(page, radius + more));
      expect(twice.sharpness ?? 0).toBeLessThanOrEqual((once.sharpness ?? 0) + 1e-9);
    }),
    few,
  );
});

it('with less light the paper is never lighter, with paler print the ink never darker', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.2, max: 1, noNaN: true }),
      fc.double({ min: 0.3, max: 1, noNaN: true }),
      (light, more) => {
        const lit = measurePage(mapped(page, (level) => level * light));
        const less = measurePage(mapped(page, (level) => level * light * more));
        expect(less.paper).toBeLessThanOrEqual(lit.paper);
        const pale = measurePage(mapped(page, (level) => 255 - (255 - level) * more));
        expect(pale.ink).toBeGreaterThanOrEqual(measurePage(page).ink);
      },
    ),
    few,
  );
});

it('more grain is never measured as less', () => {
  const grain = (at: number): number => (((at * 2_654_435_761) >>> 8) % 101) / 50 - 1;
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 4, max: 20 }), (amount, more) => {
      const grained = (by: number) => measurePage(mapped(page, (level, at) => level + grain(at) * by)).grain;
      expect(grained(amount + more)).toBeGreaterThan(grained(amount));
    }),
    few,
  );
});

it('boxes are shares of the page, and a turned slope is found with its sign', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9, max: 9 }), (degrees) => {
      const sloped = drawnPage({ slope: Math.tan((degrees * Math.PI) / 180) });
      const { skew, blurred, cut, glared } = measurePage(sloped);
      expect(skew ?? 99).toBeGreaterThan(degrees - 0.8);
      expect(skew ?? 99).toBeLessThan(degrees + 0.8);
      for (const { x, y, width, height } of [...blurred, ...cut, ...glared]) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
    few,
  );
});

it('groups of tiles are the tiles, each once', () => {
  const grid = gridOf({ widthPx: 640, heightPx: 480 });
  const tile = fc.integer({ min: 0, max: grid.columns * grid.rows - 1 });
  fc.assert(
    fc.property(fc.uniqueArray(tile), (tiles) => {
      const groups = tileGroups(grid, new Set(tiles));
      expect(groups.flat().toSorted((a, b) => a - b)).toEqual(tiles.toSorted((a, b) => a - b));
    }),
  );
});

const source = { tag: 'V', source: ['S6'], asOf: calendarDate('2026-11-22') } as const;
const profile = fc
  .record({ maxBytes: fc.integer({ min: 1, max: 9_000_000 }), short: fc.integer({ min: 1, max: 900 }) })
  .map(({ maxBytes, short }): UploadProfile => ({
    id: `p${maxBytes}`,
    title: { zh: '图', en: 'Image' },
    limits: [
      { id: 'size', maxBytes, ...source },
      { id: 'resolution', shortSidePx: short, longSidePx: short * 2, ...source },
    ],
  }));

it('what satisfies several profiles satisfies each of them', () => {
  fc.assert(
    fc.property(fc.array(profile, { minLength: 1, maxLength: 4 }), (profiles) => {
      const all = uploadAskOf(profiles);
      for (const one of profiles.map((each) => uploadAskOf([each]))) {
        expect(all.maxBytes ?? Infinity).toBeLessThanOrEqual(one.maxBytes ?? Infinity);
        const size = { widthPx: all.longSidePx ?? 0, heightPx: all.shortSidePx ?? 0 };
        expect(isLargeEnough(size, one)).toBe(true);
      }
    }),
  );
  expect(uploadAskOf([])).toEqual(safeUpload);
});
