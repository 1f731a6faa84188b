import type { InkPart } from './page-ink.ts';
import { levelAt, quantile } from './page-pixels.ts';
import type { PagePixels, Plane } from './page-pixels.ts';
import { writtenTiles } from './page-sharpness.ts';
import { tileBox } from './page-tiles.ts';
import type { TileGrid } from './page-tiles.ts';

/** How light the paper and how dark the print is, 0 to 255. */
export type Exposure = { readonly paper: number; readonly ink: number };

/** The light where something is written; of an empty page that of all of it. */
export function exposureOf(plane: Plane, grid: TileGrid, letters: readonly InkPart[]): Exposure {
  const written = [...writtenTiles(grid, letters)];
  const tiles =
    written.length > 0 ? written : Array.from({ length: grid.columns * grid.rows }, (_, tile) => tile);
  const boxes = tiles.map((tile) => tileBox(grid, tile));
  return {
    paper: quantile(
      boxes.map((box) => levelAt(plane, 0.8, box)),
      0.5,
    ),
    ink: quantile(
      boxes.map((box) => levelAt(plane, 0.03, box)),
      0.25,
    ),
  };
}

/** Paper from here on is white already: a lamp makes it no lighter, and glare is not to be told from it. */
const whitePaper = 248;
/** Where a lamp lies on paper, all its colours go to white: at least this far. */
const blownOut = 246;
/** And so much of the way from the sheet's own tint. */
const lifted = 0.6;
/** In a tile that is blown out the print is gone too; on a white field of a card it is there. */
const mostContrast = 70;

/** Tiles that a lamp or a window has whitened, print and all, on a sheet that is not white itself. */
export function glaredTiles(page: PagePixels, luma: Plane, grid: TileGrid): Set<number> {
  const least = leastChannel(page);
  const tiles = Array.from({ length: grid.columns * grid.rows }, (_, tile) => {
    const box = tileBox(grid, tile);
    return { white: levelAt(least, 0.7, box), ink: levelAt(luma, 0.03, box) };
  });
  const tint = quantile(
    tiles.map(({ white }) => white),
    0.5,
  );
  if (tint >= whitePaper) return new Set();
  const limit = Math.max(blownOut, tint + (255 - tint) * lifted);
  return new Set(
    tiles.flatMap(({ white, ink }, tile) => (white >= limit && white - ink < mostContrast ? [tile] : [])),
  );
}

/** The lowest of the three channels: white only where all of them are. */
function leastChannel({ data, widthPx, heightPx }: PagePixels): Plane {
  const least = new Uint8Array(widthPx * heightPx);
  for (let at = 0, from = 0; at < least.length; at += 1, from += 3)
    least[at] = Math.min(data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0);
  return { data: least, widthPx, heightPx };
}
