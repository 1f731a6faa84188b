import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import type { KeyRange } from '../index-key.ts';
import type { TextMatch } from '../text-index.ts';

export interface UnindexedRecord {
  readonly id: number;
  readonly text: string;
}

/** What was read of a file, by any source, and is not in the index yet. */
export function unindexedTexts(db: Db, sha256: string): UnindexedRecord[] {
  const sql = 'SELECT id, text FROM file_texts WHERE sha256 = ? AND is_indexed = 0';
  return statement<[string], UnindexedRecord>(db, sql).all(sha256);
}

/** Puts the words of a text in the place of what the index held of it. */
export function indexWords(db: Db, id: number, words: string): void {
  statement(db, 'DELETE FROM file_index WHERE rowid = ?').run(id);
  statement(db, 'INSERT INTO file_index (rowid, characters) VALUES (?, ?)').run(id, words);
  statement(db, 'UPDATE file_texts SET is_indexed = 1 WHERE id = ?').run(id);
}

/** Empties the index; what was read is kept, as what is not in there. */
export function clearFileIndex(db: Db): void {
  statement(db, `INSERT INTO file_index (file_index) VALUES ('delete-all')`).run();
  statement(db, `UPDATE file_texts SET is_indexed = 0 WHERE is_indexed = 1 AND text <> ''`).run();
}

/** Live papers with a file that says so, also in an older version: what is in the trash has no entry. */
const papersSaying = `file_index x CROSS JOIN file_texts t ON t.id = x.rowid
    CROSS JOIN document_versions v ON v.sha256 = t.sha256 AND v.deleted_at_ms IS NULL
    CROSS JOIN search_entries e ON e.kind = 'document' AND e.entity_id = v.document_id
  WHERE x.file_index MATCH ?`;

/** Numbers of the papers that are found by their files alone, the first ones first. */
export function keysByFile(db: Db, { inFile, anywhere }: TextMatch, { from, to }: KeyRange): number[] {
  const sql = `SELECT DISTINCT e.rowid AS key FROM ${papersSaying} AND e.rowid NOT IN
    (SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ?) ORDER BY e.rowid`;
  return statement<[string, string, number, number], { key: number }>(db, sql)
    .all(inFile, anywhere, from, to)
    .map((row) => row.key);
}

/** Ids of the papers that are found by their files, whatever else finds them. */
export function documentIdsByFile(db: Db, { inFile }: TextMatch): string[] {
  const sql = `SELECT DISTINCT e.entity_id AS id FROM ${papersSaying}`;
  return statement<[string], { id: string }>(db, sql)
    .all(inFile)
    .map((row) => row.id);
}

/** What was read of a file of a paper. */
export interface FileTextRecord {
  readonly document_id: string;
  readonly text: string;
  /** Whether no newer file has taken its place. */
  readonly is_current: 0 | 1;
}

/** The texts of the files of papers, each file once, those that stand before those that were replaced. */
export function fileTextsOf(db: Db, documentIds: readonly string[]): FileTextRecord[] {
  const sql = `SELECT v.document_id, t.text, max(NOT EXISTS (SELECT 1 FROM document_versions n WHERE n.document_id = v.document_id
      AND n.part = v.part AND n.version_no > v.version_no AND n.deleted_at_ms IS NULL)) AS is_current
    FROM document_versions v JOIN file_texts t ON t.sha256 = v.sha256
    WHERE v.document_id IN (SELECT value FROM json_each(?)) AND v.deleted_at_ms IS NULL AND t.text <> ''
    GROUP BY v.document_id, t.sha256, t.source ORDER BY v.document_id, is_current DESC, max(v.version_no) DESC, t.sha256, t.source`;
  return statement<[string], FileTextRecord>(db, sql).all(JSON.stringify(documentIds));
}
