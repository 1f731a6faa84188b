import type { ViewScreen } from '#shared/contract/views.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

export interface ViewRecord {
  readonly id: string;
  readonly screen: ViewScreen;
  readonly name: string;
  readonly filter: string;
  readonly position: number;
  readonly is_pinned: number;
}

const select = 'SELECT id, screen, name, filter, position, is_pinned FROM saved_views';
const order = 'ORDER BY position, id';

export function listViewRecords(db: Db, screen: ViewScreen): ViewRecord[] {
  const sql = `${select} WHERE screen = ? AND deleted_at_ms IS NULL ${order}`;
  return statement<[string], ViewRecord>(db, sql).all(screen);
}

export function viewNamed(db: Db, screen: ViewScreen, name: string): { readonly id: string } | undefined {
  const sql = 'SELECT id FROM saved_views WHERE screen = ? AND name = ? AND deleted_at_ms IS NULL';
  return statement<[string, string], { id: string }>(db, sql).get(screen, name);
}

export function liveView(db: Db, id: string): ViewRecord | undefined {
  return statement<[string], ViewRecord>(db, `${select} WHERE id = ? AND deleted_at_ms IS NULL`).get(id);
}
