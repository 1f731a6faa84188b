import { isGreyPage, sealsOf } from './page-colour.ts';
import { lettersAtEdge, runningSides } from './page-edges.ts';
import { grainOf } from './page-grain.ts';
import { inkMask, inkParts, letterParts } from './page-ink.ts';
import type { InkPart } from './page-ink.ts';
import { exposureOf, glaredTiles } from './page-light.ts';
import { lumaOf } from './page-pixels.ts';
import type { PagePixels, PixelBox } from './page-pixels.ts';
import { sharpnessOf, tileSharpness } from './page-sharpness.ts';
import { skewOf } from './page-skew.ts';
import { boxOfTiles, gridOf, tileGroups } from './page-tiles.ts';
import { pageSides } from './page-view.ts';
import type { PageSide } from './page-view.ts';
import { sharpnessLimit } from './quality-limits.ts';

/** A page is measured in a picture of this long side, in pixels, or its own where it is smaller: that is what a reviewer sees. */
export const measuredLongSidePx = 1600;
/** Raised whenever a measure changes, so that what was measured before is measured again. */
export const measuresForm = 2;

/** A part of a page in shares of its width and height. */
export type ShareBox = PixelBox;

/** What was measured of one page. Levels are 0 to 255. */
export type PageMeasures = {
  /** Size of the page as it is kept, in pixels; of a PDF, which has none, as it was drawn. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** How high its letters are, in the pixels of the page as it is kept; null where too little is written. */
  readonly letterPx: number | null;
  /** See `tileSharpness`; null where nothing is written. */
  readonly sharpness: number | null;
  readonly blurred: readonly ShareBox[];
  readonly grain: number;
  readonly paper: number;
  readonly ink: number;
  /** Share of the page that is glared. */
  readonly glare: number;
  readonly glared: readonly ShareBox[];
  /** Degrees; null where too little is written. */
  readonly skew: number | null;
  readonly cutSides: readonly PageSide[];
  readonly cut: readonly ShareBox[];
  readonly isGrey: boolean;
  readonly seals: readonly ShareBox[];
};

/** Letters that are needed to say anything of letters. */
const fewestLetters = 12;
/** So many boxes of one kind are kept, the largest. */
const mostBoxes = 4;
/** Fewer tiles beside each other are a lamp's reflection on a staple. */
const fewestGlared = 4;

/** Measures a page; `kept` is its size as it is kept, of which `page` may be a smaller picture. */
export function measurePage(
  page: PagePixels,
  kept: Pick<PageMeasures, 'widthPx' | 'heightPx'> = page,
): PageMeasures {
  const luma = lumaOf(page);
  const grid = gridOf(page);
  const parts = inkParts(inkMask(luma), luma);
  const letters = letterParts(parts, luma);
  const isWritten = letters.length >= fewestLetters;
  const tiles = tileSharpness(luma, grid, letters);
  const groupsOf = (chosen: ReadonlySet<number>, fewest: number) =>
    tileGroups(grid, chosen).filter((group) => group.length >= fewest);
  const soft = new Set([...tiles].flatMap(([tile, sharpness]) => (sharpness < sharpnessLimit ? [tile] : [])));
  const glared = groupsOf(glaredTiles(page, luma, grid), fewestGlared);
  const boxes = (groups: readonly (readonly number[])[]): ShareBox[] =>
    groups.slice(0, mostBoxes).map((group) => shareOf(boxOfTiles(grid, group, page), page));
  const cutLetters = lettersAtEdge(letters, page);
  const running = runningSides(page);
  return {
    widthPx: kept.widthPx,
    heightPx: kept.heightPx,
    letterPx: isWritten ? letterHeight(letters) * (kept.widthPx / page.widthPx) : null,
    sharpness: isWritten && tiles.size > 0 ? sharpnessOf(tiles) : null,
    blurred: boxes(groupsOf(soft, 1)),
    grain: grainOf(luma),
    ...exposureOf(luma, grid, letters),
    glare: glared.reduce((sum, group) => sum + group.length, 0) / (grid.columns * grid.rows),
    glared: boxes(glared),
    skew: skewOf(letters),
    cutSides: pageSides.filter(
      (side) => running.includes(side) || cutLetters[side].length >= fewestCutLetters,
    ),
    cut: pageSides
      .flatMap((side) =>
        running.includes(side) || cutLetters[side].length >= fewestCutLetters ? [sideBox(side)] : [],
      )
      .slice(0, mostBoxes),
    isGrey: isGreyPage(page),
    seals: sealsOf(page)
      .slice(0, mostBoxes)
      .map((box) => shareOf(box, page)),
  };
}

/** One letter at the edge may be a speck of the ground. */
const fewestCutLetters = 2;
/** How broad the mark at a cut side is, as a share of the page. */
const markShare = 0.03;

function sideBox(side: PageSide): ShareBox {
  switch (side) {
    case 'left':
      return { x: 0, y: 0, width: markShare, height: 1 };
    case 'right':
      return { x: 1 - markShare, y: 0, width: markShare, height: 1 };
    case 'top':
      return { x: 0, y: 0, width: 1, height: markShare };
    case 'bottom':
      return { x: 0, y: 1 - markShare, width: 1, height: markShare };
  }
}

/** The height above which a third of the ink stands: specks are many, but most of the ink is in letters. */
function letterHeight(letters: readonly InkPart[]): number {
  const sorted = letters
    .map(({ width, height, area }) => ({ side: Math.max(width, height), area }))
    .toSorted((a, b) => b.side - a.side);
  const whole = sorted.reduce((sum, { area }) => sum + area, 0);
  let seen = 0;
  for (const { side, area } of sorted) {
    seen += area;
    if (seen >= whole / 3) return side;
  }
  return 0;
}

const shareOf = (
  { x, y, width, height }: PixelBox,
  { widthPx, heightPx }: Pick<PagePixels, 'widthPx' | 'heightPx'>,
): ShareBox => ({ x: x / widthPx, y: y / heightPx, width: width / widthPx, height: height / heightPx });
