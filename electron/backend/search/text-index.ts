import { pinyinWays, readingsOf } from '#shared/domain/full-pinyin.ts';
import { initialsOf } from '#shared/domain/pinyin-initials.ts';
import { isInitialsQuery, searchTokens } from '#shared/domain/search-text.ts';

/**
 * Words of the full-text index. A text is kept twice: each of its characters once, and its neighbouring pairs in
 * order. A query of one character looks for the character, a longer one for its pairs in a row, which is the same as
 * looking for the substring; pairs are rare where single characters (digits above all) stand in every entry.
 * Characters are hexadecimal code points, so that no other letter than a to f occurs in them.
 */
const pairOf = (first: string, second: string): string => `${first}x${second}`;
/** Stands before the first character of the title, so that a beginning can be looked for. */
const titleStart = 'tt';
/** Stands between two texts, so that no row of pairs runs on from one into the next. */
const textEnd = 'zz';

export interface IndexedText {
  readonly characters: string;
  readonly initials: string;
}

/** Another form of the index: it is made anew when the program meets one of an older form. */
export const indexForm = 'search-2';
/** The same for the index of what files say, which is made anew file by file. */
export const fileIndexForm = 'files-1';

/**
 * The texts of one entity as the full-text index holds them; the first one is its title. With `isRead` the title is found
 * by its full pinyin as well.
 */
export function indexedText(texts: readonly string[], isRead: boolean): IndexedText {
  const [title = ''] = texts;
  const initials = columnOf(texts.map(initialCodesOf));
  return {
    characters: columnOf(texts.map(codesOf)),
    initials: isRead ? [initials, ...readAloud(title)].join(' ') : initials,
  };
}

/**
 * What a file says, as its own index holds it: by its characters alone, for of pages of Chinese almost any letters are
 * the initials somewhere.
 */
export function indexedFile(text: string): string {
  const codes = codesOf(text);
  return [...new Set(codes), textEnd, ...pairsOf(codes)].join(' ');
}

/** Stands before the first syllable of the title. */
const readingStart = 'pq';
/** Syllables are words of their own, which no hexadecimal code is like. */
const syllableWord = (syllable: string): string => `py${syllable}`;

const readAloud = (title: string): string[] =>
  readingsOf(title).flatMap(({ from, syllables }) => [
    textEnd,
    ...(from === 0 ? [readingStart] : []),
    ...syllables.map(syllableWord),
  ]);

/** What a query looks for: anywhere in a text, at the beginning of the title, or in what a file says. */
export interface TextMatch {
  readonly anywhere: string;
  readonly atStart: string;
  readonly inFile: string;
}

/** The full-text expressions for a query; undefined when nothing searchable is left of it. */
export function textMatch(query: string): TextMatch | undefined {
  const codes = codesOf(query);
  const [first] = codes;
  if (first === undefined) return undefined;
  const columns = isInitialsQuery(query) ? ['characters', 'initials'] : ['characters'];
  const expression = (row: readonly string[]) =>
    columns.map((column) => `(${column} : "${row.join(' ')}")`).join(' OR ');
  const pairs = pairsOf(codes);
  const words = pairs.length === 0 ? [first] : pairs;
  const read = pinyinWays(query).map((way) => way.map(syllableWord));
  const readFrom = (before: readonly string[]) =>
    read.map((row) => `(initials : "${[...before, ...row].join(' ')}" *)`);
  const anyOf = (...expressions: readonly string[]) => expressions.join(' OR ');
  return {
    anywhere: anyOf(expression(words), ...readFrom([])),
    atStart: anyOf(expression([pairOf(titleStart, first), ...pairs]), ...readFrom([readingStart])),
    inFile: `"${words.join(' ')}"`,
  };
}

function columnOf(texts: readonly (readonly string[])[]): string {
  const rows = texts.map((codes, index) => pairsOf(index === 0 ? [titleStart, ...codes] : codes));
  return [...new Set(texts.flat()), ...rows.flatMap((pairs) => [textEnd, ...pairs])].join(' ');
}

const pairsOf = (codes: readonly string[]): string[] =>
  codes.slice(1).map((code, index) => pairOf(codes[index] ?? '', code));

const codesOf = (text: string): string[] =>
  searchTokens(text)
    .split(' ')
    .filter((code) => code !== '');

/** Titles such as 营业执照 stand in a hundred thousand entries, and reading Chinese takes its time. */
const known = new Map<string, string[]>();
const knownLimit = 5000;

function initialCodesOf(text: string): string[] {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= knownLimit) known.clear();
  const made = codesOf(isPlain(text) ? text.replaceAll(/[^A-Za-z0-9]/g, '') : initialsOf(text));
  known.set(text, made);
  return made;
}

/** Codes and phone numbers have no readings to look up: their letters and digits are their initials. */
const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);
