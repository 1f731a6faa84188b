import type { Reverted } from '#shared/contract/history.ts';
import type { Db } from '#backend/db/open.ts';
import { clientName, rowOf } from './queries.ts';
import type { ChangedRow } from './queries.ts';
import { cellsOf } from './revert-event.ts';

/**
 * Whom a change was about, and what it wrote: of its clients, or where it touched none of its rows, the one with the first
 * id, so that undo and redo, which go through them in opposite orders, name the same.
 */
export function aboutOf(db: Db, events: readonly ChangedRow[]): Reverted['about'] {
  const clientIds = new Set(events.flatMap(({ client_id: id }) => id ?? []));
  const [first] = [...clientIds].sort();
  return {
    name: first === undefined ? nameOfRow(db, events.toSorted(byRow)[0]) : (clientName(db, first) ?? null),
    clients: clientIds.size,
    fields: fieldsOf(events),
  };
}

function nameOfRow(db: Db, event: ChangedRow | undefined): string | null {
  const row = event && rowOf(db, event.row_table, event.row_id);
  return typeof row?.name === 'string' ? row.name : null;
}

const byRow = (a: ChangedRow, b: ChangedRow): number => (a.row_id < b.row_id ? -1 : 1);

/** Columns are told where the change wrote the same ones in each of its rows. */
function fieldsOf(events: readonly ChangedRow[]): string[] {
  const [first] = events;
  if (first === undefined) return [];
  const columnsOf = ({ after }: ChangedRow): string[] => Object.keys(cellsOf(after) ?? {}).sort();
  const columns = columnsOf(first);
  const isSame = (event: ChangedRow): boolean =>
    event.operation === 'update' &&
    event.row_table === first.row_table &&
    columnsOf(event).join() === columns.join();
  return events.every(isSame) ? columns : [];
}
