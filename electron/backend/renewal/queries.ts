import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { Platform } from '#shared/domain/platform.ts';
import { isEndless } from '#backend/db/certified.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

export interface AccountRecord {
  readonly id: string;
  readonly name: string;
  readonly platform: Platform;
  readonly certified_until_on: CalendarDate | null;
  /** The platform has passed it, and no end of that is known. */
  readonly is_endless: 0 | 1;
}

/** These accounts, and with a client all of that client's, by platform and name. */
export function accountsAmong(db: Db, ids: readonly string[], clientId: string | null): AccountRecord[] {
  const sql = `SELECT id, name, platform, certified_until_on,
      ${isEndless('accounts')} AS is_endless
    FROM accounts WHERE (client_id = ? OR id IN (SELECT value FROM json_each(?))) AND deleted_at_ms IS NULL
    ORDER BY platform, name, id`;
  return statement<[string | null, string], AccountRecord>(db, sql).all(clientId, JSON.stringify(ids));
}

/** The account of each application. */
export function accountOf(db: Db, applicationIds: readonly string[]): ReadonlyMap<string, string> {
  const sql = 'SELECT id, account_id FROM applications WHERE id IN (SELECT value FROM json_each(?))';
  const rows = statement<[string], { id: string; account_id: string }>(db, sql).all(
    JSON.stringify(applicationIds),
  );
  return new Map(rows.map(({ id, account_id: accountId }) => [id, accountId]));
}

interface LicenceRecord {
  readonly consultant_id: string | null;
  readonly licence_until_on: CalendarDate | null;
  readonly licence_forever: 0 | 1;
}

export function licenceOf(db: Db, clientId: string): LicenceRecord | undefined {
  const sql = 'SELECT consultant_id, licence_until_on, licence_forever FROM clients WHERE id = ?';
  return statement<[string], LicenceRecord>(db, sql).get(clientId);
}

interface StoredRecord {
  readonly document_id: string;
  /** The paper came with the change, not only a version of it. */
  readonly is_new: 0 | 1;
}

/** The papers that a change has stored files of, as far as they are still there; at most so many. */
export function storedBy(db: Db, changeId: string, limit: number): StoredRecord[] {
  const sql = `SELECT DISTINCT v.document_id, EXISTS (SELECT 1 FROM events n WHERE n.change_id = e.change_id
        AND n.row_table = 'documents' AND n.row_id = v.document_id AND n.operation = 'insert') AS is_new
    FROM events e JOIN document_versions v ON v.id = e.row_id AND v.deleted_at_ms IS NULL
    WHERE e.change_id = ? AND e.row_table = 'document_versions' AND e.operation = 'insert'
    ORDER BY v.document_id LIMIT ?`;
  return statement<[string, number], StoredRecord>(db, sql).all(changeId, limit);
}

/** What the tasks of a client say that are still to be done. */
export function openTaskTitles(db: Db, clientId: string): ReadonlySet<string> {
  const sql = 'SELECT title FROM tasks WHERE client_id = ? AND done_at_ms IS NULL AND deleted_at_ms IS NULL';
  return new Set(
    statement<[string], { title: string }>(db, sql)
      .all(clientId)
      .map(({ title }) => title),
  );
}

/** The papers that have taken the place of others and have this file, each with the other one. */
export function replacementsBy(db: Db, sha256: string): { readonly id: string; readonly old_id: string }[] {
  const sql = `SELECT DISTINCT d.replaced_by_id AS id, d.id AS old_id
    FROM document_versions v JOIN documents d ON d.replaced_by_id = v.document_id AND d.deleted_at_ms IS NULL
    WHERE v.sha256 = ? AND v.deleted_at_ms IS NULL ORDER BY old_id`;
  return statement<[string], { id: string; old_id: string }>(db, sql).all(sha256);
}

/** Papers of which this file is a newer version, in force, and the change that it came by. */
export function newVersionsOf(
  db: Db,
  sha256: string,
): { readonly id: string; readonly change_id: string | null }[] {
  const sql = `SELECT v.document_id AS id, (SELECT e.change_id FROM events e WHERE e.row_id = v.id
      AND e.row_table = 'document_versions' AND e.operation = 'insert' ORDER BY e.rowid LIMIT 1) AS change_id
    FROM document_versions v JOIN documents d ON d.id = v.document_id AND d.deleted_at_ms IS NULL
    WHERE v.sha256 = ? AND v.deleted_at_ms IS NULL AND v.version_no > 1 AND NOT EXISTS (
      SELECT 1 FROM document_versions n WHERE n.document_id = v.document_id AND n.part = v.part
        AND n.version_no > v.version_no AND n.deleted_at_ms IS NULL) ORDER BY v.document_id`;
  return statement<[string], { id: string; change_id: string | null }>(db, sql).all(sha256);
}

/** The latest change by which another paper has taken the place of this one. */
export function replacementOf(db: Db, documentId: string): string | undefined {
  const sql = `SELECT change_id FROM events WHERE row_id = ? AND row_table = 'documents' AND action = 'documents.replace'
    ORDER BY rowid DESC LIMIT 1`;
  return statement<[string], { change_id: string }>(db, sql).get(documentId)?.change_id;
}
