import { quantile } from './page-pixels.ts';
import type { InkPart } from './page-ink.ts';
import type { PixelBox, Plane } from './page-pixels.ts';
import { tileAt, tileBox } from './page-tiles.ts';
import type { TileGrid } from './page-tiles.ts';

/** A tile of which less is written on tells nothing of the edges of letters. */
const leastContrast = 48;

/**
 * How steep the steepest edge of each written tile is: the rise from pixel to pixel as a share of the contrast there, so that
 * pale print counts as dark print does. A step between two pixels gives 0.5, one blurred by a Gauss curve of σ pixels about
 * 0.4 / σ. Tile → steepness.
 */
export function tileSharpness(
  plane: Plane,
  grid: TileGrid,
  letters: readonly InkPart[],
): Map<number, number> {
  const found = new Map<number, number>();
  for (const tile of writtenTiles(grid, letters)) {
    const { contrast, steepest } = edgesIn(plane, tileBox(grid, tile));
    if (contrast >= leastContrast) found.set(tile, steepest / contrast);
  }
  return found;
}

/** The tiles in which letters have their middle. */
export const writtenTiles = (grid: TileGrid, letters: readonly InkPart[]): Set<number> =>
  new Set(
    letters.map(({ x, y, width, height }) =>
      tileAt(grid, Math.floor(x + width / 2), Math.floor(y + height / 2)),
    ),
  );

/** The steepness of most of what is written: that of the middle tile. */
export const sharpnessOf = (tiles: ReadonlyMap<number, number>): number => quantile([...tiles.values()], 0.5);

function edgesIn({ data, widthPx, heightPx }: Plane, { x, y, width, height }: PixelBox) {
  let [low, high, steepest] = [255, 0, 0];
  const right = Math.min(widthPx - 1, x + width);
  const bottom = Math.min(heightPx - 1, y + height);
  for (let row = Math.max(1, y); row < bottom; row += 1)
    for (let column = Math.max(1, x); column < right; column += 1) {
      const at = row * widthPx + column;
      const level = data[at] ?? 0;
      if (level < low) low = level;
      if (level > high) high = level;
      const across = Math.abs((data[at + 1] ?? 0) - (data[at - 1] ?? 0));
      const down = Math.abs((data[at + widthPx] ?? 0) - (data[at - widthPx] ?? 0));
      if (across > steepest) steepest = across;
      if (down > steepest) steepest = down;
    }
  return { contrast: high - low, steepest: steepest / 2 };
}
