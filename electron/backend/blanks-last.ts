/** What there is none of stands behind everything in either direction, as spreadsheets have it. */
import type { RowRange } from './page-cursor.ts';

/** What stands in a column of an order for nothing; it sorts behind every value. */
export type Blank = string | number;

/** A part of a walk along an order, in SQL; the values that it names are those of `rangeValues`. */
export interface Walk {
  /** Rows behind the range's key that meet what the walk asks for. */
  readonly conditions: readonly string[];
  /** In the order of the key, then of the ids, with the end of the range. */
  readonly ordered: string;
}

interface InOrder<Place> {
  /** What rows are sorted by, and the column of their ids, in SQL. */
  readonly key: string;
  readonly id: string;
  readonly descending: boolean;
  /** Undefined where every row has a value. */
  readonly blank: Blank | undefined;
  readonly range: RowRange;
  readonly read: (range: RowRange, walk: Walk) => Place[];
  /** How many rows meet the conditions. */
  readonly count: (conditions: readonly string[]) => number;
}

/**
 * A page of rows. Upwards the blank ones are last by themselves. Downwards there are two walks along one index: over those
 * that have a value, and over the others, where the page reaches them.
 */
export function rowsBlanksLast<Place>(order: InOrder<Place>): Place[] {
  const { key, descending, blank, range, count } = order;
  const read = (part: RowRange, more: readonly string[]) => order.read(part, walkOf(order, part, more));
  if (!descending || blank === undefined) return read(range, []);
  const { after, skip, limit } = range;
  const filled = [`${key} < ${literal(blank)}`];
  const others = [`${key} = ${literal(blank)}`];
  if (after?.value === blank) return read(range, others);
  const first = read(range, filled);
  if (first.length === limit) return first;
  // What is skipped beyond the filled ones is skipped among the others.
  const beyond = first.length > 0 || skip === 0 ? 0 : skip - count(walkOf(order, range, filled).conditions);
  return [...first, ...read({ after: undefined, skip: beyond, limit: limit - first.length }, others)];
}

type Line = Pick<InOrder<unknown>, 'key' | 'id' | 'descending'>;

function walkOf({ key, id, descending }: Line, { after }: RowRange, more: readonly string[]): Walk {
  const [beyond, direction] = descending ? ['<', 'DESC'] : ['>', 'ASC'];
  return {
    conditions: [
      ...(after === undefined ? [] : [`(${key}, ${id}) ${beyond} (@afterValue, @afterId)`]),
      ...more,
    ],
    ordered: `ORDER BY ${key} ${direction}, ${id} ${direction} LIMIT @limit OFFSET @skip`,
  };
}

/** What the SQL of a walk names. */
export const rangeValues = ({ after, skip, limit }: RowRange) => ({
  afterValue: after?.value ?? null,
  afterId: after?.id ?? null,
  skip,
  limit,
});

/** Only what this program writes itself: dates, numbers and the last of all signs. */
const literal = (blank: Blank): string => (typeof blank === 'number' ? `${blank}` : `'${blank}'`);
