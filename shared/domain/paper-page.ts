import type { Label } from './page-labels.ts';
import { labelledPieces } from './page-labels.ts';
import { isOneRow, joinedPieces, straightened } from './page-line.ts';
import type { PageLine, PagePiece } from './page-line.ts';
import { isUnder, valuesOf } from './page-values.ts';
import type { ValueReach } from './page-values.ts';
import { codeOnPage } from './page-codes.ts';
import type { SoughtCode } from './page-codes.ts';
import { datesIn, termIn } from './read-date.ts';
import { readField } from './read-field.ts';
import type { ReadDoubt, ReadField, ReadFieldName } from './read-field.ts';

/** What a label of a paper stands for, and how what follows it is read. */
export type PaperLabel = {
  readonly words: readonly string[];
  /** Whether it counts in the middle of other words too. */
  readonly isAnywhere?: boolean;
  /** Over the rows below too; a value stands in one row otherwise. */
  readonly reach?: ValueReach;
  /** The fields in what stands behind the label. Without it the label only ends what stands before. */
  readonly read?: (value: PagePiece) => readonly ReadField[];
  /** The code that stands behind the label; it is sought elsewhere on the page too. */
  readonly code?: SoughtCode;
};

/** The fields of a page, and what no label has taken. */
export type PaperPage = {
  readonly fields: readonly ReadField[];
  readonly rest: readonly PagePiece[];
  readonly tilt: number;
};

/** Reads a page by the labels that its paper prints. Of a field that is labelled twice, the first that says something counts. */
export function readByLabels(lines: readonly PageLine[], labels: readonly PaperLabel[]): PaperPage {
  const page = straightened(lines);
  const named: Label<string>[] = labels.map(({ words, isAnywhere, read, code }, index) => ({
    name: read === undefined && code === undefined ? null : String(index),
    words,
    isAnywhere: isAnywhere === true,
  }));
  const labelOf = (name: string): PaperLabel | undefined => labels[Number(name)];
  const labelled = labelledPieces(page, named);
  const { values, places, rest } = valuesOf(labelled, (name) => labelOf(name)?.reach ?? 'row', page.tilt);
  const read = values.flatMap(({ name, value }) => labelOf(name)?.read?.(value) ?? []);
  const codes = [...new Set(labels.flatMap(({ code }) => (code === undefined ? [] : [code])))];
  const found = codes.flatMap((code) => {
    const isIts = ({ name }: { readonly name: string }): boolean => labelOf(name)?.code === code;
    const under = places.filter(isIts).flatMap(({ place }) => rest.filter((piece) => isUnder(place, piece)));
    const own = [...values.filter(isIts).map(({ value }) => value), ...under];
    const others = [...rest, ...values.map(({ value }) => value)].filter((piece) => !own.includes(piece));
    const field = codeOnPage(code, own, others);
    return field === undefined ? [] : [field];
  });
  return { fields: firstOfEach([...found, ...read]), rest, tilt: page.tilt };
}

export function firstOfEach(fields: readonly ReadField[]): ReadField[] {
  const seen = new Set<ReadFieldName>();
  return fields.filter(({ field }) => {
    const isNew = !seen.has(field);
    seen.add(field);
    return isNew;
  });
}

/** The one day that a value names; none where it names none. */
export const dayField =
  (field: ReadFieldName) =>
  (value: PagePiece): ReadField[] => {
    const [first, second] = datesIn(value.text).dates;
    if (first === undefined) return [];
    const doubts: readonly ReadDoubt[] = first.isCut ? ['shape'] : [];
    return [readField(field, first.date, value, second === undefined ? doubts : ['several', ...doubts])];
  };

const cutDoubts = (text: string): readonly ReadDoubt[] =>
  datesIn(text).dates.some(({ isCut }) => isCut) ? ['shape'] : [];

/** Beginning and end of a term. */
export function termFields(value: PagePiece): ReadField[] {
  const term = termIn(value.text);
  if (term === undefined) return [];
  const doubts = cutDoubts(value.text);
  return [
    ...(term.from === undefined ? [] : [readField('valid_from', term.from, value, doubts)]),
    ...(term.until === undefined ? [] : [readField('valid_until', term.until, value, doubts)]),
  ];
}

/** The last day that a paper is good for. */
export function endField(value: PagePiece): ReadField[] {
  const { dates, isForever } = datesIn(value.text);
  const last = dates.at(-1)?.date ?? (isForever ? 'forever' : undefined);
  return last === undefined ? [] : [readField('valid_until', last, value, cutDoubts(value.text))];
}

const figuresOnly = /^[0-9OoIl|Z年月日曰. ]+$/u;
/** The parts of a day at the foot of a paper may stand so many heights apart. */
const apart = 6;

/** The day at the foot of a paper that no label stands before: the lowest one by itself. */
export function loneDay(field: ReadFieldName, { rest, tilt }: Pick<PaperPage, 'rest' | 'tilt'>): ReadField[] {
  const figures = rest.filter(({ text }) => figuresOnly.test(text));
  const rows: PagePiece[][] = [];
  for (const piece of figures.toSorted((a, b) => a.left - b.left)) {
    const row = rows.find((known) => isNear(known.at(-1), piece));
    if (row === undefined) rows.push([piece]);
    else row.push(piece);
  }
  const days = rows
    .map((row) => joinedPieces(row, ' ', tilt))
    .filter(({ text }) => datesIn(text).dates.length === 1)
    .sort((a, b) => b.y - a.y || a.left - b.left);
  const [lowest] = days;
  const day = lowest === undefined ? undefined : datesIn(lowest.text).dates[0];
  if (lowest === undefined || day === undefined) return [];
  return [readField(field, day.date, lowest, day.isCut ? ['no_label', 'shape'] : ['no_label'])];
}

const isNear = (last: PagePiece | undefined, piece: PagePiece): boolean =>
  last !== undefined && isOneRow(last, piece) && piece.left - last.right < last.height * apart;
