import { quantile } from './page-pixels.ts';
import type { Plane } from './page-pixels.ts';
import { gridOf, tileBox } from './page-tiles.ts';

/**
 * The standard deviation of the grain, in levels, by Immerkær's mask (Fast Noise Variance Estimation, 1996), taken where
 * the page is plain: of all tiles the quietest fifth but for the very quietest, which may be blown out.
 */
export function grainOf(plane: Plane): number {
  const grid = gridOf(plane);
  const tiles = Array.from({ length: grid.columns * grid.rows }, (_, tile) => {
    const { x, y } = tileBox(grid, tile);
    return grainIn(plane, x, y);
  });
  return quantile(
    tiles.filter((grain) => grain > 0),
    plainShare,
  );
}

const plainShare = 0.2;
const side = 32;

function grainIn({ data, widthPx, heightPx }: Plane, x: number, y: number): number {
  let [sum, count] = [0, 0];
  for (let row = Math.max(1, y); row < Math.min(heightPx - 1, y + side); row += 1)
    for (let column = Math.max(1, x); column < Math.min(widthPx - 1, x + side); column += 1) {
      const at = row * widthPx + column;
      const level = (by: number): number => data[at + by] ?? 0;
      const corners = level(-widthPx - 1) + level(-widthPx + 1) + level(widthPx - 1) + level(widthPx + 1);
      const sides = level(-widthPx) + level(-1) + level(1) + level(widthPx);
      sum += Math.abs(corners - 2 * sides + 4 * level(0));
      count += 1;
    }
  return count === 0 ? 0 : (Math.sqrt(Math.PI / 2) * sum) / (6 * count);
}
