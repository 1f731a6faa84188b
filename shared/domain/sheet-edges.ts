import { deepAt, linesAlongSides } from './edge-line.ts';
import type { EdgeLine } from './edge-line.ts';
import { quantile } from './page-pixels.ts';
import type { PagePixels } from './page-pixels.ts';
import { colourStep, pageSides, viewFrom } from './page-view.ts';
import type { Colour, PageSide, SideView } from './page-view.ts';

/** An edge of the sheet, with the colours across it, from outside to inside, as they are in the middle of its length. */
export type SheetEdge = {
  readonly side: PageSide;
  readonly line: EdgeLine;
  readonly view: SideView;
  readonly across: readonly Colour[];
};
export type SheetEdges = Readonly<Partial<Record<PageSide, SheetEdge>>>;

/** The edges of the sheet that are seen: at each side the outermost line behind which lies what lies in the middle of the picture. */
export function sheetEdges(page: PagePixels): SheetEdges {
  const lines = linesAlongSides(page);
  const middle = middleColour(page);
  const edges: Partial<Record<PageSide, SheetEdge>> = {};
  for (const side of pageSides) {
    const view = viewFrom(page, side);
    const found = lines[side]
      .map((line) => ({ side, line, view, across: coloursAcross(view, line) }))
      .find(({ across }) => isAlike(medianOf(across.slice(-plateauPx)), middle));
    if (found !== undefined) edges[side] = found;
  }
  return edges;
}

/** The colours across an edge reach so many pixels to each hand of it, of which the outermost show no edge any more. */
const [reachPx, plateauPx] = [12, 4];
/** They are taken at so many places. */
const placeCount = 48;

function coloursAcross(view: SideView, line: EdgeLine): Colour[] {
  const places = Array.from({ length: placeCount }, (_, index) =>
    Math.round(line.from + (line.to - line.from) * (0.15 + (0.7 * index) / (placeCount - 1))),
  );
  return offsets.map((by) =>
    medianOf(places.flatMap((along) => colourAt(view, along, deepAt(line, along, view.length) + by))),
  );
}

/** Where an edge meets a side beside it, in pixels of that side's length. */
export function endAt({ side, line, view }: SheetEdge, beside: PageSide): number {
  const deep = deepAt(line, isFar(beside) ? view.length - 1 : 0, view.length);
  return isFar(side) ? view.depth - 1 - deep : deep;
}

/** What lies at a side is that much nearer to the sheet's colour than to the ground's. */
const insideShare = 0.5;

/** Whether a side of the picture goes through what lies inside of an edge, and not through the ground outside of it. */
export function isInside(page: PagePixels, edge: SheetEdge, side: PageSide): boolean {
  const view = viewFrom(page, side);
  const end = endAt(edge, side);
  const far = isFar(edge.side) ? 0 : view.length - 1;
  const colours = Array.from({ length: placeCount }, (_, index) =>
    colourAt(view, Math.round(end + (far - end) * (0.1 + (0.6 * index) / (placeCount - 1))), 1),
  );
  const seen = medianOf(colours.flat());
  const [outside, inside] = [
    medianOf(edge.across.slice(0, plateauPx)),
    medianOf(edge.across.slice(-plateauPx)),
  ];
  return colourStep(seen, inside) < colourStep(seen, outside) * insideShare;
}

/** The sheet's own colour is looked for so far behind its edge, as shares of the page, so that no printed border is taken for it. */
const behind = [0.03, 0.045, 0.06, 0.08, 0.1, 0.12];
/** The ground beside a sheet differs from it by at least so much. */
const leastContrast = 10;

/** Whether the ground beside an edge has another colour than the sheet: what is printed on a sheet has paper on both hands. */
export function hasGround({ line, view, across }: SheetEdge): boolean {
  const colours = Array.from({ length: placeCount }, (_, index) => {
    const along = Math.round(line.from + (line.to - line.from) * (0.15 + (0.7 * index) / (placeCount - 1)));
    const deep = deepAt(line, along, view.length);
    return behind.flatMap((share) => colourAt(view, along, deep + share * view.depth));
  });
  return colourStep(medianOf(across.slice(0, plateauPx)), medianOf(colours.flat())) >= leastContrast;
}

const offsets = Array.from({ length: 2 * reachPx + 1 }, (_, index) => index - reachPx);

const isFar = (side: PageSide): boolean => side === 'right' || side === 'bottom';

function colourAt({ data, length, depth, indexOf }: SideView, along: number, deep: number): Colour[] {
  const own = Math.round(deep);
  if (own < 0 || own >= depth || along < 0 || along >= length) return [];
  const at = indexOf(along, own);
  return [[data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]];
}

function medianOf(colours: readonly Colour[]): Colour {
  const channel = (at: 0 | 1 | 2): number =>
    quantile(
      colours.map((colour) => colour[at]),
      0.5,
    );
  return [channel(0), channel(1), channel(2)];
}

/** Columns of pixels that are looked at where a line ends, and how far it may lie beside where it should. */
const [endPx, asidePx] = [8, 4];

/** How much of an edge is seen where it meets a side beside it: none of it is 0, all of it 1. */
export function seenAtEnd({ line, view, across }: SheetEdge, side: PageSide): number {
  const columns = Array.from({ length: endPx }, (_, by) => (isFar(side) ? view.length - 1 - by : by));
  const wanted = withoutMean(across);
  const power = wanted.reduce((sum, value) => sum + value * value, 0);
  let most = 0;
  for (let aside = -asidePx; aside <= asidePx; aside += 1) {
    const seen = offsets.map((by) =>
      columns.flatMap((along) => colourAt(view, along, deepAt(line, along, view.length) + by + aside)),
    );
    if (seen.some((colours) => colours.length < endPx)) continue;
    const found = withoutMean(seen.map(meanOf));
    const product = found.reduce((sum, value, at) => sum + value * (wanted[at] ?? 0), 0);
    most = Math.max(most, product / power);
  }
  return most;
}

const meanOf = (colours: readonly Colour[]): Colour => {
  const channel = (at: 0 | 1 | 2): number =>
    colours.reduce((sum, colour) => sum + colour[at], 0) / colours.length;
  return [channel(0), channel(1), channel(2)];
};

/** The colours channel by channel, each as it differs from the mean of its channel. */
function withoutMean(colours: readonly Colour[]): number[] {
  const [red, green, blue] = meanOf(colours);
  return colours.flatMap((colour) => [colour[0] - red, colour[1] - green, colour[2] - blue]);
}

/** Light makes a sheet so much darker or lighter, and changes its tint by less. */
const [mostLight, mostTint] = [1.7, 28];

function isAlike(colour: Colour, other: Colour): boolean {
  const light = (lumaOf(colour) + 1) / (lumaOf(other) + 1);
  if (light > mostLight || light < 1 / mostLight) return false;
  return other.every((level, at) => Math.abs((colour[at] ?? 0) / light - level) <= mostTint);
}

const lumaOf = ([red, green, blue]: Colour): number => red * 0.3 + green * 0.59 + blue * 0.11;

/** The colour of most of the middle of a page. */
function middleColour({ data, widthPx, heightPx }: PagePixels): Colour {
  const colours: Colour[] = [];
  const step = Math.max(1, Math.round(Math.max(widthPx, heightPx) / 80));
  for (let y = Math.round(heightPx * 0.25); y < heightPx * 0.75; y += step)
    for (let x = Math.round(widthPx * 0.25); x < widthPx * 0.75; x += step) {
      const at = (y * widthPx + x) * 3;
      colours.push([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]);
    }
  return medianOf(colours);
}
