import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measurePage } from '#shared/domain/page-quality.ts';
import type { PagePixels } from '#shared/domain/page-pixels.ts';
import { borderColour, sheetCorners } from '#shared/domain/page-sheet.ts';
import { pageSides } from '#shared/domain/page-view.ts';
import type { PageSide } from '#shared/domain/page-view.ts';
import {
  boxBlurred,
  cutOut,
  drawnPage,
  grainAt,
  mapped,
  onGround,
  painted,
  turnedBy,
} from '#test/support/drawn-pixels.ts';
import '#test/support/property-seed.ts';

const cutSides = (page: PagePixels): readonly PageSide[] => measurePage(page).cutSides;

const evenGround = [200, 198, 192] as const;
const sheet = drawnPage({ widthPx: 700, heightPx: 460 });

/** Light that falls by a share from one side of the picture to the other, and grains of so many levels. */
function lit(page: PagePixels, fall: number, from: PageSide, grain: number): PagePixels {
  const { widthPx, heightPx } = page;
  return mapped(page, (level, at) => {
    const x = (Math.floor(at / 3) % widthPx) / widthPx;
    const y = Math.floor(at / 3 / widthPx) / heightPx;
    const away = { left: x, right: 1 - x, top: y, bottom: 1 - y }[from];
    return level * (1 - fall * away) + grainAt(at) * grain;
  });
}

/** Without so much of the picture at some sides. */
function without(page: PagePixels, shares: Partial<Record<PageSide, number>>): PagePixels {
  const [left, top] = [
    Math.round((shares.left ?? 0) * page.widthPx),
    Math.round((shares.top ?? 0) * page.heightPx),
  ];
  const width = page.widthPx - left - Math.round((shares.right ?? 0) * page.widthPx);
  const height = page.heightPx - top - Math.round((shares.bottom ?? 0) * page.heightPx);
  return cutOut(page, { x: left, y: top, width, height });
}

/** Planks across the picture, each with its own tint and a dark joint. */
function onPlanks(page: PagePixels, groundPx: number): PagePixels {
  const { widthPx, heightPx } = onGround(page, groundPx);
  const planks = painted(
    onGround(page, groundPx),
    { x: 0, y: 0, width: widthPx, height: heightPx },
    (x, y) => {
      const isSheet = x >= groundPx && x < widthPx - groundPx && y >= groundPx && y < heightPx - groundPx;
      if (isSheet) return undefined;
      if (y % 31 < 3) return [70, 48, 30];
      const tint = (Math.floor(y / 31) % 3) * 12;
      return [169 - tint, 118 - tint, 74 - tint];
    },
  );
  return planks;
}

describe('a sheet that is seen whole', () => {
  it('is never cut, however the light falls on its even ground', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        fc.constantFrom(...pageSides),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 16, max: 140 }),
        (fall, from, grain, groundPx) => {
          const page = lit(onGround(sheet, groundPx, evenGround), fall, from, grain);
          expect(cutSides(page)).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is not cut where it lies a little turned', () => {
    for (const degrees of [-7, -3, 1, 2, 5])
      expect(cutSides(turnedBy(onGround(sheet, 90, evenGround), degrees))).toEqual([]);
  });

  it('is not cut where only the corners of the picture itself touch its sides', () => {
    // A scan of a sheet with some ground around it that was turned afterwards, in a picture just large enough for it.
    const scan = onGround(sheet, 24, [241, 240, 237]);
    for (const degrees of [-4, 1, 3]) {
      const turned = turnedBy(onGround(scan, 60), degrees);
      const [sin, cos] = [Math.sin, Math.cos].map((of) => Math.abs(of((degrees * Math.PI) / 180))) as [
        number,
        number,
      ];
      const width = Math.round(scan.widthPx * cos + scan.heightPx * sin);
      const height = Math.round(scan.widthPx * sin + scan.heightPx * cos);
      const [x, y] = [(turned.widthPx - width) >> 1, (turned.heightPx - height) >> 1];
      expect(cutSides(cutOut(turned, { x, y, width, height }))).toEqual([]);
    }
  });

  it('is not cut where the joints of its ground go through the whole picture', () => {
    expect(cutSides(onPlanks(sheet, 100))).toEqual([]);
  });

  it('is not cut where it fills the picture, alone or between the bars of a screen', () => {
    expect(cutSides(sheet)).toEqual([]);
    const bar = painted(sheet, { x: 0, y: 0, width: 700, height: 40 }, () => [30, 90, 160]);
    expect(cutSides(bar)).toEqual([]);
    const screen = painted(bar, { x: 0, y: 430, width: 700, height: 30 }, () => [235, 235, 238]);
    expect(cutSides(screen)).toEqual([]);
  });
});

