/** What there is none of stands behind everything in either direction, as spreadsheets have it. */
import type { RowRange } from './page-cursor.ts';

/** What stands in a column of an order for nothing; it sorts behind every value. */
export type Blank = string | number;

interface InOrder<Place> {
  /** What rows are sorted by, in SQL. */
  readonly key: string;
  readonly descending: boolean;
  /** Undefined where every row has a value. */
  readonly blank: Blank | undefined;
  readonly range: RowRange;
  /** Rows that meet one more condition, walked in the order. */
  readonly read: (range: RowRange, more: readonly string[]) => Place[];
  /** How many rows there are behind the range's key. */
  readonly count: (more: readonly string[]) => number;
}

/**
 * A page of rows. Upwards the blank ones are last by themselves. Downwards there are two walks along one index: over those
 * that have a value, and over the others, where the page reaches them.
 */
export function rowsBlanksLast<Place>({
  key,
  descending,
  blank,
  range,
  read,
  count,
}: InOrder<Place>): Place[] {
  if (!descending || blank === undefined) return read(range, []);
  const { after, skip, limit } = range;
  const filled = [`${key} < ${literal(blank)}`];
  const others = [`${key} = ${literal(blank)}`];
  if (after?.value === blank) return read(range, others);
  const first = read(range, filled);
  if (first.length === limit) return first;
  // What is skipped beyond the filled ones is skipped among the others.
  const beyond = first.length > 0 || skip === 0 ? 0 : skip - count(filled);
  return [...first, ...read({ after: undefined, skip: beyond, limit: limit - first.length }, others)];
}

/** Only what this program writes itself: dates, numbers and the last of all signs. */
const literal = (blank: Blank): string => (typeof blank === 'number' ? `${blank}` : `'${blank}'`);
