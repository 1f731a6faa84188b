import { endAt, isInside, seenAtEnd, sheetEdges } from './sheet-edges.ts';
import type { SheetEdge } from './sheet-edges.ts';
import { deepAt } from './edge-line.ts';
import type { InkPart } from './page-ink.ts';
import type { PagePixels, PixelBox } from './page-pixels.ts';
import { neighbourSides, oppositeSide, pageSides } from './page-view.ts';
import type { PageSide } from './page-view.ts';

type Size = Pick<PagePixels, 'widthPx' | 'heightPx'>;

/** An edge runs out of a side of the picture where so much of it is seen there: of two edges each, or the only one. */
const [eachRuns, onlyRuns] = [0.5, 0.65];

/**
 * The sides at which the sheet runs out of the picture: the edges of the sheet beside such a side run out of it too. A sheet that
 * is seen whole has its corners before the picture ends, and beyond them there is nothing but ground, however the light falls
 * on it. Of a picture that shows no edge, as a scanner cuts out the sheet, no side is told.
 */
export function runningSides(page: PagePixels): PageSide[] {
  const edges = sheetEdges(page);
  return pageSides.filter((side) => {
    const beside = neighbourSides[side].flatMap((each) => edges[each] ?? []);
    const bothRun = beside.length === 2 && beside.every((edge) => seenAtEnd(edge, side) >= eachRuns);
    if (bothRun && !beside.every((edge) => isBar(edge))) return true;
    return beside.some((edge) => runsAlone(page, edge, side, edges[side]));
  });
}

/** The head and the foot of a screen picture go through all of it, exactly along its rows as no sheet before a camera lies. */
const isBar = (edge: SheetEdge): boolean =>
  edge.line.slope === 0 && neighbourSides[edge.side].every((end) => seenAtEnd(edge, end) >= eachRuns);

/**
 * An edge tells by itself that the sheet is cut at a side where it has an end at the other: a bar across the whole picture, like
 * the head of a web page, is no edge of a sheet. Nor is the sheet cut where only its corner touches the side.
 */
function runsAlone(page: PagePixels, edge: SheetEdge, side: PageSide, own: SheetEdge | undefined): boolean {
  if (seenAtEnd(edge, side) < onlyRuns || seenAtEnd(edge, oppositeSide[side]) >= eachRuns) return false;
  const beyond = own === undefined ? Infinity : deepAt(own.line, endAt(edge, side), own.view.length);
  return beyond > leastBeyond && isInside(page, edge, side);
}

/** So far, in pixels, an edge goes on beyond the corner that it has with a line at the side that it runs out of. */
const leastBeyond = 12;

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
