/** The same value with its keys in order, so that two files that write them otherwise are equal. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** Whether two values of rule files are equal, whatever the order of their keys; an absent key is one without a value. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return isSameList(a, b);
  const [left, right] = [a, b] as readonly Readonly<Record<string, unknown>>[];
  if (left === undefined || right === undefined) return false;
  return (
    Object.keys(left).every((key) => isSameValue(left[key], right[key])) &&
    Object.keys(right).every((key) => key in left || right[key] === undefined)
  );
}

const isSameList = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) &&
  Array.isArray(b) &&
  a.length === b.length &&
  a.every((value, index) => isSameValue(value, b[index]));

const provenanceKeys: ReadonlySet<string> = new Set(['tag', 'source', 'asOf']);

/** Whether two rules, or things that follow from rules, say the same, on whosever word and since whenever. */
export function isSameSaying(a: object, b: object): boolean {
  const [left, right] = [a, b] as readonly Readonly<Record<string, unknown>>[];
  if (left === undefined || right === undefined) return false;
  return (
    Object.keys(left).every((key) => provenanceKeys.has(key) || isSameValue(left[key], right[key])) &&
    Object.keys(right).every((key) => provenanceKeys.has(key) || key in left || right[key] === undefined)
  );
}

/** What a rule, or something that follows from one, says: without on whose word and since when. */
export function sayingOf(rule: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rule).filter(([key]) => !provenanceKeys.has(key)));
}
