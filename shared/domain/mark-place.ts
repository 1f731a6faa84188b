import type { PixelBox, Plane } from './page-pixels.ts';

/** Words in lines, measured in the height of their letters. */
export type MarkBlock = { readonly width: number; readonly height: number };

/** The page as it will be seen: what must stay free, and where there is ink at all, in a picture of any size. */
export type MarkGround = {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Fields, lines of writing and seals, in pixels. */
  readonly keepOff: readonly PixelBox[];
  /** 1 where there is ink. */
  readonly ink: Plane;
};

/** Which block stands where; with 270 degrees it reads from the bottom to the top. */
export type MarkPlace = {
  readonly block: number;
  readonly angle: 0 | 270;
  readonly letterPx: number;
  /** What it takes up on the page. */
  readonly box: PixelBox;
};

/** Height of the letters as shares of the page's short side: what is seen at once, and what can still be read. */
const [largestShare, smallestShare] = [0.05, 0.018];
/** Smaller letters run together; see `letterLimitPx`. */
const smallestPx = 14;
const smallerBy = 0.85;
/** The page is looked at in so many squares along its long side. */
const squares = 160;
/** So much stays free around what must not be touched, as a share of the long side. */
const clearShare = 0.008;
/** Shares of a place that may be ink: none but a speck at first, then a pattern or a ruled line, never writing. */
const inkShares = [0.002, 0.05];

/**
 * The emptiest place for a mark: the largest letters first, lying before standing, and never over what must stay free. Undefined
 * where there is none.
 */
export function markPlace(ground: MarkGround, blocks: readonly MarkBlock[]): MarkPlace | undefined {
  const grid = gridOf(ground);
  for (const inkShare of inkShares)
    for (const letterPx of sizesOn(ground))
      for (const angle of [0, 270] as const) {
        const found = blocks.flatMap((block, index) => {
          const across = { width: block.width * letterPx, height: block.height * letterPx };
          const size = angle === 0 ? across : { width: across.height, height: across.width };
          const place = emptiest(grid, size, inkShare);
          return place === undefined ? [] : [{ ...place, block: index }];
        });
        const [best] = found.toSorted((a, b) => a.busy - b.busy);
        if (best !== undefined) return { block: best.block, angle, letterPx, box: best.box };
      }
  return undefined;
}

/** The four sides of a page around all of these boxes; none where there are no boxes. */
export function besideAll(
  boxes: readonly PixelBox[],
  { widthPx, heightPx }: Pick<MarkGround, 'widthPx' | 'heightPx'>,
): PixelBox[] {
  if (boxes.length === 0) return [];
  const within = (value: number, limit: number): number => Math.min(limit, Math.max(0, value));
  const left = within(Math.min(...boxes.map(({ x }) => x)), widthPx);
  const top = within(Math.min(...boxes.map(({ y }) => y)), heightPx);
  const right = within(Math.max(...boxes.map(({ x, width }) => x + width)), widthPx);
  const bottom = within(Math.max(...boxes.map(({ y, height }) => y + height)), heightPx);
  return [
    { x: 0, y: 0, width: widthPx, height: top },
    { x: 0, y: 0, width: left, height: heightPx },
    { x: 0, y: bottom, width: widthPx, height: heightPx - bottom },
    { x: right, y: 0, width: widthPx - right, height: heightPx },
  ].filter(({ width, height }) => width > 0 && height > 0);
}

function sizesOn({ widthPx, heightPx }: MarkGround): number[] {
  const short = Math.min(widthPx, heightPx);
  const sizes: number[] = [];
  const least = Math.max(smallestPx, short * smallestShare);
  for (let size = short * largestShare; size > least; size *= smallerBy) sizes.push(size);
  return [...sizes, least];
}

/** Sums over the squares of a page, so that a place of any size is judged by four of them. */
type Grid = {
  readonly sidePx: number;
  readonly columns: number;
  readonly rows: number;
  readonly kept: Sums;
  readonly ink: Sums;
};
type Sums = Float64Array;

