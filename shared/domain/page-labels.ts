import { isOneRow, joinedPieces, partOfPiece } from './page-line.ts';
import type { PagePiece, StraightPage } from './page-line.ts';

/** The words that a paper prints before a value. */
export type Label<Name extends string> = {
  /** What the value is; several labels may stand for the same. Null where the words only end what stands before. */
  readonly name: Name | null;
  readonly words: readonly string[];
  /** Whether it also counts in the middle of other words, as where two short fields are set in one row. */
  readonly isAnywhere?: boolean;
};

/** A piece of a page that begins after a label, or one without a label. */
export type LabelledPiece<Name extends string> = {
  /** Undefined where no label stands before it. */
  readonly label: { readonly name: Name | null; readonly place: PagePiece } | undefined;
  /** What stands after the label, or the whole; empty where the label stands alone. */
  readonly piece: PagePiece;
};

type Hit<Name extends string> = { readonly name: Name | null; readonly from: number; readonly to: number };

/** Splits the lines of a page where labels begin. Labels that were set wide, a character a box, are put together first. */
export function labelledPieces<Name extends string>(
  { pieces, tilt }: StraightPage,
  labels: readonly Label<Name>[],
): LabelledPiece<Name>[] {
  const words = labels.flatMap((label) => label.words);
  return withWideLabels(pieces, words, tilt).flatMap((piece) => splitAtLabels(piece, labels));
}

function splitAtLabels<Name extends string>(
  piece: PagePiece,
  labels: readonly Label<Name>[],
): LabelledPiece<Name>[] {
  const hits = hitsIn(piece.text, labels);
  const [first] = hits;
  if (first === undefined) return [{ label: undefined, piece }];
  const before = partOfPiece(piece, 0, first.from);
  const parts = hits.map((hit, index): LabelledPiece<Name> => {
    const place = partOfPiece(piece, hit.from, hit.to);
    const end = hits[index + 1]?.from ?? piece.text.length;
    return { label: { name: hit.name, place }, piece: withoutColon(piece, hit.to, end) };
  });
  return before.text === '' ? parts : [{ label: undefined, piece: before }, ...parts];
}

function withoutColon(piece: PagePiece, from: number, to: number): PagePiece {
  const mark = /^[\s:;.,·|_-]*/u.exec(piece.text.slice(from, to))?.[0].length ?? 0;
  return partOfPiece(piece, from + mark, to);
}

/** Where labels stand in a text, from left to right; a longer one is taken before a shorter one in it. */
function hitsIn<Name extends string>(text: string, labels: readonly Label<Name>[]): Hit<Name>[] {
  const shown = [...text].flatMap((character, index) => (character === ' ' ? [] : [{ character, index }]));
  const sought = labels
    .flatMap(({ name, words, isAnywhere = false }) => words.map((word) => ({ name, word, isAnywhere })))
    .sort((a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1));
  const hits: (Hit<Name> & { start: number; end: number })[] = [];
  for (const { name, word, isAnywhere } of sought) {
    for (let start = 0; start + word.length <= shown.length; start += 1) {
      const end = start + word.length;
      if (hits.some((hit) => start < hit.end && hit.start < end)) continue;
      const read = shown.slice(start, end).map(({ character }) => character);
      const isAtStart = isAnywhere || start === 0 || isApart(text, shown[start]?.index ?? 0);
      if (!isLabel(read, word, isAtStart)) continue;
      hits.push({ name, start, end, from: shown[start]?.index ?? 0, to: (shown[end - 1]?.index ?? 0) + 1 });
    }
  }
  return hits.sort((a, b) => a.from - b.from);
}

/** A space or a mark stands before. */
const isApart = (text: string, index: number): boolean => /[\s:;,.)）】]/u.test(text.charAt(index - 1));

/**
 * Whether the characters read are the label. One of four or five may be misread, two of a longer one; in the middle of
 * other words only a long label counts, and only when it is read to the letter.
 */
function isLabel(read: readonly string[], word: string, isAtStart: boolean): boolean {
  const misread = [...word].filter((character, index) => read[index] !== character).length;
  if (misread === 0) return isAtStart || word.length >= 4;
  if (!isAtStart || word.length < 4) return false;
  return misread <= (word.length < 6 ? 1 : 2);
}

/** Boxes of a row that are the beginnings of a label, put together with what follows until the label is whole. */
function withWideLabels(pieces: readonly PagePiece[], words: readonly string[], tilt: number): PagePiece[] {
  const rest = [...pieces];
  const joined: PagePiece[] = [];
  for (let piece = rest.shift(); piece !== undefined; piece = rest.shift()) {
    const next = rest[0];
    const begun = next === undefined ? undefined : beginningOf(piece, next, words);
    if (next === undefined || begun === undefined) {
      joined.push(piece);
      continue;
    }
    if (begun > 0) joined.push(partOfPiece(piece, 0, begun));
    rest.shift();
    rest.unshift(joinedPieces([partOfPiece(piece, begun, piece.text.length), next], ' ', tilt));
  }
  return joined;
}

/** A label that is set wide leaves gaps of up to so many heights between its characters. */
const widestGap = 5;

/** Where in a piece a label begins that the next piece ends; undefined where none does. */
function beginningOf(piece: PagePiece, next: PagePiece, words: readonly string[]): number | undefined {
  if (isLabelBegun(piece, next, words)) return 0;
  if (!isOneRow(piece, next) || next.left - piece.right > piece.height * widestGap) return undefined;
  // Its first character may have been read with the end of what stands to its left: only where its rest stands by itself.
  const rest = compact(next.text);
  const cut = words.find(
    (word) =>
      word.length > rest.length && word.endsWith(rest) && piece.text.endsWith(word.slice(0, -rest.length)),
  );
  return cut === undefined || rest === '' ? undefined : piece.text.length - (cut.length - rest.length);
}

function isLabelBegun(piece: PagePiece, next: PagePiece, words: readonly string[]): boolean {
  const begun = compact(piece.text);
  if (begun.length > 3 || words.includes(begun)) return false;
  if (!isOneRow(piece, next) || next.left - piece.right > piece.height * widestGap) return false;
  const both = begun + compact(next.text);
  return words.some(
    (word) =>
      word.length > begun.length &&
      word.startsWith(begun) &&
      (both.startsWith(word) || (word.startsWith(both) && both.length < word.length)),
  );
}

const compact = (text: string): string => text.replaceAll(' ', '');
