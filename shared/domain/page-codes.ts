import { partOfPiece } from './page-line.ts';
import type { PagePiece } from './page-line.ts';
import type { ReadCode } from './read-code.ts';
import { doubted, readField } from './read-field.ts';
import type { ReadDoubt, ReadField, ReadFieldName } from './read-field.ts';

/** What is one code or another, found by its characters anywhere on a page. */
export type SoughtCode = {
  readonly field: ReadFieldName;
  readonly length: number;
  readonly read: (text: string) => ReadCode | undefined;
};

type Candidate = { readonly field: ReadField; readonly isLabelled: boolean };

/** Letters and figures, and marks that figures are read for. */
const word = /[0-9A-Za-z|!$×]+/gu;
/** A code may be broken by spaces into so many parts. */
const mostParts = 5;

/**
 * The code on a page: behind its label, else by its form alone, and then only where its check is right. Of several that
 * pass, the labelled one is taken first; that there is another is a doubt.
 */
export function codeOnPage(
  code: SoughtCode,
  labelled: readonly PagePiece[],
  others: readonly PagePiece[],
): ReadField | undefined {
  const candidates = [
    ...labelled.flatMap((piece) => candidatesIn(piece, code, true)),
    ...others.flatMap((piece) => candidatesIn(piece, code, false)),
  ].filter(({ isLabelled, field }) => isLabelled || !field.doubts.includes('check_failed'));
  const [best] = candidates.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      b.field.confidence - a.field.confidence ||
      (a.field.value < b.field.value ? -1 : 1),
  );
  if (best === undefined) return undefined;
  const rivals = candidates.filter(
    (other) => rank(other) === rank(best) && other.field.value !== best.field.value,
  );
  return rivals.length === 0 ? best.field : doubted(best.field, 'several');
}

/** Those that pass come first, among them the labelled ones. */
function rank({ field: { doubts }, isLabelled }: Candidate): number {
  const passing = doubts.includes('check_failed') ? 4 : doubts.includes('guessed') ? 2 : 0;
  return passing + (isLabelled ? 0 : 1);
}

function candidatesIn(piece: PagePiece, code: SoughtCode, isLabelled: boolean): Candidate[] {
  const words = [...piece.text.matchAll(word)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const spans = words.flatMap(({ from }, index) =>
    words.slice(index, index + mostParts).flatMap(({ to }) => spanOf(piece, from, to, code)),
  );
  const whole = spans.filter(({ length }) => length === code.length);
  return (whole.length > 0 ? whole : spans).flatMap(({ from, to }) => {
    const place = partOfPiece(piece, from, to);
    const read = code.read(place.text);
    if (read === undefined) return [];
    // A code that passes every check as it was read needs no label to be known.
    const isKnown = isLabelled || read.doubts.length === 0;
    const doubts: readonly ReadDoubt[] = isKnown ? read.doubts : [...read.doubts, 'no_label'];
    return [{ field: readField(code.field, read.value, place, doubts), isLabelled }];
  });
}

type Span = { readonly from: number; readonly to: number; readonly length: number };

/** A stretch of the text when it has about as many characters as the code, half of them figures. */
function spanOf({ text }: PagePiece, from: number, to: number, code: SoughtCode): Span[] {
  const characters = text.slice(from, to).replaceAll(/[^0-9A-Za-z|!$×]/gu, '');
  const figures = characters.replaceAll(/\D/gu, '').length;
  const { length } = characters;
  const isLikely = Math.abs(length - code.length) <= 1 && figures >= code.length * 0.4;
  return isLikely && /^[0-9A-Za-z|!$×\s.·-]+$/u.test(text.slice(from, to)) ? [{ from, to, length }] : [];
}