describe('a sheet that runs out of the picture', () => {
  it('is cut at that side, wherever it is cut through and however the light falls', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pageSides),
        fc.double({ min: 0.13, max: 0.3, noNaN: true }),
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        fc.constantFrom(...pageSides),
        (side, share, fall, from) => {
          const whole = lit(onGround(sheet, 60, evenGround), fall, from, 2);
          expect(cutSides(without(whole, { [side]: share }))).toEqual([side]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is cut at both sides where it runs out of two', () => {
    const page = onGround(drawnPage({ widthPx: 700, heightPx: 460, marginPx: 130 }), 60, evenGround);
    const whole = turnedBy(page, 1);
    expect(cutSides(without(whole, { left: 0.12, right: 0.12 }))).toEqual(['left', 'right']);
    expect(cutSides(without(whole, { left: 0.12, bottom: 0.18 }))).toEqual(['left', 'bottom']);
  });

  it('is cut where it lies a little turned too', () => {
    const turned = turnedBy(onGround(sheet, 90, evenGround), 3);
    expect(cutSides(without(turned, { right: 0.25 }))).toEqual(['right']);
  });

  it('is cut on a scanner of nearly its own colour, where only a shadow shows its edge', () => {
    const paper = drawnPage({ widthPx: 700, heightPx: 460, paper: [250, 248, 240] });
    const shaded = painted(
      onGround(paper, 20, [246, 245, 240]),
      { x: 17, y: 17, width: 706, height: 466 },
      (x, y) => (x < 3 || y < 3 || x >= 703 || y >= 463 ? [214, 213, 208] : undefined),
    );
    const scanned = boxBlurred(shaded, 1);
    expect(cutSides(scanned)).toEqual([]);
    expect(cutSides(without(scanned, { bottom: 0.1 }))).toEqual(['bottom']);
  });

  it('is cut where letters run out of a picture that shows nothing but the sheet', () => {
    const page = drawnPage();
    expect(cutSides(cutOut(page, { x: 70, y: 0, width: 900, height: 700 }))).toContain('left');
  });
});

describe('the sheet in a picture', () => {
  const spanOf = (page: PagePixels) => {
    const corners = sheetCorners(page);
    if (corners === undefined) return undefined;
    const [xs, ys] = [corners.map(([x]) => x * page.widthPx), corners.map(([, y]) => y * page.heightPx)];
    return { x: [Math.min(...xs), Math.max(...xs)], y: [Math.min(...ys), Math.max(...ys)] };
  };
  const expectAround = (span: readonly number[] | undefined, from: number, to: number): void => {
    expect(span?.[0]).toBeLessThanOrEqual(from);
    expect(span?.[0]).toBeGreaterThan(from - 14);
    expect(span?.[1]).toBeGreaterThanOrEqual(to);
    expect(span?.[1]).toBeLessThan(to + 14);
  };

  it('is found on an even ground, with a little of it, however the light falls', () => {
    for (const fall of [0, 0.2, 0.4]) {
      const span = spanOf(lit(onGround(sheet, 110, evenGround), fall, 'bottom', 3));
      expectAround(span?.x, 110, 810);
      expectAround(span?.y, 110, 570);
    }
  });

  it('is found by all of its corners where it lies a little turned', () => {
    const page = turnedBy(onGround(sheet, 110, evenGround), 4);
    const span = spanOf(page);
    const turn = (4 * Math.PI) / 180;
    const [across, down] = [
      700 * Math.cos(turn) + 460 * Math.sin(turn),
      700 * Math.sin(turn) + 460 * Math.cos(turn),
    ];
    expectAround(span?.x, (page.widthPx - across) / 2, (page.widthPx + across) / 2);
    expectAround(span?.y, (page.heightPx - down) / 2, (page.heightPx + down) / 2);
  });

  it('ends with the picture at a side at which it is cut', () => {
    const page = without(onGround(sheet, 60, evenGround), { right: 0.15 });
    expect(spanOf(page)?.x[1]).toBe(page.widthPx);
    expectAround(spanOf(page)?.y, 60, 520);
  });

  it('is found where it is small, as a card on a scanner for large sheets', () => {
    const card = drawnPage({ widthPx: 300, heightPx: 190, paper: [207, 227, 238], marginPx: 24 });
    for (const degrees of [0, 5]) {
      const page = turnedBy(lit(onGround(card, 350, [244, 243, 240]), 0.2, 'right', 2), degrees);
      const turn = (degrees * Math.PI) / 180;
      const across = 300 * Math.cos(turn) + 190 * Math.sin(turn);
      const down = 300 * Math.sin(turn) + 190 * Math.cos(turn);
      const span = spanOf(page);
      // The very tips of its corners may stand out.
      expectAround(span?.x, 500 - across / 2 + 6, 500 + across / 2 - 6);
      expectAround(span?.y, 445 - down / 2 + 6, 445 + down / 2 - 6);
    }
  });

  it('is not found where the picture shows nothing else, whatever rules are printed on it', () => {
    expect(sheetCorners(sheet)).toBeUndefined();
    const ruled = painted(
      drawnPage({ widthPx: 700, heightPx: 460, marginPx: 90 }),
      { x: 40, y: 40, width: 620, height: 380 },
      (x, y) => (x < 4 || y < 4 || x >= 616 || y >= 376 ? [150, 40, 40] : undefined),
    );
    expect(sheetCorners(ruled)).toBeUndefined();
  });

  it('has the ground in most of its border', () => {
    expect(borderColour(onGround(sheet, 20, evenGround))).toEqual([...evenGround]);
  });
});
