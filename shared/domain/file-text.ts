import { withoutInvisible } from './plain-text.ts';
import { withWholeCharacters } from './radicals.ts';

/** Stands between two pages in the text of a file. */
export const pageBreak = '\f';

/**
 * So much is kept of one file: a hundred pages close with Chinese, more than any licence, contract or statement has.
 * Of a longer one the beginning is found, and its place in the index stays small.
 */
export const fileTextLimit = 100_000;

/** A page as it is kept: lines without invisible characters and radicals, and without the mark between pages. */
export function pageTextOf(read: string): string {
  const plain = withWholeCharacters(withoutInvisible(read)).replaceAll(/[\r\f\v]/gu, '\n');
  return plain
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The first `limit` characters of a text, without half a character at the end. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isHalf ? limit - 1 : limit);
}

/** The pages of a kept text, from the first on. */
export const pagesOf = (text: string): string[] => text.split(pageBreak);
