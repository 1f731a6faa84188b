import { quantile } from './page-pixels.ts';
import type { PagePixels, PixelBox } from './page-pixels.ts';
import { shrunkBy } from './page-view.ts';
import type { Colour } from './page-view.ts';

/** It is looked at in a picture of at most this long side. */
const longSidePx = 400;
/** What differs so much from the ground is none; the border is ground in so much of its length. */
const [mostSpread, groundShare] = [16, 0.95];
/** What lies on the ground fills its box, and isn't a line of writing on a sheet; nor is it a speck. */
const [leastFill, leastArea] = [0.7, 0.03];
/** A row or a column goes through it where it takes up so much of the longest of them. */
const leastRun = 0.1;

/** The box of the only thing that lies on an even ground, in shares of the page; light may fall on the ground from a side. */
export function onEvenGround(page: PagePixels): PixelBox | undefined {
  const small = shrunkBy(page, Math.ceil(Math.max(page.widthPx, page.heightPx) / longSidePx));
  const { widthPx, heightPx } = small;
  const isGround = groundOf(small);
  if (isGround === undefined) return undefined;
  const columns = new Uint32Array(widthPx);
  const rows = new Uint32Array(heightPx);
  for (let y = 0; y < heightPx; y += 1)
    for (let x = 0; x < widthPx; x += 1)
      if (!isGround(x, y)) {
        columns[x] = (columns[x] ?? 0) + 1;
        rows[y] = (rows[y] ?? 0) + 1;
      }
  const [left, right] = spanOf(columns);
  const [top, bottom] = spanOf(rows);
  const area = (right - left) * (bottom - top);
  const filled = rows.slice(top, bottom).reduce((sum, count) => sum + count, 0);
  if (area < leastArea * widthPx * heightPx || filled < area * leastFill) return undefined;
  return {
    x: left / widthPx,
    y: top / heightPx,
    width: (right - left) / widthPx,
    height: (bottom - top) / heightPx,
  };
}

/** Tells the ground from what lies on it: between its colours at the left and the right. Nothing where the border isn't even. */
function groundOf({ data, widthPx, heightPx }: PagePixels): ((x: number, y: number) => boolean) | undefined {
  const colourAt = (x: number, y: number): Colour => {
    const at = (y * widthPx + x) * 3;
    return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  };
  const sideAt = (x: number): Colour[] =>
    Array.from({ length: heightPx }, (_, y) => {
      const near = Array.from({ length: 9 }, (_, by) =>
        colourAt(x, Math.min(heightPx - 1, Math.max(0, y + by - 4))),
      );
      const middle = (at: 0 | 1 | 2): number =>
        quantile(
          near.map((colour) => colour[at]),
          0.5,
        );
      return [middle(0), middle(1), middle(2)];
    });
  const [left, right] = [sideAt(0), sideAt(widthPx - 1)];
  const isGround = (x: number, y: number): boolean => {
    const [from, to] = [left[y], right[y]];
    const share = x / (widthPx - 1);
    return colourAt(x, y).every(
      (level, at) =>
        Math.abs(level - (from?.[at] ?? 0) * (1 - share) - (to?.[at] ?? 0) * share) <= mostSpread,
    );
  };
  const border = Array.from({ length: widthPx }, (_, x) => [
    isGround(x, 0),
    isGround(x, heightPx - 1),
  ]).flat();
  return border.filter(Boolean).length >= border.length * groundShare ? isGround : undefined;
}

/** From where to where the counts are no mere specks. */
function spanOf(counts: Uint32Array): readonly [from: number, to: number] {
  const least = Math.max(1, Math.max(...counts) * leastRun);
  const from = counts.findIndex((count) => count >= least);
  return from < 0 ? [0, 0] : [from, counts.findLastIndex((count) => count >= least) + 1];
}
