import type { Db } from '#backend/db/open.ts';
import { neededFiles } from '#backend/db/needed-files.ts';
import { statement } from '#backend/db/statement.ts';
import type { StoredFile } from '#backend/vault/layout.ts';

/** Writes everything that is committed to a new file, as one consistent state. */
export function vacuumInto(db: Db, target: string): void {
  db.prepare('VACUUM INTO ?').run(target);
}

/**
 * Every file that a paper has or had or that has lain in the tray, each once: what is in the trash is kept too, what was
 * destroyed is not. Also asked of databases that are not upgraded yet, which have no tray and no destruction.
 */
export function filesOfPapers(db: Db): StoredFile[] {
  if (hasTable(db, 'files_to_remove')) return neededFiles(db);
  const ofTray = hasTable(db, 'intake_files') ? 'UNION ALL SELECT sha256, size_bytes FROM intake_files' : '';
  const sql = `SELECT sha256, max(size_bytes) AS sizeBytes FROM (SELECT sha256, size_bytes FROM document_versions
    ${ofTray}) GROUP BY sha256 ORDER BY sha256`;
  return statement<[], StoredFile>(db, sql).all();
}

const hasTable = (db: Db, name: string): boolean =>
  statement<[string], unknown>(db, `SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(
    name,
  ) !== undefined;

export function countLiveClients(db: Db): number {
  const sql = 'SELECT count(*) AS n FROM clients WHERE deleted_at_ms IS NULL';
  return statement<[], { n: number }>(db, sql).get()?.n ?? 0;
}

export interface BackupRecord {
  readonly id: string;
  readonly folder: string;
  readonly reason: string;
  readonly started_at_ms: number;
}

/** A name whose backup has failed may be used again. */
export function insertBackup(db: Db, record: BackupRecord): void {
  const sql = `INSERT INTO backups (id, folder, reason, started_at_ms) VALUES (@id, @folder, @reason, @started_at_ms)
    ON CONFLICT (id) DO UPDATE SET folder = excluded.folder, started_at_ms = excluded.started_at_ms,
      finished_at_ms = NULL, error_code = NULL`;
  statement(db, sql).run(record);
}

export interface FinishedBackup {
  readonly id: string;
  readonly finished_at_ms: number;
  readonly database_sha256: string;
  readonly client_count: number;
  readonly file_count: number;
  readonly size_bytes: number;
}

export function finishBackup(db: Db, finished: FinishedBackup): void {
  const sql = `UPDATE backups SET finished_at_ms = @finished_at_ms, database_sha256 = @database_sha256,
    client_count = @client_count, file_count = @file_count, size_bytes = @size_bytes WHERE id = @id`;
  statement(db, sql).run(finished);
}

export function failBackup(db: Db, id: string, errorCode: string): void {
  statement(db, 'UPDATE backups SET error_code = ? WHERE id = ?').run(errorCode, id);
}

export interface LastBackup {
  readonly finished_at_ms: number;
  readonly client_count: number;
  readonly file_count: number;
}

/** The newest backup that was finished, wherever it lies. */
export function newestFinished(db: Db): LastBackup | undefined {
  const sql = `SELECT finished_at_ms, client_count, file_count FROM backups
    WHERE finished_at_ms IS NOT NULL ORDER BY started_at_ms DESC LIMIT 1`;
  return statement<[], LastBackup>(db, sql).get();
}

/** When a backup of this reason was begun last; undefined when there was none. */
export function newestAttempt(db: Db, reason: string): number | undefined {
  const sql = 'SELECT max(started_at_ms) AS at FROM backups WHERE reason = ?';
  return statement<[string], { at: number | null }>(db, sql).get(reason)?.at ?? undefined;
}

/** Names of the backups that this computer has finished in a folder, newest first. */
export function finishedIn(db: Db, folder: string): string[] {
  const sql = `SELECT id FROM backups WHERE folder = ? AND finished_at_ms IS NOT NULL ORDER BY started_at_ms DESC, id DESC`;
  return statement<[string], { id: string }>(db, sql)
    .all(folder)
    .map((row) => row.id);
}
