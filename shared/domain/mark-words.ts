/** What stands between the parts of a mark, where its line may be broken. */
export const markSeparator = ' · ';
/** A longer line would not be read by anybody. */
export const longestMark = 120;

/** What of a mark is another each time. */
export interface MarkParts {
  /** The account of the application that the copy is for. */
  readonly accountName?: string | undefined;
  readonly purpose: string;
  readonly recipient: string;
  readonly date: string;
}

/** What a mark says unless somebody writes something else: 仅用于「归樾商城」首次认证 · 2026-09-22 · 交示例平台. */
export function suggestedMark({ accountName, purpose, recipient, date }: MarkParts): string {
  const subject = `${accountName === undefined ? '' : `「${accountName}」`}${purpose === '' ? '认证' : purpose}`;
  const parts = [`仅用于${subject}`, date, ...(recipient === '' ? [] : [`交${recipient}`])];
  return [...parts.join(markSeparator)].slice(0, longestMark).join('');
}

/** A single letter stands in many words. */
const shortestPart = 2;

/**
 * Words that somebody wrote once, with what is another now: date, recipient, purpose and account. Null where they are just what
 * would be suggested, and where they name an account while none is known now.
 */
export function markAgain(words: string, then: MarkParts, now: MarkParts): string | null {
  if (words === suggestedMark(then)) return null;
  const parts = (['accountName', 'recipient', 'purpose', 'date'] as const)
    .map((name) => [then[name] ?? '', now[name] ?? ''] as const)
    .filter(([before]) => [...before].length >= shortestPart && words.includes(before))
    .toSorted(([one], [other]) => other.length - one.length);
  if (then.accountName !== undefined && now.accountName === undefined && words.includes(then.accountName))
    return null;
  let text = '';
  for (let at = 0; at < words.length;) {
    const [before, after] = parts.find(([part]) => words.startsWith(part, at)) ?? [words.charAt(at), ''];
    // What is not known yet stays as it was.
    text += after === '' ? before : after;
    at += before.length;
  }
  return [...text].slice(0, longestMark).join('');
}

/** The ways to write the words: in one line, and in two and three about equally long ones, broken between its parts. */
export function markLayouts(words: string): string[][] {
  const parts = words
    .split(markSeparator.trim())
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const pieces = parts.length > 1 ? parts : halves(words.trim());
  const layouts = [1, 2, 3].filter((count) => count <= pieces.length).map((count) => inLines(pieces, count));
  return parts.length > 1
    ? layouts.map((lines) => lines.map((line) => line.join(markSeparator)))
    : layouts.map((lines) => lines.map((line) => line.join('').trim()));
}

/** A line without parts is broken at a blank next to its middle, or in its middle. */
function halves(words: string): string[] {
  const letters = [...words];
  if (letters.length < 8) return [words];
  const middle = Math.ceil(letters.length / 2);
  const blanks = letters.flatMap((letter, at) => (letter === ' ' ? [at] : []));
  const blank = blanks.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  const isNear = blank !== undefined && Math.abs(blank - middle) < letters.length / 3;
  const at = isNear ? blank : middle;
  return [letters.slice(0, at).join(''), letters.slice(at).join('')];
}

/** Parts in so many lines, the longest of which is as short as can be. */
function inLines(parts: readonly string[], count: number): string[][] {
  if (count === 1) return [[...parts]];
  let best: string[][] = [[...parts]];
  let bestLength = Infinity;
  for (let first = 1; first <= parts.length - count + 1; first += 1) {
    const lines = [parts.slice(0, first), ...inLines(parts.slice(first), count - 1)];
    const longest = Math.max(...lines.map((line) => [...line.join('')].length));
    if (longest < bestLength) [best, bestLength] = [lines.map((line) => [...line]), longest];
  }
  return best;
}

/** What a kept file becomes when each of its pages is drawn with a mark. */
export function markedMediaType({
  mediaType,
  pageCount,
}: {
  readonly mediaType: string;
  readonly pageCount: number;
}): 'application/pdf' | 'image/png' | 'image/jpeg' {
  if (mediaType === 'application/pdf' || pageCount > 1) return 'application/pdf';
  return mediaType === 'image/png' ? 'image/png' : 'image/jpeg';
}

const noted = /〔水印：([^〕]*)〕$/u;

/** The purpose of a copy with the words that were written across it, as the register keeps it. */
export const withMark = (purpose: string, words: string): string =>
  `${purpose.slice(0, 370)}〔水印：${words.replaceAll('〔', '(').replaceAll('〕', ')')}〕`;

/** The words that were written across a copy; null where there were none. */
export const markIn = (purpose: string): string | null => noted.exec(purpose)?.[1] ?? null;

/** The purpose alone. */
export const withoutMark = (purpose: string): string => purpose.replace(noted, '');
