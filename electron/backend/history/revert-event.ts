import { AppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import type { Cell, Change } from '#backend/db/change.ts';
import type { SharedTable } from '#backend/db/tables.ts';
import { rowOf } from './queries.ts';
import type { ChangedRow } from './queries.ts';

/** Columns of an event by name; null where the event has none. */
export function cellsOf(json: string | null): Record<string, Cell> | null {
  return json === null ? null : (JSON.parse(json) as Record<string, Cell>);
}

/** Takes one event back. Throws AppError UNDO_CONFLICT where the row is no longer as the event left it. */
export function revertEvent(backend: Backend, change: Change, event: ChangedRow): void {
  const { row_table: table, row_id: id } = event;
  switch (event.operation) {
    case 'insert':
    case 'restore':
      if (!change.remove(table, id)) throw movedOn(table, id, 'deleted_at_ms');
      return;
    case 'delete':
      if (!unlessTaken(table, id, () => change.restore(table, id))) throw movedOn(table, id, 'deleted_at_ms');
      return;
    case 'update': {
      const before = cellsOf(event.before) ?? {};
      const after = cellsOf(event.after) ?? {};
      const now = rowOf(backend.db, table, id) ?? {};
      const moved = Object.keys(after).find((name) => (now[name] ?? null) !== after[name]);
      if (moved !== undefined) throw movedOn(table, id, moved);
      unlessTaken(table, id, () => change.update(table, id, before));
    }
  }
}

const movedOn = (table: SharedTable, id: string, field: string, cause?: unknown) =>
  new AppError('UNDO_CONFLICT', { table, id, field, laterAction: null, laterAtMs: null }, { cause });

/** Something else may have taken the place meanwhile, e.g. a client with the same credit code. */
function unlessTaken<T>(table: SharedTable, id: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE')
      throw movedOn(table, id, 'deleted_at_ms', error);
    throw error;
  }
}
