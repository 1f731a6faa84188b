/** Words on a ruler: pure geometry, so that no two of them overlap at any date. */
export type RulerMark = {
  readonly id: string;
  /** Between which ticks it stands: 0 is before the first, n after the nth. */
  readonly at: number;
  readonly side: 'above' | 'below';
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  /** 1 full ink, 2 secondary, 3 faint. */
  readonly ink: 1 | 2 | 3;
  /** A line through the ticks at this place. */
  readonly line?: boolean;
  /** Where its words would run into that mark's, they are said together, in one place. */
  readonly joins?: { readonly id: string; readonly text: string };
};

/** `row` 0 is next to the ticks; `textX` is where its anchor stands after it was moved inside the ruler. */
export type PlacedMark = RulerMark & { readonly x: number; readonly textX: number; readonly row: number };

type Ground = { readonly width: number; readonly positionOf: (at: number) => number };
type Extent = { readonly from: number; readonly to: number };

/** Narrow ticks stand closer together; the narrowest without a gap. */
export const gapOf = (step: number): number => (step >= 10 ? 3 : step >= 7 ? 2 : step >= 3 ? 1 : 0);

/** From one of `count` ticks to the next, in whole px, so that all stand in `room` px; at most `widest`, at least 1. */
export const fittingStep = (count: number, room: number, widest: number): number =>
  Math.max(1, Math.min(widest, Math.floor(room / Math.max(1, count))));

const wide = 12;
const narrow = 7;
const gap = 8;

export function placeMarks(marks: readonly RulerMark[], ground: Ground): readonly PlacedMark[] {
  return placeAll(joined(marks, ground), ground);
}

/** Marks that would run into the one they join say its words with theirs; its line stays where it is, without words. */
function joined(marks: readonly RulerMark[], ground: Ground): readonly RulerMark[] {
  const rowOf = new Map(placeAll(marks, ground).map(({ id, row }) => [id, row]));
  const joining = marks.filter(
    ({ id, joins }) => joins !== undefined && rowOf.get(id) !== rowOf.get(joins.id),
  );
  return marks.map((mark) => {
    if (joining.some(({ joins }) => joins?.id === mark.id)) return { ...mark, text: '' };
    const isJoining = mark.joins !== undefined && joining.includes(mark);
    return isJoining ? { ...mark, text: mark.joins.text } : mark;
  });
}

function placeAll(marks: readonly RulerMark[], ground: Ground): readonly PlacedMark[] {
  const taken: Record<RulerMark['side'], Extent[][]> = { above: [], below: [] };
  return marks.map((mark) => {
    const x = Math.min(ground.width, Math.max(0, ground.positionOf(mark.at)));
    if (mark.text === '') return { ...mark, x, textX: x, row: 0 };
    const fitted = fit(mark, x, ground.width);
    const rows = taken[mark.side];
    const row = firstFreeRow(rows, fitted.extent);
    rows[row] = [...(rows[row] ?? []), fitted.extent];
    return { ...mark, x, row, anchor: fitted.anchor, textX: fitted.textX };
  });
}

/** Width of 12 px words: a Chinese character is a full square, anything else about half of it. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e80' ? wide : narrow), 0);
}

function fit(mark: RulerMark, x: number, width: number) {
  const own = textWidth(mark.text);
  const shift = { start: 0, middle: own / 2, end: own }[mark.anchor];
  const from = x - shift;
  if (from < 0) return { anchor: 'start' as const, textX: 0, extent: { from: 0, to: own } };
  if (from + own > width) {
    return { anchor: 'end' as const, textX: width, extent: { from: width - own, to: width } };
  }
  return { anchor: mark.anchor, textX: x, extent: { from, to: from + own } };
}

function firstFreeRow(rows: readonly (readonly Extent[])[], extent: Extent): number {
  const free = rows.findIndex((row) => row.every((other) => !touches(other, extent)));
  return free === -1 ? rows.length : free;
}

const touches = (a: Extent, b: Extent): boolean => a.from < b.to + gap && b.from < a.to + gap;
