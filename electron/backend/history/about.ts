import type { Reverted } from '#shared/contract/history.ts';
import type { Db } from '#backend/db/open.ts';
import { clientName, rowOf } from './queries.ts';
import type { EventRow } from './queries.ts';
import { cellsOf } from './revert-event.ts';

/** Whom a change was about: its first client, or where it touched none the first row with a name; and what it wrote. */
export function aboutOf(db: Db, events: readonly EventRow[]): Reverted['about'] {
  const clientIds = new Set(events.flatMap(({ client_id: id }) => id ?? []));
  const [first] = clientIds;
  return {
    name: first === undefined ? nameOfRow(db, events[0]) : (clientName(db, first) ?? null),
    clients: clientIds.size,
    fields: fieldsOf(events),
  };
}

function nameOfRow(db: Db, event: EventRow | undefined): string | null {
  const row = event && rowOf(db, event.row_table, event.row_id);
  return typeof row?.name === 'string' ? row.name : null;
}

/** Columns are told of a change of one row alone. */
function fieldsOf([event, ...others]: readonly EventRow[]): string[] {
  if (event?.operation !== 'update' || others.length > 0) return [];
  return Object.keys(cellsOf(event.after) ?? {});
}
