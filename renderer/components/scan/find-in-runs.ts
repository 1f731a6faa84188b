import { pageTextOf } from '#shared/domain/file-text.ts';
import { highlight } from '#shared/domain/highlight.ts';
import type { TextRange } from '#shared/domain/highlight.ts';
import { normaliseForSearch } from '#shared/domain/search-text.ts';
import type { PageBox } from './page-box.ts';
import { boxIn } from './text-runs.ts';
import type { TextRun } from './text-runs.ts';

/** Every place of a page that holds the query, in reading order: the boxes of its characters, one a run. */
export function findInRuns(runs: readonly TextRun[], query: string): readonly (readonly PageBox[])[] {
  const wanted = normaliseForSearch(query);
  const text = textOf(runs);
  // A page is looked through character by character only where it holds the query.
  if (wanted === '' || !normaliseForSearch(text).includes(wanted)) return [];
  return highlight(text, query).map((range) => boxesOf(runs, range));
}

/** Whether a page says anything at all: a scan without a text layer doesn't. */
export const hasText = (runs: readonly TextRun[]): boolean => pageTextOf(textOf(runs)) !== '';

const textOf = (runs: readonly TextRun[]): string =>
  runs.map(({ text, endsLine }) => (endsLine ? `${text}\n` : text)).join('');

function boxesOf(runs: readonly TextRun[], { start, end }: TextRange): readonly PageBox[] {
  const boxes: PageBox[] = [];
  let at = 0;
  for (const run of runs) {
    const first = Math.max(start, at);
    const last = Math.min(end, at + run.text.length);
    if (first < last) boxes.push(boxIn(run, first - at, last - at));
    at += run.text.length + (run.endsLine ? 1 : 0);
    if (at >= end) break;
  }
  return boxes;
}
