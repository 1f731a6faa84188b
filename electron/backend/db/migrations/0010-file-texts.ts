import type { Migration } from './migration.ts';

/**
 * What was read of the files themselves, one row for a file and a way of reading it: `text_layer` is what a PDF says by
 * itself. A file that can't be read has a `fault` (encrypted, damaged, unfinished) and no text; `is_indexed` is 1 when
 * `file_index` holds the text under the row's `id`, once for all papers with that file. The long text stands last, so
 * that what stands before it is read without it. The index alone tells which files nobody has read: SQLite looks at the
 * columns of the condition again, so they are in it.
 */
const sql = `
CREATE TABLE file_texts (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL,
  source TEXT NOT NULL,
  is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
  fault TEXT,
  is_indexed INTEGER NOT NULL CHECK (is_indexed IN (0, 1)),
  read_at_ms INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX file_texts_file ON file_texts (sha256, source);
CREATE INDEX file_texts_unindexed ON file_texts (sha256) WHERE is_indexed = 0;
CREATE INDEX file_texts_unfinished ON file_texts (read_at_ms) WHERE fault = 'unfinished';
CREATE VIRTUAL TABLE file_index USING fts5 (characters, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE INDEX document_versions_pdf ON document_versions (sha256, media_type, deleted_at_ms)
  WHERE media_type = 'application/pdf' AND deleted_at_ms IS NULL;
`;

export const fileTexts: Migration = { version: 10, name: 'file-texts', sql };
