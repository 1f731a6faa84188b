import type { FileFaultCode } from '#shared/contract/file-checks.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { Db } from '#backend/db/open.ts';
import { isNeeded } from '#backend/db/needed-files.ts';
import { statement } from '#backend/db/statement.ts';

interface CheckRecord {
  readonly sha256: string;
  readonly checked_at_ms: number;
  readonly size_bytes: number;
  readonly fault: FileFaultCode | null;
}

export function keepCheck(db: Db, check: CheckRecord): void {
  const sql = `INSERT INTO file_checks (sha256, checked_at_ms, size_bytes, fault)
    VALUES (@sha256, @checked_at_ms, @size_bytes, @fault)
    ON CONFLICT (sha256) DO UPDATE SET checked_at_ms = excluded.checked_at_ms, size_bytes = excluded.size_bytes,
      fault = excluded.fault`;
  statement<[CheckRecord], unknown>(db, sql).run(check);
}

export function forgetCheck(db: Db, sha256: string): void {
  statement<[string], unknown>(db, 'DELETE FROM file_checks WHERE sha256 = ?').run(sha256);
}

/** Files with this fault that were not found to have it since a moment: they are gone, or known by now. */
export function forgetOrphansBefore(db: Db, atMs: number): void {
  const sql = `DELETE FROM file_checks WHERE fault = 'orphaned' AND checked_at_ms < ?`;
  statement<[number], unknown>(db, sql).run(atMs);
}

/** Whether the file was looked at since a moment. */
export function isCheckedSince(db: Db, sha256: string, atMs: number): boolean {
  const sql = `SELECT 1 FROM file_checks WHERE sha256 = ? AND checked_at_ms >= ? AND fault IS NOT 'orphaned'`;
  return statement<[string, number], unknown>(db, sql).get(sha256, atMs) !== undefined;
}

/** What is wrong with files by now: a fault of a file that nothing needs any more is none. */
const standing = `fault IS NOT NULL AND (fault = 'orphaned') <> ${isNeeded('file_checks.sha256')}`;

export function faults(db: Db, limit: number): CheckRecord[] {
  const sql = `SELECT sha256, checked_at_ms, size_bytes, fault FROM file_checks WHERE ${standing}
    ORDER BY CASE fault WHEN 'missing' THEN 0 WHEN 'altered' THEN 1 WHEN 'unreadable' THEN 2 ELSE 3 END, sha256 LIMIT ?`;
  return statement<[number], CheckRecord>(db, sql).all(limit);
}

export function countFaults(db: Db): { readonly fault: FileFaultCode; readonly n: number }[] {
  const sql = `SELECT fault, count(*) AS n FROM file_checks WHERE ${standing} GROUP BY fault`;
  return statement<[], { fault: FileFaultCode; n: number }>(db, sql).all();
}

export interface OwnerRecord {
  readonly sha256: string;
  readonly document_id: string;
  readonly client_id: string;
  readonly client_name: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly original_name: string;
  readonly version_no: number;
  readonly is_trashed: 0 | 1;
}

/** The papers that have these files, those of the trash last. */
export function ownersOf(db: Db, hashes: readonly string[]): OwnerRecord[] {
  const sql = `SELECT v.sha256, d.id AS document_id, d.client_id, c.name AS client_name, d.kind, d.title, v.original_name,
      v.version_no, d.deleted_at_ms IS NOT NULL AS is_trashed
    FROM document_versions v JOIN documents d ON d.id = v.document_id JOIN clients c ON c.id = d.client_id
    WHERE v.sha256 IN (SELECT value FROM json_each(?)) AND d.destroyed_at_ms IS NULL
    ORDER BY d.deleted_at_ms IS NOT NULL, v.created_at_ms, v.id`;
  return statement<[string], OwnerRecord>(db, sql).all(JSON.stringify(hashes));
}

/** Folders in which this computer has made backups, the latest used first. */
export function backupFolders(db: Db): string[] {
  const sql = `SELECT folder FROM backups WHERE finished_at_ms IS NOT NULL GROUP BY folder ORDER BY max(started_at_ms) DESC`;
  return statement<[], { folder: string }>(db, sql)
    .all()
    .map(({ folder }) => folder);
}

type Stamp = 'file_round_began' | 'file_round_ended';

export function readStamp(db: Db, stamp: Stamp): number | undefined {
  const sql = 'SELECT value FROM local_settings WHERE id = ?';
  const value = statement<[string], { value: string }>(db, sql).get(stamp)?.value;
  return value === undefined ? undefined : Number(value);
}

export function writeStamp(db: Db, stamp: Stamp, atMs: number): void {
  const sql = `INSERT INTO local_settings (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value`;
  statement<[string, string], unknown>(db, sql).run(stamp, atMs.toString());
}
