import type { textFaults } from '#shared/contract/documents.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

type Fault = (typeof textFaults)[number];

/** How a text was come by: from what a PDF says by itself. */
const textLayer = 'text_layer';

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

const wasTried = `SELECT 1 FROM file_texts t WHERE t.sha256 = f.sha256 AND t.source = '${textLayer}'`;
const isPdf = `media_type = 'application/pdf' AND deleted_at_ms IS NULL`;

/** PDF files behind a hash, in the order of their hashes. One that was tried in vain counts as read. */
export function pageOfFiles(db: Db, after: string, limit: number): FileRecord[] {
  const sql = `SELECT f.sha256, EXISTS (${wasTried}) AS is_read FROM (SELECT DISTINCT sha256 FROM document_versions
    WHERE ${isPdf} AND sha256 > ? ORDER BY sha256 LIMIT ?) f`;
  return statement<[string, number], FileRecord>(db, sql).all(after, limit);
}

/** The PDF files among these versions of papers. One that was tried in vain does not count as read. */
export function filesOfVersions(db: Db, versionIds: readonly string[]): FileRecord[] {
  const sql = `SELECT f.sha256, EXISTS (${wasTried} AND t.fault IS NULL) AS is_read FROM (SELECT DISTINCT sha256 FROM document_versions
    WHERE id IN (SELECT value FROM json_each(?)) AND ${isPdf}) f`;
  return statement<[string], FileRecord>(db, sql).all(JSON.stringify(versionIds));
}

/** Files that were read, though not all papers with them were brought up to date. */
export function unindexedFiles(db: Db): string[] {
  const sql = 'SELECT sha256 FROM file_texts WHERE is_indexed = 0 ORDER BY sha256';
  return statement<[], { sha256: string }>(db, sql)
    .all()
    .map((row) => row.sha256);
}

export function findText(db: Db, sha256: string): TextRecord | undefined {
  const sql = `SELECT text, is_whole, fault FROM file_texts WHERE sha256 = ? AND source = '${textLayer}'`;
  return statement<[string], TextRecord>(db, sql).get(sha256);
}

export interface NewText {
  readonly sha256: string;
  readonly text: string;
  readonly isWhole: 0 | 1;
  readonly fault: Fault | null;
  readonly isIndexed: 0 | 1;
  readonly readAtMs: number;
}

/** Keeps what was read of a file, in the place of what was read before. */
export function keepText(db: Db, text: NewText): void {
  const sql = `INSERT INTO file_texts (sha256, source, text, is_whole, fault, is_indexed, read_at_ms)
    VALUES (@sha256, '${textLayer}', @text, @isWhole, @fault, @isIndexed, @readAtMs)
    ON CONFLICT (sha256, source) DO UPDATE SET text = excluded.text, is_whole = excluded.is_whole, fault = excluded.fault,
      is_indexed = excluded.is_indexed, read_at_ms = excluded.read_at_ms`;
  statement<[NewText], unknown>(db, sql).run(text);
}

export function noteIndexed(db: Db, sha256: string): void {
  statement<[string], unknown>(db, 'UPDATE file_texts SET is_indexed = 1 WHERE sha256 = ?').run(sha256);
}

/** Papers one of whose files this is, also in an older version. */
export function papersWith(db: Db, sha256: string): string[] {
  const sql = `SELECT DISTINCT document_id AS id FROM document_versions WHERE sha256 = ? AND deleted_at_ms IS NULL
    ORDER BY document_id`;
  return statement<[string], { id: string }>(db, sql)
    .all(sha256)
    .map((row) => row.id);
}
