import type { Change, Row } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { linkState } from './queries.ts';
import type { LinkTable } from './queries.ts';

/** The id of a row that stands for a pair: every computer makes the same one. */
export const linkId = (...parts: readonly string[]): string => parts.join('.');

/** Joins a pair, again if it was taken apart, and writes what is said about it. Returns the row's id. */
export function joinPair(
  db: Db,
  change: Change,
  table: LinkTable,
  row: Row & { readonly id: string },
): string {
  const { id, ...columns } = row;
  const state = linkState(db, table, id);
  if (state === undefined) return change.insert(table, row);
  if (state.deleted_at_ms !== null) change.restore(table, id);
  change.update(table, id, columns);
  return id;
}
