import type { MarkRange } from '#renderer/components/marked.tsx';

/** What of `text` is not in `other`, between what both begin and end with; empty where only something is lacking. */
export function differenceIn(text: string, other: string): MarkRange[] {
  const a = [...text];
  const b = [...other];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const from = a.slice(0, start).join('').length;
  const to = a.slice(0, a.length - end).join('').length;
  return from < to ? [[from, to]] : [];
}