function gridOf({ widthPx, heightPx, keepOff, ink }: MarkGround): Grid {
  const sidePx = Math.max(widthPx, heightPx) / squares;
  // Squares that the page's edge cuts are no place.
  const [columns, rows] = [Math.floor(widthPx / sidePx), Math.floor(heightPx / sidePx)];
  const kept = new Float64Array(columns * rows);
  const clear = Math.max(widthPx, heightPx) * clearShare;
  for (const { x, y, width, height } of keepOff) {
    const [left, right] = [Math.floor((x - clear) / sidePx), Math.floor((x + width + clear) / sidePx)];
    const [top, bottom] = [Math.floor((y - clear) / sidePx), Math.floor((y + height + clear) / sidePx)];
    for (let row = Math.max(0, top); row <= Math.min(rows - 1, bottom); row += 1)
      for (let column = Math.max(0, left); column <= Math.min(columns - 1, right); column += 1)
        kept[row * columns + column] = 1;
  }
  const inked = inkOf(ink, { columns, rows, perColumn: (ink.widthPx / widthPx) * sidePx });
  return { sidePx, columns, rows, kept: summed(kept, columns, rows), ink: summed(inked, columns, rows) };
}

interface InkGrid {
  readonly columns: number;
  readonly rows: number;
  /** Pixels of the ink's picture along a square. */
  readonly perColumn: number;
}

function inkOf({ data, widthPx, heightPx }: Plane, { columns, rows, perColumn }: InkGrid): Float64Array {
  const shares = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const [left, top] = [Math.floor(column * perColumn), Math.floor(row * perColumn)];
      const right = Math.min(widthPx, Math.max(left + 1, Math.floor((column + 1) * perColumn)));
      const bottom = Math.min(heightPx, Math.max(top + 1, Math.floor((row + 1) * perColumn)));
      let inked = 0;
      for (let y = top; y < bottom; y += 1)
        for (let x = left; x < right; x += 1) inked += data[y * widthPx + x] ?? 0;
      shares[row * columns + column] = inked / Math.max(1, (right - left) * (bottom - top));
    }
  return shares;
}

function summed(values: Float64Array, columns: number, rows: number): Sums {
  const sums = new Float64Array((columns + 1) * (rows + 1));
  for (let row = 0; row < rows; row += 1) {
    let own = 0;
    for (let column = 0; column < columns; column += 1) {
      own += values[row * columns + column] ?? 0;
      sums[(row + 1) * (columns + 1) + column + 1] = (sums[row * (columns + 1) + column + 1] ?? 0) + own;
    }
  }
  return sums;
}

interface Squares {
  readonly column: number;
  readonly row: number;
  readonly across: number;
  readonly down: number;
}

function sumIn(sums: Sums, columns: number, { column, row, across, down }: Squares): number {
  const at = (x: number, y: number): number => sums[y * (columns + 1) + x] ?? 0;
  const [right, bottom] = [column + across, row + down];
  return at(right, bottom) - at(column, bottom) - at(right, row) + at(column, row);
}

/** The place of that size with the least ink in and around it, the nearest to the middle of those that are alike. */
function emptiest(
  { sidePx, columns, rows, kept, ink }: Grid,
  { width, height }: MarkBlock,
  inkShare: number,
): { readonly box: PixelBox; readonly busy: number } | undefined {
  const [across, down] = [Math.ceil(width / sidePx), Math.ceil(height / sidePx)];
  let best: (Squares & { readonly busy: number }) | undefined;
  // A square is left free along each edge.
  for (let row = 1; row + down < rows; row += 1)
    for (let column = 1; column + across < columns; column += 1) {
      const place = { column, row, across, down };
      if (sumIn(kept, columns, place) > 0) continue;
      const own = sumIn(ink, columns, place) / (across * down);
      if (own > inkShare) continue;
      const busy = own + around(place) + awayFromMiddle(place);
      if (best === undefined || busy < best.busy) best = { ...place, busy };
    }
  if (best === undefined) return undefined;
  // In the middle of its squares, which it does not fill to the last pixel.
  const x = best.column * sidePx + (across * sidePx - width) / 2;
  const y = best.row * sidePx + (down * sidePx - height) / 2;
  return { box: { x, y, width, height }, busy: best.busy };

  function around({ column, row }: Squares): number {
    const [left, top] = [Math.max(0, column - 3), Math.max(0, row - 3)];
    const [right, bottom] = [Math.min(columns, column + across + 3), Math.min(rows, row + down + 3)];
    const wide = { column: left, row: top, across: right - left, down: bottom - top };
    return (sumIn(ink, columns, wide) + sumIn(kept, columns, wide)) / (wide.across * wide.down) / 4;
  }

  function awayFromMiddle({ column, row }: Squares): number {
    const [x, y] = [(column + across / 2) / columns - 0.5, (row + down / 2) / rows - 0.5];
    return Math.hypot(x, y) / 1000;
  }
}
