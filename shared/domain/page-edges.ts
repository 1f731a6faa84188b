import type { InkPart } from './page-ink.ts';
import { quantile } from './page-pixels.ts';
import type { PagePixels, PixelBox } from './page-pixels.ts';

export const pageSides = ['left', 'top', 'right', 'bottom'] as const;
export type PageSide = (typeof pageSides)[number];

export type Colour = readonly [red: number, green: number, blue: number];

type Size = Pick<PagePixels, 'widthPx' | 'heightPx'>;

/** Beside a sheet lies another colour than the sheet's: the picture shows the sheet's edge there. */
const leastStep = 3.2;
/** So far from the sheet's own colour what is seen is the ground, whatever lies further in; a sheet's tint varies less. */
const furthestTint = 45;
/** Of the places along a side so many have to show the sheet running on. */
const runningShare = 0.6;
const samplesEach = 40;
/** The sheet is looked for so far in, as shares of the side that is crossed: its margin lies there. */
const [innerFrom, innerTo, innerSteps] = [0.015, 0.06, 14];

/**
 * The sides at which the sheet runs out of the picture, `sheet` being its colour. Where that is so at all four, the picture
 * shows nothing but the sheet, as a scanner cuts it out, and no side is told.
 */
export function runningSides(page: PagePixels, sheet: Colour): PageSide[] {
  const places = Array.from({ length: samplesEach }, (_, index) => 0.1 + (0.8 * (index + 0.5)) / samplesEach);
  const sides = pageSides.filter(
    (side) =>
      places.filter((place) => runsOn(page, side, place, sheet)).length >= samplesEach * runningShare ||
      isPatterned(
        places.map((place) => meanAt(page, side, place, atEdge)),
        sheet,
      ),
  );
  return sides.length === pageSides.length ? [] : sides;
}

/** The outermost pixels, as a share of the side that is crossed. */
const atEdge = 0.002;
/** The ground beside a sheet is even; so many places along a side differ so much where a printed border is cut through. */
const [patternStep, patternShare] = [12, 0.3];

/** Whether a side goes through something that is printed on the sheet. */
function isPatterned(colours: readonly Colour[], sheet: Colour): boolean {
  const channel = (at: 0 | 1 | 2): number =>
    quantile(
      colours.map((colour) => colour[at]),
      0.5,
    );
  const middle: Colour = [channel(0), channel(1), channel(2)];
  const isSheet = distanceOf(middle, sheet) <= furthestTint * 2;
  const odd = colours.filter((colour) => distanceOf(colour, middle) > patternStep);
  return isSheet && odd.length >= colours.length * patternShare;
}

/** Whether the outermost pixels at a place along a side are the sheet's, as those further in are. */
function runsOn(page: PagePixels, side: PageSide, place: number, sheet: Colour): boolean {
  const outer = meanAt(page, side, place, atEdge);
  if (distanceOf(outer, sheet) > furthestTint) return false;
  const distances = Array.from({ length: innerSteps }, (_, index) => {
    const inward = innerFrom + ((innerTo - innerFrom) * index) / (innerSteps - 1);
    return distanceOf(outer, meanAt(page, side, place, inward));
  });
  return quantile(distances, 0.5) < leastStep;
}

const distanceOf = (a: Colour, b: Colour): number =>
  Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));

/** The mean colour of a small square, so far along a side and so far in from it, both as shares. */
function meanAt(
  { data, widthPx, heightPx }: PagePixels,
  side: PageSide,
  along: number,
  inward: number,
): Colour {
  const isAcross = side === 'left' || side === 'right';
  const depth = side === 'left' || side === 'top' ? inward : 1 - inward;
  const [u, v] = isAcross ? [depth, along] : [along, depth];
  const x = Math.min(widthPx - 3, Math.max(2, Math.round(u * widthPx)));
  const y = Math.min(heightPx - 3, Math.max(2, Math.round(v * heightPx)));
  const sums: [number, number, number] = [0, 0, 0];
  for (let row = y - 2; row <= y + 2; row += 1)
    for (let column = x - 2; column <= x + 2; column += 1) {
      const at = (row * widthPx + column) * 3;
      sums[0] += data[at] ?? 0;
      sums[1] += data[at + 1] ?? 0;
      sums[2] += data[at + 2] ?? 0;
    }
  return [sums[0] / 25, sums[1] / 25, sums[2] / 25];
}

/** Ink that comes so near to the picture's edge runs out of it. */
const nearPx = 2;
/** Grains at the edge are smaller than what is left of a letter. */
const smallestCut = { heightPx: 8, widthPx: 4, area: 30 };

/** The sides at which letters run out of the picture, with the letters. */
export function lettersAtEdge(letters: readonly InkPart[], size: Size): Record<PageSide, PixelBox[]> {
  const found: Record<PageSide, PixelBox[]> = { left: [], top: [], right: [], bottom: [] };
  for (const { x, y, width, height, area } of letters) {
    const isLarge =
      height >= smallestCut.heightPx && width >= smallestCut.widthPx && area >= smallestCut.area;
    if (!isLarge) continue;
    const box = { x, y, width, height };
    if (x < nearPx) found.left.push(box);
    if (y < nearPx) found.top.push(box);
    if (x + width > size.widthPx - nearPx) found.right.push(box);
    if (y + height > size.heightPx - nearPx) found.bottom.push(box);
  }
  return found;
}
