import type { DocumentPart } from './document-kind.ts';

/** By how much a page is turned clockwise, in degrees. */
export const pageTurns = [0, 90, 180, 270] as const;
export type PageTurn = (typeof pageTurns)[number];

/** So many pages a piece has at most: a paper longer than this is a book, and is cut before it comes in. */
export const pagesAtMost = 1000;

/** A page in the intake tray: one of a file that came in. */
export interface TrayPage {
  readonly id: string;
  readonly fileId: string;
  /** From 1, within its file. */
  readonly pageNo: number;
  /** The piece that it belongs to; null for one that is left out. */
  readonly paperId: string | null;
  /** Its place in the piece, from 0. */
  readonly position: number;
  readonly turn: PageTurn;
  /** The side of the paper that it shows. */
  readonly part: DocumentPart;
}

export type TrayMove =
  /** Everything of its piece from this page on becomes a piece of its own. */
  | { readonly kind: 'cut'; readonly pageId: string; readonly newPaperId: string }
  /** The pages of a piece follow those of another, which keeps its name. */
  | { readonly kind: 'join'; readonly paperId: string; readonly to: string }
  /** Two pieces are the sides of one paper, which is the front's: its pages come first. */
  | { readonly kind: 'sides'; readonly front: string; readonly back: string }
  /** Pages go into a piece, before one of its pages or, with null, to its end. */
  | {
      readonly kind: 'move';
      readonly pageIds: readonly string[];
      readonly to: string;
      readonly before: string | null;
    }
  /** Pages become a piece of their own. */
  | { readonly kind: 'own'; readonly pageIds: readonly string[]; readonly newPaperId: string }
  | { readonly kind: 'turn'; readonly pageIds: readonly string[]; readonly by: PageTurn }
  /** The pages belong to no piece: only the original keeps them. */
  | { readonly kind: 'leave_out'; readonly pageIds: readonly string[] }
  | { readonly kind: 'part'; readonly pageId: string; readonly part: DocumentPart };

/**
 * The pages after a move, in the order in which they were given; each piece's positions run from 0 without a gap. A move
 * that names what is not there changes nothing.
 */
export function movePages(pages: readonly TrayPage[], move: TrayMove): readonly TrayPage[] {
  switch (move.kind) {
    case 'cut':
      return cut(pages, move);
    case 'join':
      return put(pages, idsOf(pagesIn(pages, move.paperId)), { paperId: move.to, before: null });
    case 'sides':
      return asSides(pages, move);
    case 'move':
      return put(pages, move.pageIds, { paperId: move.to, before: move.before });
    case 'own':
      return put(pages, move.pageIds, { paperId: move.newPaperId, before: null });
    case 'turn':
      return changed(pages, move.pageIds, (page) => ({ ...page, turn: turned(page.turn, move.by) }));
    case 'leave_out':
      return put(pages, move.pageIds, { paperId: null, before: null });
    case 'part':
      return changed(pages, [move.pageId], (page) => ({ ...page, part: move.part }));
  }
}

/** The pages of a piece in their order. */
export const pagesIn = <Page extends TrayPage>(
  pages: readonly Page[],
  paperId: string | null,
): readonly Page[] =>
  pages.filter((page) => page.paperId === paperId).toSorted((a, b) => a.position - b.position);

export function turned(turn: PageTurn, by: PageTurn): PageTurn {
  const sum = (turn + by) % 360;
  return pageTurns.find((known) => known === sum) ?? 0;
}

const idsOf = (pages: readonly TrayPage[]): readonly string[] => pages.map(({ id }) => id);

function cut(pages: readonly TrayPage[], { pageId, newPaperId }: Extract<TrayMove, { kind: 'cut' }>) {
  const page = pages.find(({ id }) => id === pageId);
  // Before the first page there is nothing to cut off.
  if (page === undefined || page.paperId === null || page.position === 0) return pages;
  const rest = pagesIn(pages, page.paperId).filter(({ position }) => position >= page.position);
  return put(pages, idsOf(rest), { paperId: newPaperId, before: null });
}

function asSides(
  pages: readonly TrayPage[],
  { front, back }: Extract<TrayMove, { kind: 'sides' }>,
): readonly TrayPage[] {
  const [fronts, backs] = [idsOf(pagesIn(pages, front)), idsOf(pagesIn(pages, back))];
  if (front === back || fronts.length === 0 || backs.length === 0) return pages;
  const joined = put(pages, backs, { paperId: front, before: null });
  const turnedUp = changed(joined, fronts, (page) => ({ ...page, part: 'front' }));
  return changed(turnedUp, backs, (page) => ({ ...page, part: 'back' }));
}

interface Place {
  readonly paperId: string | null;
  readonly before: string | null;
}

function put(
  pages: readonly TrayPage[],
  moved: readonly string[],
  { paperId, before }: Place,
): readonly TrayPage[] {
  const coming = moved.flatMap((id) => pages.find((page) => page.id === id) ?? []);
  if (coming.length === 0) return pages;
  const going = new Set(idsOf(coming));
  const staying = pagesIn(pages, paperId).filter(({ id }) => !going.has(id));
  const at = staying.findIndex(({ id }) => id === before);
  const order = staying.toSpliced(at < 0 ? staying.length : at, 0, ...coming);
  const placed = new Map(order.map((page, position) => [page.id, { ...page, paperId, position }]));
  return closedUp(pages.map((page) => placed.get(page.id) ?? page));
}

/** Without the gaps that pages have left. */
function closedUp(pages: readonly TrayPage[]): readonly TrayPage[] {
  const positions = new Map<string, number>();
  for (const paperId of new Set(pages.map((page) => page.paperId)))
    pagesIn(pages, paperId).forEach(({ id }, position) => positions.set(id, position));
  return pages.map((page) => {
    const position = positions.get(page.id) ?? page.position;
    return position === page.position ? page : { ...page, position };
  });
}

const changed = (
  pages: readonly TrayPage[],
  ids: readonly string[],
  change: (page: TrayPage) => TrayPage,
): readonly TrayPage[] => pages.map((page) => (ids.includes(page.id) ? change(page) : page));
