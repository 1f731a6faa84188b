import { readField } from './read-field.ts';
import type { ReadDoubt, ReadField, ReadFieldName } from './read-field.ts';
import type { PagePiece } from './page-line.ts';

/** What a sample prints across the page, and what recognition makes of the ornaments around a text. */
const strays = /\s*(?:样本)?\s*SAMPLE\b.*$/u;
const edges = /^[\s:;,.·|_'"*-]+|[\s:;,|_'"*-]+$/gu;

/** A name, an address or another short text as papers print it: no spaces between Chinese, wide brackets. */
export function shortText(text: string): string {
  const plain = text.normalize('NFKC').replace(strays, '').replaceAll(edges, '');
  if (!isChinese(plain)) return plain;
  return withoutSpacing(plain).replaceAll('(', '（').replaceAll(')', '）');
}

/** A long text with the punctuation of Chinese. */
export const longText = (text: string): string =>
  shortText(text)
    .replaceAll(',', '，')
    .replaceAll(';', '；')
    .replaceAll(/:(?!\d)/gu, '：');

/** Spaces stay between two Latin words only. */
const withoutSpacing = (text: string): string => text.replaceAll(/(?<![A-Za-z]) | (?![A-Za-z])/gu, '');

const isChinese = (text: string): boolean => /[\u3400-\u9fff]/u.test(text);

type Shape = (value: string) => boolean;

/** A field of text; none where nothing is left of it, doubted where it does not look like one. */
function textField(
  field: ReadFieldName,
  value: string,
  source: PagePiece,
  { isFitting, doubts = [] }: { readonly isFitting: Shape; readonly doubts?: readonly ReadDoubt[] },
): ReadField[] {
  if (value === '') return [];
  return [readField(field, value, source, isFitting(value) ? doubts : [...doubts, 'shape'])];
}

const namesBody: Shape = (value) => {
  const letters = [...value].filter((character) => /\p{L}/u.test(character)).length;
  return letters >= 2 && letters >= value.length * 0.6 && value.length <= 80;
};

/** The name of a firm or another body. */
export const bodyName = (
  field: ReadFieldName,
  source: PagePiece,
  doubts: readonly ReadDoubt[] = [],
): ReadField[] => textField(field, shortText(source.text), source, { isFitting: namesBody, doubts });

/** Two to six Chinese characters, longer with a dot, or Latin words. */
const namesPerson: Shape = (value) =>
  /^[\u3400-\u9fff\u{20000}-\u{323af}]{2,6}$/u.test(value) ||
  /^[\u3400-\u9fff]+(?:·[\u3400-\u9fff]+)+$/u.test(value) ||
  /^[A-Za-z][A-Za-z .,'-]{2,60}$/.test(value);

export const personName = (field: ReadFieldName, source: PagePiece): ReadField[] =>
  textField(field, shortText(source.text).replaceAll(/[•・‧∙･⋅]/gu, '·'), source, { isFitting: namesPerson });

export const anyText = (field: ReadFieldName, source: PagePiece): ReadField[] =>
  textField(field, shortText(source.text), source, { isFitting: () => true });

export const runningText = (field: ReadFieldName, source: PagePiece): ReadField[] =>
  textField(field, longText(source.text), source, { isFitting: () => true });

/** An address has Chinese in it and more than a few characters. */
export const addressText = (field: ReadFieldName, source: PagePiece): ReadField[] =>
  textField(field, shortText(source.text), source, {
    isFitting: (value) => isChinese(value) && value.length >= 5,
  });

/** One of a few words. */
export const oneOf = (field: ReadFieldName, source: PagePiece, words: readonly string[]): ReadField[] => {
  const read = shortText(source.text);
  const word = words.find((known) => read.startsWith(known));
  return word === undefined ? [] : [readField(field, word, source)];
};
