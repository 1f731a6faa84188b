import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

export interface TaskRecord {
  readonly client_id: string | null;
  readonly done_at_ms: number | null;
}

export function liveTask(db: Db, id: string): TaskRecord | undefined {
  const sql = 'SELECT client_id, done_at_ms FROM tasks WHERE id = ? AND deleted_at_ms IS NULL';
  return statement<[string], TaskRecord>(db, sql).get(id);
}

export function liveClient(db: Db, id: string): { readonly consultant_id: string | null } | undefined {
  const sql = 'SELECT consultant_id FROM clients WHERE id = ? AND deleted_at_ms IS NULL';
  return statement<[string], { consultant_id: string | null }>(db, sql).get(id);
}

export function clientOfApplication(db: Db, applicationId: string): string | undefined {
  const sql = 'SELECT client_id FROM applications WHERE id = ? AND deleted_at_ms IS NULL';
  return statement<[string], { client_id: string }>(db, sql).get(applicationId)?.client_id;
}
