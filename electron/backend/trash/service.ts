import { AppError } from '#shared/contract/errors.ts';
import type { RestoreObstacle, TrashRow } from '#shared/contract/trash.ts';
import { trashKinds } from '#shared/domain/trash-kind.ts';
import type { TrashKind } from '#shared/domain/trash-kind.ts';
import type { Backend } from '#backend/backend.ts';
import type { Db } from '#backend/db/open.ts';
import { cursorOf, pageKeyOf } from '#backend/page-cursor.ts';
import * as queries from './queries.ts';
import type { EntryRecord } from './queries.ts';
import { planRestore } from './plan.ts';

interface ListInput {
  readonly text: string;
  readonly after: string | null;
  readonly skip: number;
  readonly limit: number;
}

export interface TrashPage {
  readonly rows: TrashRow[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** What was thrown away, newest first, an entry a change. Throws AppError NOT_FOUND for a cursor that is not ours. */
export function listTrash({ db }: Backend, { text, after, skip, limit }: ListInput): TrashPage {
  const key = after === null ? undefined : pageKeyOf(after);
  const found = queries.pageOfEntries(db, text, { after: key, skip, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((record) => rowOf(db, record)),
    nextCursor:
      found.length > limit && last !== undefined ? cursorOf({ value: last.at_ms, id: last.change_id }) : null,
    total: queries.countEntries(db, text),
  };
}

function rowOf(db: Db, record: EntryRecord): TrashRow {
  const kind = trashKinds[record.rank] ?? 'clients';
  return {
    changeId: record.change_id,
    kind,
    title: record.title,
    count: record.kind_count,
    clientId: record.client_id,
    // A client is its own; that it is in the trash is what its entry says.
    clientName: kind === 'clients' ? null : record.client_name,
    clientTrashed: kind !== 'clients' && record.client_deleted === 1,
    along: alongOf(db, record.change_id, kind),
    actorName: record.actor_name,
    atMs: record.at_ms,
  };
}

function alongOf(db: Db, changeId: string, own: TrashKind): TrashRow['along'] {
  const tables = queries.goneByChange(db, changeId).map(({ row_table }) => row_table);
  return trashKinds
    .filter((kind) => kind !== own)
    .map((kind) => ({ kind, count: tables.filter((table) => table === kind).length }))
    .filter(({ count }) => count > 0);
}

/** What would keep these entries, restored together, from coming back. Throws AppError NOT_FOUND for an empty entry. */
export function checkRestore({ db }: Backend, changeIds: readonly string[]): RestoreObstacle[] {
  return [...planRestore(db, changeIds).obstacles];
}

export interface RestoreResult {
  readonly changeId: string | null;
  readonly restoredCount: number;
}

/**
 * Brings back what is still in the trash of these entries, in one change. A consultant who has left the firm meanwhile
 * is not put back in charge. Throws AppError: NOT_FOUND (nothing is left of an entry), RESTORE_PARENT_GONE,
 * RESTORE_PLACE_TAKEN.
 */
export function restoreFromTrash(backend: Backend, changeIds: readonly string[]): RestoreResult {
  const { changeId, result } = backend.changes.record('trash.restore', (change) => {
    const { rows, obstacles } = planRestore(backend.db, changeIds);
    const [obstacle] = obstacles;
    if (obstacle !== undefined) throw refusalOf(obstacle);
    for (const { table, id, cleared } of rows) {
      change.restore(table, id);
      change.update(table, id, Object.fromEntries(cleared.map((column) => [column, null])));
    }
    return rows.length;
  });
  return { changeId, restoredCount: result };
}

function refusalOf({ reason, title, byTitle }: RestoreObstacle): AppError {
  const data = { title, name: byTitle };
  switch (reason) {
    case 'parent_gone':
      return new AppError('RESTORE_PARENT_GONE', data);
    case 'place_taken':
      return new AppError('RESTORE_PLACE_TAKEN', data);
  }
}
