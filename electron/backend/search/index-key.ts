import { searchKinds } from '#shared/contract/search.ts';
import type { SearchHit } from '#shared/contract/search.ts';
import { normaliseForSearch } from '#shared/domain/search-text.ts';

export type SearchKind = SearchHit['kind'];

/**
 * A row of the index has a number made of its kind, the length of its title and a running part. The full-text index
 * reads in the order of these numbers, so that the first hits of a kind are those with the shortest titles, and a
 * kind is counted alone, without looking at the entries of a hundred thousand hits.
 */
const runningBits = 40;
const lengthBits = 10;
const perLength = 2 ** runningBits;
const perKind = 2 ** (runningBits + lengthBits);
const longest = 2 ** lengthBits - 1;

/** First number and last number, both inclusive. */
export interface KeyRange {
  readonly from: number;
  readonly to: number;
}

export function kindRange(kind: SearchKind): KeyRange {
  const from = searchKinds.indexOf(kind) * perKind;
  return { from, to: from + perKind - 1 };
}

/** The numbers that entries of this kind with a title of this length share. */
export function lengthRange(kind: SearchKind, title: string): KeyRange {
  const from = kindRange(kind).from + titleLength(title) * perLength;
  return { from, to: from + perLength - 1 };
}

/** Characters of the title as it is searched; very long ones count alike. */
export function titleLength(title: string): number {
  return Math.min([...normaliseForSearch(title)].length, longest);
}
