/** The list that a record was opened from, so that one can go on along it and come back to it: of this window alone. */

import type { ViewScreen } from '#shared/contract/views.ts';

interface TrailPage {
  readonly rows: readonly { readonly id: string }[];
  readonly total: number;
  /** Of a list in groups: how many of its rows are not collapsed away. */
  readonly grouped?: { readonly shown: number } | undefined;
}

export type TrailList = 'clients' | 'applications' | 'documents';

export interface ListTrail {
  readonly list: TrailList;
  /** Names the list with its filter and its order. */
  readonly key: string;
  readonly read: (
    range: { readonly after: null; readonly skip: number; readonly limit: number },
    signal: AbortSignal,
  ) => Promise<TrailPage>;
  /** The record that is open, and its place in the list. */
  readonly id: string;
  readonly index: number;
  /** How the list was narrowed and ordered when it was left, as a view is kept; of the papers the text searched for. */
  readonly look: string;
}

interface KeptTrail extends ListTrail {
  /** The entry of the window's history in which the list stands. */
  readonly entry: string | undefined;
}

let trail: KeptTrail | null = null;

const currentEntry = (): string | undefined => window.navigation.currentEntry?.key;

export function beginTrail(begun: ListTrail): void {
  trail = { ...begun, entry: currentEntry() };
}

/** The trail on which a record lies; undefined when it was not opened from a list. */
export const trailAt = (list: TrailList, id: string): ListTrail | undefined =>
  trail?.list === list && trail.id === id ? trail : undefined;

export function moveTrail(id: string, index: number): void {
  if (trail !== null) trail = { ...trail, id, index };
}

/** The trail that leads back here: this list, in the same place of the window's history. */
export const trailBackTo = (list: TrailList | ViewScreen): ListTrail | undefined =>
  trail?.list === list && trail.entry !== undefined && trail.entry === currentEntry() ? trail : undefined;

/** A trail ends where one goes to another screen; the pages of records lie beside it. */
export function endTrailOff(pathname: string): void {
  if (trail === null || pathname === `/${trail.list}`) return;
  if (!/^\/(?:clients|accounts|applications|documents)\/./u.test(pathname)) trail = null;
}

/** The places of the record before and of the one after, among the rows read from `skip` on. */
export function neighboursOf(
  { id, index }: Pick<ListTrail, 'id' | 'index'>,
  { rows, total, grouped, skip }: TrailPage & { readonly skip: number },
) {
  const found = rows.findIndex((row) => row.id === id);
  const at = found < 0 ? null : skip + found;
  // What has left the list meanwhile lies between the two that were around it.
  const place = (to: number) => {
    const row = rows[to - skip];
    return row === undefined ? undefined : { id: row.id, index: to };
  };
  return {
    at,
    total: grouped?.shown ?? total,
    previous: place((at ?? index) - 1),
    next: place(at === null ? index : at + 1),
  };
}
