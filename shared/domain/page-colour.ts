import type { PagePixels, PixelBox } from './page-pixels.ts';
import { boxOfTiles, gridOf, tileAt, tileGroups } from './page-tiles.ts';
import type { TileGrid } from './page-tiles.ts';

/** How far the channels of a pixel stand apart before it counts as coloured; compression and old paper tint less. */
const colourSpread = 40;
/** The share of coloured pixels below which a picture is a grey one with specks. */
const colouredShare = 0.0005;

/** Whether a page has no colours, as copies and fax scans have none. */
export function isGreyPage({ data }: Pick<PagePixels, 'data'>): boolean {
  let coloured = 0;
  for (let at = 0; at + 2 < data.length; at += 3) {
    const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > colourSpread) coloured += 1;
  }
  return coloured < (data.length / 3) * colouredShare;
}

/** The ink of a seal: red above green and blue, and neither orange nor violet. */
function isSealRed(red: number, green: number, blue: number): boolean {
  const spread = red - Math.min(green, blue);
  return (
    red > 110 && spread > 45 && red - green > 35 && red - blue > 20 && Math.abs(green - blue) < spread * 0.55
  );
}

/** A tile with less red in it is none of a seal's: dark letters have red edges too. */
const leastRedInTile = 40;
/** A seal is 38 to 50 mm wide, a twelfth of A3's long side at least; emblems of the drawn papers are smaller or fuller. */
const smallestShare = 0.085;
const largestShare = 0.4;
/** Width by height: a seal is round, and part of it may be hidden. */
const roundest = 1.5;
/** Of its box so much is red: a ring with a star and letters, never a filled disc. */
const fullest = 0.5;

/** The red seals on a page, largest first: round, of a seal's size, and made of lines. */
export function sealsOf(page: PagePixels): PixelBox[] {
  const grid = gridOf(page);
  const red = redInTiles(page, grid);
  const tiles = new Set([...red.keys()].filter((tile) => (red[tile] ?? 0) >= leastRedInTile));
  const long = Math.max(page.widthPx, page.heightPx);
  return tileGroups(grid, tiles, 1)
    .map((group) => redPart(page, boxOfTiles(grid, group, page)))
    .filter(({ box: { width, height }, fill }) => {
      const [short, wide] = [Math.min(width, height), Math.max(width, height)];
      return (
        short >= long * smallestShare &&
        wide <= long * largestShare &&
        wide <= short * roundest &&
        fill <= fullest
      );
    })
    .map(({ box }) => box);
}

const redAt = ({ data, widthPx }: PagePixels, x: number, y: number): boolean => {
  const at = (y * widthPx + x) * 3;
  return isSealRed(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
};

function redInTiles(page: PagePixels, grid: TileGrid): Uint32Array {
  const red = new Uint32Array(grid.columns * grid.rows);
  for (let y = 0; y < page.heightPx; y += 1)
    for (let x = 0; x < page.widthPx; x += 1)
      if (redAt(page, x, y)) {
        const tile = tileAt(grid, x, y);
        red[tile] = (red[tile] ?? 0) + 1;
      }
  return red;
}

/** The red of a part to the pixel, and how much of it is red. */
function redPart(page: PagePixels, part: PixelBox): { box: PixelBox; fill: number } {
  let [left, top, right, bottom, count] = [Infinity, Infinity, 0, 0, 0];
  for (let y = part.y; y < part.y + part.height; y += 1)
    for (let x = part.x; x < part.x + part.width; x += 1)
      if (redAt(page, x, y)) {
        left = Math.min(left, x);
        right = Math.max(right, x + 1);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y + 1);
        count += 1;
      }
  if (count === 0) return { box: { x: part.x, y: part.y, width: 0, height: 0 }, fill: 0 };
  const box = { x: left, y: top, width: right - left, height: bottom - top };
  return { box, fill: count / (box.width * box.height) };
}
