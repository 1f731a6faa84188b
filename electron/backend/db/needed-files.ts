/** Which files of the vault the firm needs, as SQL: what was destroyed needs none. */
import type { StoredFile } from '#backend/vault/layout.ts';
import type { Db } from './open.ts';
import { statement } from './statement.ts';

/**
 * Whether a paper or a file of the tray has these bytes, also one in the trash: it may come back. A version that is live
 * needs its bytes whatever its paper says.
 */
export const isNeeded = (
  sha256: string,
): string => `(EXISTS (SELECT 1 FROM document_versions nv JOIN documents nd ON nd.id = nv.document_id
    WHERE nv.sha256 = ${sha256} AND (nd.destroyed_at_ms IS NULL OR nv.deleted_at_ms IS NULL))
  OR EXISTS (SELECT 1 FROM intake_files nf WHERE nf.sha256 = ${sha256} AND nf.destroyed_at_ms IS NULL))`;

export function isFileNeeded(db: Db, sha256: string): boolean {
  return (
    statement<[{ sha256: string }], { is: 0 | 1 }>(db, `SELECT ${isNeeded('@sha256')} AS "is"`).get({
      sha256,
    })?.is === 1
  );
}

const needed = `SELECT v.sha256, v.size_bytes FROM document_versions v JOIN documents d ON d.id = v.document_id
    WHERE d.destroyed_at_ms IS NULL OR v.deleted_at_ms IS NULL
  UNION ALL SELECT sha256, size_bytes FROM intake_files WHERE destroyed_at_ms IS NULL`;

/** Every file that something needs, each once. */
export function neededFiles(db: Db): StoredFile[] {
  const sql = `SELECT sha256, max(size_bytes) AS sizeBytes FROM (${needed}) GROUP BY sha256 ORDER BY sha256`;
  return statement<[], StoredFile>(db, sql).all();
}

/** Files that are to be taken off the disk. */
export function filesToRemove(db: Db): string[] {
  const sql = 'SELECT sha256 FROM files_to_remove ORDER BY sha256';
  return statement<[], { sha256: string }>(db, sql)
    .all()
    .map(({ sha256 }) => sha256);
}

export function noteToRemove(db: Db, sha256: string, atMs: number): void {
  const sql =
    'INSERT INTO files_to_remove (sha256, noted_at_ms) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING';
  statement<[string, number], unknown>(db, sql).run(sha256, atMs);
}

export function forgetToRemove(db: Db, sha256: string): void {
  statement<[string], unknown>(db, 'DELETE FROM files_to_remove WHERE sha256 = ?').run(sha256);
}

/** Takes out what was read of a file and made of it: its text, the words that find it, what was recognised on its pages, their prints, its check. */
export function forgetDerived(db: Db, sha256: string): void {
  const words =
    'DELETE FROM file_index WHERE rowid IN (SELECT id FROM file_texts WHERE sha256 = ? AND is_indexed = 1)';
  statement<[string], unknown>(db, words).run(sha256);
  for (const table of ['file_texts', 'read_pages', 'page_measures', 'page_prints', 'file_checks'])
    statement<[string], unknown>(db, `DELETE FROM ${table} WHERE sha256 = ?`).run(sha256);
}
