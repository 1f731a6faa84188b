/** The same value with its keys in order, so that two files that write them otherwise are equal. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** Whether two values of rule files are equal, whatever the order of their keys. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return JSON.stringify(a) === JSON.stringify(b) || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

const provenanceKeys: ReadonlySet<string> = new Set(['tag', 'source', 'asOf']);

/** What a rule, or something that follows from one, says: without on whose word and since when. */
export function sayingOf(rule: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rule).filter(([key]) => !provenanceKeys.has(key)));
}
