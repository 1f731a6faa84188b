import { withoutInvisible } from './plain-text.ts';
import { withWholeCharacters } from './radicals.ts';
import { boxAround, heightOf, lengthOf, partOfBox, tiltOf, turnedBox } from './text-box.ts';
import type { TextBox } from './text-box.ts';

/** A line as it was recognised on a page. `confidence` is the mean over its characters, 0 to 1. */
export type PageLine = {
  readonly text: string;
  readonly box: TextBox;
  readonly confidence: number;
};

/** A line, or a part of one, in a page that is laid straight. */
export type PagePiece = {
  /** Half width (NFKC), trimmed; spaces within stay. */
  readonly text: string;
  readonly box: TextBox;
  readonly confidence: number;
  readonly left: number;
  readonly right: number;
  /** The middle of the line. */
  readonly y: number;
  readonly height: number;
};

export type StraightPage = {
  /** How far the page is tilted, in radians. */
  readonly tilt: number;
  /** From top to bottom and from left to right, whatever order the lines came in. */
  readonly pieces: readonly PagePiece[];
};

/** Words that run across a page, as watermarks and the rims of seals do, are tilted by more than this against the rest. */
const acrossRadians = (13 * Math.PI) / 180;
/** A box that is shorter than this many of its heights does not tell a tilt. */
const tellingShape = 2.5;
/** A page is taken for tilted by no more than this: beyond it was turned, or the boxes say nothing. */
const greatestTilt = Math.PI / 5;

/** Lays the lines of a page straight and leaves out what says nothing or runs across. */
export function straightened(lines: readonly PageLine[]): StraightPage {
  const tilt = tiltOfPage(lines);
  const pieces = lines
    .filter((line) => !runsAcross(line, tilt))
    .map((line) => pieceOf(line, tilt))
    .filter(({ text }) => text !== '');
  return { tilt, pieces: inReadingOrder(pieces) };
}

/** The tilt that half of the writing, counted by its length, lies under. */
function tiltOfPage(lines: readonly PageLine[]): number {
  const telling = lines
    .filter(({ box }) => lengthOf(box) > heightOf(box) * tellingShape)
    .map(({ box }) => ({ tilt: tiltOf(box), length: lengthOf(box) }))
    .filter(({ tilt }) => Math.abs(tilt) < greatestTilt)
    .sort((a, b) => a.tilt - b.tilt || a.length - b.length);
  let rest = telling.reduce((sum, { length }) => sum + length, 0) / 2;
  for (const { tilt, length } of telling) {
    rest -= length;
    if (rest <= 0) return tilt;
  }
  return 0;
}

const runsAcross = ({ box }: PageLine, tilt: number): boolean =>
  lengthOf(box) > heightOf(box) * tellingShape && Math.abs(tiltOf(box) - tilt) > acrossRadians;

function pieceOf({ text, box, confidence }: PageLine, tilt: number): PagePiece {
  const corners = turnedBox(box, -tilt);
  return {
    text: plainText(text),
    box,
    confidence: Math.min(1, Math.max(0, confidence)),
    left: (corners[0][0] + corners[3][0]) / 2,
    right: (corners[1][0] + corners[2][0]) / 2,
    y: corners.reduce((sum, [, y]) => sum + y, 0) / 4,
    height: heightOf(box),
  };
}

const plainText = (text: string): string =>
  withWholeCharacters(withoutInvisible(text.normalize('NFKC')))
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** How wide a character is set, as a share of a Chinese one. */
const widthOf = (character: string): number => (/[\u2e80-\u9fff\uf900-\ufaff]/u.test(character) ? 1 : 0.55);

/** The part of a piece from one index of its text up to another, trimmed; its place is reckoned from the widths of characters. */
export function partOfPiece(piece: PagePiece, from: number, to: number): PagePiece {
  const slice = piece.text.slice(from, to);
  const start = from + (slice.length - slice.trimStart().length);
  const text = slice.trim();
  const widths = [...piece.text].map(widthOf);
  const whole = widths.reduce((sum, width) => sum + width, 0) || 1;
  const widthUpTo = (index: number): number =>
    [...piece.text.slice(0, index)].reduce((sum, character) => sum + widthOf(character), 0);
  const [first, last] = [widthUpTo(start) / whole, widthUpTo(start + text.length) / whole];
  const length = piece.right - piece.left;
  return {
    ...piece,
    text,
    box: partOfBox(piece.box, first, last),
    left: piece.left + length * first,
    right: piece.left + length * last,
  };
}

/** Pieces of one row, or one below the other, as one; its confidence is the mean over the characters. */
export function joinedPieces(pieces: readonly PagePiece[], between: string, tilt: number): PagePiece {
  const [first] = pieces;
  if (first === undefined) throw new RangeError('no piece to join');
  if (pieces.length === 1) return first;
  const characters = pieces.reduce((sum, { text }) => sum + text.length, 0) || 1;
  return {
    text: pieces.map(({ text }) => text).join(between),
    box: boxAround(
      pieces.map(({ box }) => box),
      tilt,
    ),
    confidence: pieces.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / characters,
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    y: first.y,
    height: first.height,
  };
}

/** Whether two pieces stand in one row. */
export const isOneRow = (a: PagePiece, b: PagePiece): boolean =>
  Math.abs(a.y - b.y) < Math.max(a.height, b.height) * 0.5;

function inReadingOrder(pieces: readonly PagePiece[]): PagePiece[] {
  const byHeight = pieces.toSorted(
    (a, b) => a.y - b.y || a.left - b.left || a.right - b.right || (a.text < b.text ? -1 : 1),
  );
  const rows: PagePiece[][] = [];
  for (const piece of byHeight) {
    const row = rows.at(-1);
    const head = row?.[0];
    if (row !== undefined && head !== undefined && isOneRow(head, piece)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.left - b.left || a.y - b.y));
}
