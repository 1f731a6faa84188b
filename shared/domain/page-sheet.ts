import { deepAt } from './edge-line.ts';
import { onEvenGround } from './even-ground.ts';
import { quantile } from './page-pixels.ts';
import type { PagePixels, PixelBox } from './page-pixels.ts';
import { pageSides, viewFrom } from './page-view.ts';
import type { PageSide } from './page-view.ts';
import { hasGround, sheetEdges } from './sheet-edges.ts';
import type { TextBox } from './text-box.ts';

/** What became of the wish to crop a page to its sheet: some ground stays where the sheet alone had too few pixels. */
export const sheetCrops = ['cropped', 'with_ground', 'not_found'] as const;
export type SheetCrop = (typeof sheetCrops)[number];

/** Fewer edges may be those of anything. */
const fewestEdges = 2;
/** So much of the ground is left around the sheet, so that its edge is seen whole. */
const marginShare = 0.006;

/**
 * The corners of the sheet on its ground, in shares of the page, with a little of the ground around it; a side at which no edge
 * is seen is the picture's own. Nothing where no edge of a sheet is found.
 */
export function sheetCorners(page: PagePixels): TextBox | undefined {
  const edges = sheetEdges(page);
  const seen = pageSides.filter((side) => edges[side] !== undefined && hasGround(edges[side]));
  if (seen.length < fewestEdges) return cornersOf(onEvenGround(page));
  const lineOf = (side: PageSide): Line => {
    const { length, depth } = viewFrom(page, side);
    const line = seen.includes(side) ? edges[side]?.line : undefined;
    const margin = Math.max(page.widthPx, page.heightPx) * marginShare;
    // Where the line would leave the picture the picture's own side is the sheet's.
    const from = line === undefined ? 0 : Math.max(0, deepAt(line, 0, length) - margin);
    const to = line === undefined ? 0 : Math.max(0, deepAt(line, length, length) - margin);
    const isFar = side === 'right' || side === 'bottom';
    const at = isFar ? depth - from : from;
    return { at, by: ((isFar ? depth - to : to) - at) / length };
  };
  const [left, top, right, bottom] = [lineOf('left'), lineOf('top'), lineOf('right'), lineOf('bottom')];
  const shareOf = (across: Line, down: Line): readonly [number, number] => {
    const [x, y] = crossing(across, down);
    return [shareIn(x / page.widthPx), shareIn(y / page.heightPx)];
  };
  return [shareOf(top, left), shareOf(top, right), shareOf(bottom, right), shareOf(bottom, left)];
}

/** A sheet that is small in its picture has shorter edges, and is found where its ground is even. */
function cornersOf(box: PixelBox | undefined): TextBox | undefined {
  if (box === undefined) return undefined;
  const [left, top] = [shareIn(box.x - marginShare), shareIn(box.y - marginShare)];
  const [right, bottom] = [
    shareIn(box.x + box.width + marginShare),
    shareIn(box.y + box.height + marginShare),
  ];
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

/** A line across, y of x, or down, x of y. */
type Line = { readonly at: number; readonly by: number };

function crossing(across: Line, down: Line): readonly [x: number, y: number] {
  const x = (down.at + down.by * across.at) / (1 - down.by * across.by);
  return [x, across.at + across.by * x];
}

const shareIn = (value: number): number => Math.min(1, Math.max(0, value));

/** The colour of most of the border of a page, which is that of its ground, if it shows one. */
export function borderColour({ data, widthPx, heightPx }: PagePixels): readonly [number, number, number] {
  const starts: number[] = [];
  for (let x = 0; x < widthPx; x += 1) starts.push(x * 3, ((heightPx - 1) * widthPx + x) * 3);
  for (let y = 0; y < heightPx; y += 1) starts.push(y * widthPx * 3, (y * widthPx + widthPx - 1) * 3);
  const middle = (channel: number): number =>
    quantile(
      starts.map((at) => data[at + channel] ?? 0),
      0.5,
    );
  return [middle(0), middle(1), middle(2)];
}
