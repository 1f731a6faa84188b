import { highlight } from './highlight.ts';
import { normaliseForSearch } from './search-text.ts';

/** How well a name answers a query, the best first: it is the query, begins with it, holds it, or does not show it at all. */
export const matchQualities = ['whole', 'start', 'inside', 'none'] as const;
export type MatchQuality = (typeof matchQualities)[number];

/** By characters, pinyin initials or full pinyin, as `highlight` marks them. */
export function matchQuality(name: string, query: string): MatchQuality {
  const [first] = highlight(name, query);
  if (first === undefined) return 'none';
  if (first.start > 0) return 'inside';
  // Matches that touch are marked as one: a query that comes twice is not the whole name.
  const isWhole = first.end === name.length && normaliseForSearch(query).length >= [...name].length;
  return isWhole ? 'whole' : 'start';
}

/** Each with how well its title answers, the best first; those that answer alike stay in their order. */
export function byMatchQuality<Entry extends { readonly title: string }>(
  entries: readonly Entry[],
  query: string,
): readonly { readonly entry: Entry; readonly quality: MatchQuality }[] {
  return entries
    .map((entry) => ({ entry, quality: matchQuality(entry.title, query) }))
    .sort((a, b) => matchQualities.indexOf(a.quality) - matchQualities.indexOf(b.quality));
}
