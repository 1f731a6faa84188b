import { pageBreak, pagesOf } from './file-text.ts';
import { highlight } from './highlight.ts';
import { normaliseForSearch } from './search-text.ts';

/** Where a file holds a query: the page, from 1, and the part of its text around it. */
export interface FoundOnPage {
  readonly page: number;
  readonly excerpt: string;
}

/** So many characters at most stand in an excerpt before and after what was found. */
export interface ExcerptRoom {
  readonly before: number;
  readonly after: number;
}

/** The place where a hit is shown has one short line. */
const shortLine: ExcerptRoom = { before: 10, after: 18 };
/** So far behind its beginning (UTF-16) the end of what was found is looked for. */
const reach = 600;

/**
 * The first place in the text of a file that holds the query, also over the end of a line or a page; undefined where
 * none does. Long texts are normalised whole and never character by character, which would take a second.
 */
export function foundOnPage(
  text: string,
  query: string,
  room: ExcerptRoom = shortLine,
): FoundOnPage | undefined {
  const wanted = normaliseForSearch(query);
  const at = wanted === '' ? -1 : normaliseForSearch(text).indexOf(wanted);
  if (at < 0) return undefined;
  const place = placeOf(text, at);
  return { page: place.page, excerpt: excerptOf(text, place, { query, ...room }) };
}

/** What was found with a few characters of its page before it, and a few that follow. */
function excerptOf(
  text: string,
  { pageStart, start }: Place,
  { query, before, after }: ExcerptRoom & { readonly query: string },
): string {
  const rest = wholeCharacters(text.slice(start, start + reach));
  const end = highlight(rest, query)[0]?.end ?? rest.length;
  const head = [...text.slice(pageStart, start)];
  const tail = [...wholeCharacters(text.slice(start + end, start + end + 2 * after))];
  const parts = [
    head.length > before ? '…' : '',
    oneLine(head.slice(-before).join('')).trimStart(),
    withoutLineEnds(oneLine(rest.slice(0, end))),
    oneLine(tail.slice(0, after).join('')).trimEnd(),
    start + end + tail.slice(0, after).join('').length < text.length ? '…' : '',
  ];
  return parts.join('');
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ');

/** What was found reads as it was typed: a line that ends in the midst of Chinese leaves no gap. */
const withoutLineEnds = (text: string): string =>
  text.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');

interface Place {
  readonly page: number;
  /** Where the page and what was found begin in the text. */
  readonly pageStart: number;
  readonly start: number;
}

/** The page on which the normalised character `at` stands, and where in the text. */
function placeOf(text: string, at: number): Place {
  let passed = 0;
  let from = 0;
  let number = 0;
  for (const page of pagesOf(text)) {
    number += 1;
    const length = normaliseForSearch(page).length;
    if (at < passed + length)
      return { page: number, pageStart: from, start: from + indexIn(page, at - passed) };
    passed += length;
    from += page.length + pageBreak.length;
  }
  return { page: number, pageStart: text.length, start: text.length };
}

/** Where in a page its normalised character `at` stands, by halves: the part up to it is no longer than `at`. */
function indexIn(page: string, at: number): number {
  let low = 0;
  let high = page.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (normaliseForSearch(page.slice(0, middle)).length <= at) low = middle;
    else high = middle - 1;
  }
  // The first half of a character by itself counts for nothing.
  return /^[\udc00-\udfff]/u.test(page.slice(low)) ? low - 1 : low;
}

/** Without the half of a character at either end. */
const wholeCharacters = (text: string): string =>
  text.replace(/^[\udc00-\udfff]/u, '').replace(/[\ud800-\udbff]$/u, '');
