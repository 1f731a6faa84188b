import type { PixelBox, Plane } from './page-pixels.ts';

/** Side of the squares in which a page is looked at: a letter or two of a licence in a picture of 1600 pixels. */
export const tilePx = 32;

/** A page in squares, row after row. Those at the right and lower edge may be narrower. */
export type TileGrid = { readonly columns: number; readonly rows: number };

export const gridOf = ({ widthPx, heightPx }: Pick<Plane, 'widthPx' | 'heightPx'>): TileGrid => ({
  columns: Math.ceil(widthPx / tilePx),
  rows: Math.ceil(heightPx / tilePx),
});

export const tileBox = ({ columns }: TileGrid, tile: number): PixelBox => ({
  x: (tile % columns) * tilePx,
  y: Math.floor(tile / columns) * tilePx,
  width: tilePx,
  height: tilePx,
});

/** The tile that a pixel lies in. */
export const tileAt = ({ columns }: TileGrid, x: number, y: number): number =>
  Math.floor(y / tilePx) * columns + Math.floor(x / tilePx);

/** Tiles that lie beside each other, also over a corner or with one between them, largest group first. */
export function tileGroups({ columns, rows }: TileGrid, tiles: ReadonlySet<number>, reach = 2): number[][] {
  const left = new Set(tiles);
  const groups: number[][] = [];
  for (const first of tiles) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const tile of group) {
      const [column, row] = [tile % columns, Math.floor(tile / columns)];
      for (let y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y += 1)
        for (let x = Math.max(0, column - reach); x <= Math.min(columns - 1, column + reach); x += 1)
          if (left.delete(y * columns + x)) group.push(y * columns + x);
    }
    groups.push(group);
  }
  return groups.sort((a, b) => b.length - a.length);
}

/** The smallest box that holds these tiles, within the page. */
export function boxOfTiles(
  grid: TileGrid,
  tiles: readonly number[],
  { widthPx, heightPx }: Pick<Plane, 'widthPx' | 'heightPx'>,
): PixelBox {
  const boxes = tiles.map((tile) => tileBox(grid, tile));
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.min(widthPx, Math.max(...boxes.map((box) => box.x + box.width)));
  const bottom = Math.min(heightPx, Math.max(...boxes.map((box) => box.y + box.height)));
  return { x, y, width: right - x, height: bottom - y };
}
