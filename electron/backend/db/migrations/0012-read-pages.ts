import type { Migration } from './migration.ts';

/**
 * What was recognised on the pages of pictures and PDF files, a row for a page: by how many degrees it was turned to be read,
 * its size then, and its lines as JSON, each with its text, its four corners and how sure it is. A page that could not be
 * read has a fault and no lines. The text of the whole file is in `file_texts` under the source `ocr`. The index alone tells
 * which files nobody has looked at.
 */
const sql = `
CREATE TABLE read_pages (
  sha256 TEXT NOT NULL,
  page_no INTEGER NOT NULL,
  turn INTEGER NOT NULL,
  width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL,
  fault TEXT,
  lines TEXT NOT NULL,
  PRIMARY KEY (sha256, page_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_versions_live ON document_versions (sha256, media_type, page_count, deleted_at_ms)
  WHERE deleted_at_ms IS NULL;
`;

export const readPages: Migration = { version: 12, name: 'read-pages', sql };
