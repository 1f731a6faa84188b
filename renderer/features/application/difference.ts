import type { MarkRange } from '#renderer/components/marked.tsx';

/**
 * What of `text` is not as in `other`: character by character where both are of one length, else all that stands
 * between what both begin and end with. Empty where `text` only lacks something.
 */
export function differenceIn(text: string, other: string): MarkRange[] {
  const a = [...text];
  const b = [...other];
  return a.length === b.length ? differingRuns(a, b) : differingMiddle(a, b);
}

/** A text of up to this many characters is shown whole. */
const shownWhole = 10;
const keptAround = 3;

/** A long text around its differences alone, with the marks moved along; unaltered where nothing is marked. */
export function excerptOf(
  text: string,
  ranges: readonly MarkRange[],
): { readonly text: string; readonly ranges: readonly MarkRange[] } {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined || [...text].length <= shownWhole) return { text, ranges };
  const lead = [...text.slice(0, first[0])];
  const rest = [...text.slice(last[1])];
  const before = lead.length > keptAround + 1 ? `…${lead.slice(-keptAround).join('')}` : lead.join('');
  const after = rest.length > keptAround + 1 ? `${rest.slice(0, keptAround).join('')}…` : rest.join('');
  const moved = before.length - first[0];
  return {
    text: before + text.slice(first[0], last[1]) + after,
    ranges: ranges.map(([from, to]): MarkRange => [from + moved, to + moved]),
  };
}

function differingRuns(a: readonly string[], b: readonly string[]): MarkRange[] {
  const runs: [number, number][] = [];
  let position = 0;
  for (const [index, character] of a.entries()) {
    const end = position + character.length;
    const run = runs.at(-1);
    if (character !== b[index]) {
      if (run?.[1] === position) run[1] = end;
      else runs.push([position, end]);
    }
    position = end;
  }
  return runs;
}

function differingMiddle(a: readonly string[], b: readonly string[]): MarkRange[] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const from = a.slice(0, start).join('').length;
  const to = a.slice(0, a.length - end).join('').length;
  return from < to ? [[from, to]] : [];
}
