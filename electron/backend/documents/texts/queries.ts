import type { textFaults } from '#shared/contract/documents.ts';
import { isNeeded } from '#backend/db/needed-files.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

type Fault = (typeof textFaults)[number];

/** How a text was come by: from what a PDF says by itself, or by looking at its pages and at pictures. */
export type TextSource = 'text_layer' | 'ocr';

export interface TextRecord {
  readonly text: string;
  readonly is_whole: 0 | 1;
  readonly fault: Fault | null;
}

/** A file of a live paper, and whether it need not be read any more. */
export interface FileRecord {
  readonly sha256: string;
  readonly is_read: 0 | 1;
}

const wasTried = 'SELECT 1 FROM file_texts t WHERE t.sha256 = f.sha256 AND t.source = ?';
const isPdf = `media_type = 'application/pdf' AND deleted_at_ms IS NULL`;

/** PDF files behind a hash, in the order of their hashes. One that was tried in vain counts as read. */
export function pageOfFiles(db: Db, source: TextSource, after: string, limit: number): FileRecord[] {
  const sql = `SELECT f.sha256, EXISTS (${wasTried}) AS is_read FROM (SELECT DISTINCT sha256 FROM document_versions
    WHERE ${isPdf} AND sha256 > ? ORDER BY sha256 LIMIT ?) f`;
  return statement<[string, string, number], FileRecord>(db, sql).all(source, after, limit);
}

/** The PDF files among these versions of papers. One that was tried in vain does not count as read. */
export function filesOfVersions(db: Db, source: TextSource, versionIds: readonly string[]): FileRecord[] {
  const sql = `SELECT f.sha256, EXISTS (${wasTried} AND t.fault IS NULL) AS is_read FROM (SELECT DISTINCT sha256 FROM document_versions
    WHERE id IN (SELECT value FROM json_each(?)) AND ${isPdf}) f`;
  return statement<[string, string], FileRecord>(db, sql).all(source, JSON.stringify(versionIds));
}

/** Files behind a hash, in the order of their hashes, that were read and that no search finds yet. */
export function pageOfUnindexed(db: Db, after: string, limit: number): string[] {
  const sql = `SELECT DISTINCT sha256 FROM file_texts WHERE is_indexed = 0 AND sha256 > ? ORDER BY sha256 LIMIT ?`;
  return statement<[string, number], { sha256: string }>(db, sql)
    .all(after, limit)
    .map((row) => row.sha256);
}

export function findText(db: Db, sha256: string, source: TextSource): TextRecord | undefined {
  const sql = 'SELECT text, is_whole, fault FROM file_texts WHERE sha256 = ? AND source = ?';
  return statement<[string, string], TextRecord>(db, sql).get(sha256, source);
}

export interface NewText {
  readonly sha256: string;
  readonly source: TextSource;
  readonly text: string;
  readonly isWhole: 0 | 1;
  readonly fault: Fault | null;
  readonly readAtMs: number;
}

/**
 * Keeps what was read of a file, in the place of what was read before. Where it says something no search finds it yet. Of one
 * that was destroyed while it was read nothing is kept.
 */
export function keepText(db: Db, text: NewText): void {
  const sql = `INSERT INTO file_texts (sha256, source, text, is_whole, fault, is_indexed, read_at_ms)
    SELECT @sha256, @source, @text, @isWhole, @fault, @text = '', @readAtMs WHERE ${isNeeded('@sha256')}
    ON CONFLICT (sha256, source) DO UPDATE SET text = excluded.text, is_whole = excluded.is_whole, fault = excluded.fault,
      is_indexed = excluded.is_indexed, read_at_ms = excluded.read_at_ms`;
  statement<[NewText], unknown>(db, sql).run(text);
}

/** The file counts as one that nobody has read. Only for what has no text, which no search can find. */
export function forgetFault(db: Db, sha256: string, source: TextSource): void {
  const sql = 'DELETE FROM file_texts WHERE sha256 = ? AND source = ? AND fault IS NOT NULL';
  statement<[string, string], unknown>(db, sql).run(sha256, source);
}

/** As `forgetFault`, of all files whose reading did not come to an end before this moment. */
export function forgetUnfinished(db: Db, beforeMs: number): void {
  const sql = `DELETE FROM file_texts WHERE fault = 'unfinished' AND read_at_ms < ?`;
  statement<[number], unknown>(db, sql).run(beforeMs);
}
