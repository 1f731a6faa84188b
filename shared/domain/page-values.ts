import type { LabelledPiece } from './page-labels.ts';
import { isOneRow, joinedPieces } from './page-line.ts';
import type { PagePiece } from './page-line.ts';

/** How far a value may reach: to the end of its row, or over the rows below it too. */
export type ValueReach = 'row' | 'rows';

/** What stands after a label, and the label itself. */
export type LabelledValue<Name extends string> = {
  readonly name: Name;
  readonly label: PagePiece;
  readonly value: PagePiece;
};

export type PageValues<Name extends string> = {
  /** In reading order of their labels; a label may stand on a page twice. */
  readonly values: readonly LabelledValue<Name>[];
  /** Where the labels stand, also those that nothing stands behind. */
  readonly places: readonly { readonly name: Name; readonly place: PagePiece }[];
  /** What belongs to no label. */
  readonly rest: readonly PagePiece[];
};

/** A value begins within so many heights behind its label. */
const behindLabel = 14;
/** Two boxes of one value stand no further apart than this many heights; figures of a date are set wider. */
const withinValue = { row: 4, rows: 2.5 } as const;
/** The next row of a value is between these many heights further down. */
const nextRow = [0.6, 2.4] as const;

/**
 * Gives each label what stands behind it in its row, and to those that reach over rows what goes on below. Two passes:
 * whatever has a label of its own is never the continuation of something else.
 */
export function valuesOf<Name extends string>(
  labelled: readonly LabelledPiece<Name>[],
  reachOf: (name: Name) => ValueReach,
  tilt: number,
): PageValues<Name> {
  const free = new Set(labelled.filter(({ label }) => label === undefined).map(({ piece }) => piece));
  const labels = labelled.flatMap(({ label, piece }) => (label === undefined ? [] : [{ ...label, piece }]));
  const places = labels.map(({ place }) => place);
  const begun = labels.map(({ name, place, piece }) => {
    const parts = rowOf(place, piece, { free, places, reach: name === null ? 'row' : reachOf(name) });
    return { name, place, parts };
  });
  const values = begun.flatMap(({ name, place, parts }): LabelledValue<Name>[] => {
    if (name === null || parts.length === 0) return [];
    const rows = [joinedPieces(parts, ' ', tilt)];
    if (reachOf(name) === 'rows') rows.push(...rowsBelow(rows[0] ?? place, place, { free, places }));
    return [{ name, label: place, value: joinedPieces(rows, '', tilt) }];
  });
  const named = labels.flatMap(({ name, place }) => (name === null ? [] : [{ name, place }]));
  return { values, places: named, rest: [...free] };
}

/** What stands right under a label, as the code of a licence does. */
export const isUnder = (place: PagePiece, piece: PagePiece): boolean => {
  const down = (piece.y - place.y) / Math.max(1, place.height);
  return down > nextRow[0] && down < nextRow[1] && piece.left < place.right && piece.right > place.left;
};

type Room = {
  /** Pieces that no label has taken; what is taken is removed. */
  readonly free: Set<PagePiece>;
  readonly places: readonly PagePiece[];
};

function rowOf(place: PagePiece, own: PagePiece, room: Room & { readonly reach: ValueReach }): PagePiece[] {
  const parts = own.text === '' ? [] : [own];
  for (;;) {
    const last = parts.at(-1) ?? place;
    const gap = parts.length === 0 ? behindLabel : withinValue[room.reach];
    const next = nextInRow(last, gap, room);
    if (next === undefined) return parts;
    room.free.delete(next);
    parts.push(next);
  }
}

function nextInRow(last: PagePiece, gap: number, { free, places }: Room): PagePiece | undefined {
  const isBehind = (piece: PagePiece): boolean =>
    piece !== last && isOneRow(last, piece) && piece.left >= last.right - last.height * 0.6;
  const [next] = [...free]
    .filter((piece) => isBehind(piece) && isAlikeHigh(piece, last))
    .filter((piece) => piece.left - last.right <= last.height * gap)
    .sort((a, b) => a.left - b.left);
  if (next === undefined) return undefined;
  return places.some((place) => isBehind(place) && place.left < next.left) ? undefined : next;
}

/** A title or a watermark in the same row is no value. */
const isAlikeHigh = (piece: PagePiece, other: PagePiece): boolean =>
  piece.height < other.height * 2 && piece.height > other.height * 0.4;

function rowsBelow(first: PagePiece, label: PagePiece, room: Room): PagePiece[] {
  const rows: PagePiece[] = [];
  for (let last = first; ;) {
    const next = [...room.free]
      .filter((piece) => isNextRow(last, first, piece) && !hasWordsBefore(piece, label, room))
      .sort((a, b) => a.y - b.y || a.left - b.left)
      .at(0);
    if (next === undefined) return rows;
    room.free.delete(next);
    rows.push(next);
    last = next;
  }
}

function isNextRow(last: PagePiece, first: PagePiece, piece: PagePiece): boolean {
  const down = (piece.y - last.y) / Math.max(1, first.height);
  const isBelow = down > nextRow[0] && down < nextRow[1];
  return (
    isBelow &&
    Math.abs(piece.left - first.left) < first.height * 1.8 &&
    piece.height < first.height * 1.6 &&
    piece.height > first.height * 0.5
  );
}

/** A short text in the column of the labels: a label that was read so badly that it is not known as one. */
const hasWordsBefore = (piece: PagePiece, label: PagePiece, { free, places }: Room): boolean =>
  [...free, ...places].some(
    (other) =>
      other !== piece &&
      isOneRow(piece, other) &&
      other.right <= piece.left + piece.height * 0.3 &&
      Math.abs(other.left - label.left) < label.height * 2,
  );
