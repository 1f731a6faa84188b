import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

/** A shared setting that is in force; a deleted row counts as never set. */
export function sharedSetting(db: Db, key: string): string | undefined {
  const sql = 'SELECT value FROM settings WHERE id = ? AND deleted_at_ms IS NULL';
  return statement<[string], { value: string }>(db, sql).get(key)?.value;
}

export function settingRow(db: Db, key: string): { readonly deleted_at_ms: number | null } | undefined {
  const sql = 'SELECT deleted_at_ms FROM settings WHERE id = ?';
  return statement<[string], { deleted_at_ms: number | null }>(db, sql).get(key);
}

export function localSetting(db: Db, key: string): string | undefined {
  const sql = 'SELECT value FROM local_settings WHERE id = ?';
  return statement<[string], { value: string }>(db, sql).get(key)?.value;
}

export function putLocalSetting(db: Db, key: string, value: string): void {
  const sql =
    'INSERT INTO local_settings (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value';
  statement(db, sql).run(key, value);
}

export function deleteLocalSetting(db: Db, key: string): void {
  statement(db, 'DELETE FROM local_settings WHERE id = ?').run(key);
}

/** The consultant at this computer, unless that person has left the firm. */
export function actingConsultant(db: Db, key: string): { readonly id: string } | undefined {
  const sql = `SELECT k.id FROM local_settings l JOIN consultants k ON k.id = l.value
    WHERE l.id = ? AND k.deleted_at_ms IS NULL`;
  return statement<[string], { id: string }>(db, sql).get(key);
}

export interface ConsultantRecord {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly weekly_capacity: number | null;
  readonly client_count: number;
}

const clientCount = `(SELECT count(*) FROM clients c WHERE c.consultant_id = k.id AND c.deleted_at_ms IS NULL)`;

export function listConsultantRecords(db: Db): ConsultantRecord[] {
  const sql = `SELECT k.id, k.name, k.phone, k.email, k.weekly_capacity, ${clientCount} AS client_count
    FROM consultants k WHERE k.deleted_at_ms IS NULL ORDER BY k.created_at_ms, k.id`;
  return statement<[], ConsultantRecord>(db, sql).all();
}

/** Also of those who are no longer there: closed orders may still be in their hands. */
export function everyConsultant(db: Db): { readonly id: string; readonly name: string }[] {
  return statement<[], { id: string; name: string }>(db, 'SELECT id, name FROM consultants').all();
}

export function consultantNamed(db: Db, name: string): { readonly id: string } | undefined {
  const sql = 'SELECT id FROM consultants WHERE name = ? AND deleted_at_ms IS NULL';
  return statement<[string], { id: string }>(db, sql).get(name);
}

export function isLiveConsultant(db: Db, id: string): boolean {
  const sql = 'SELECT 1 FROM consultants WHERE id = ? AND deleted_at_ms IS NULL';
  return statement<[string], unknown>(db, sql).get(id) !== undefined;
}

/** How many live clients are in that person's care. */
export function countClientsOf(db: Db, consultantId: string): number {
  const sql = `SELECT ${clientCount} AS n FROM consultants k WHERE k.id = ?`;
  return statement<[string], { n: number }>(db, sql).get(consultantId)?.n ?? 0;
}
