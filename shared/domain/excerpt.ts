import type { TextRange } from './highlight.ts';

/** So many characters are shown of a long text. */
const shown = 60;
/** Of these so many stand before what was found. */
const before = 16;

/** The part of a text in which the first of these ranges can be seen, on one line; a short text whole. */
export function excerptAround(text: string, ranges: readonly TextRange[]): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if ([...line].length <= shown) return line;
  const found = ranges[0]?.start ?? 0;
  const head = [...text.slice(0, found)];
  const from = head.length <= shown - before ? 0 : head.length - before;
  const all = [...text];
  const part = all
    .slice(from, from + shown)
    .join('')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return `${from > 0 ? '…' : ''}${part}${from + shown < all.length ? '…' : ''}`;
}
