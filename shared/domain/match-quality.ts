import { highlight } from './highlight.ts';

/** How well a name answers a query, the best first: it is the query, begins with it, holds it, or does not show it at all. */
export const matchQualities = ['whole', 'start', 'inside', 'none'] as const;
export type MatchQuality = (typeof matchQualities)[number];

/** By characters, pinyin initials or full pinyin, as `highlight` marks them. */
export function matchQuality(name: string, query: string): MatchQuality {
  const ranges = highlight(name, query);
  const [first] = ranges;
  if (first === undefined) return 'none';
  if (first.start > 0) return 'inside';
  return first.end === name.length ? 'whole' : 'start';
}

/** The entries whose name answers best come first; those that answer alike stay in their order. */
export function byMatchQuality<Entry extends { readonly title: string }>(
  entries: readonly Entry[],
  query: string,
): Entry[] {
  return matchQualities.flatMap((wanted) =>
    entries.filter(({ title }) => matchQuality(title, query) === wanted),
  );
}
