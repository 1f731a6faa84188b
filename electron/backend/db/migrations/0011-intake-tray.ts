import type { Migration } from './migration.ts';

/**
 * The intake tray: files that came in and belong to nobody yet, their pages, and the pieces that papers are made of.
 * A page without a piece is left out; one that was filed names the version it went into, and so each version tells what
 * it was made of. `print` is the likeness of a page, `ink` how much of it is not empty (in hundred-thousandths).
 */
const sql = `
CREATE TABLE intake_files (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  original_name TEXT NOT NULL,
  folder_name TEXT NOT NULL DEFAULT '',
  came_by TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  page_count INTEGER NOT NULL,
  width_px INTEGER,
  height_px INTEGER,
  is_grey INTEGER CHECK (is_grey IN (0, 1)),
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE INDEX intake_files_sha256 ON intake_files (sha256);
CREATE TABLE intake_papers (
  id TEXT PRIMARY KEY,
  client_id TEXT REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  document_id TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  item_id TEXT,
  kind TEXT,
  title TEXT NOT NULL DEFAULT '',
  valid_until_on TEXT,
  valid_forever INTEGER NOT NULL DEFAULT 0 CHECK (valid_forever IN (0, 1)),
  is_seen INTEGER NOT NULL DEFAULT 0 CHECK (is_seen IN (0, 1)),
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE INDEX intake_papers_client ON intake_papers (client_id);
CREATE INDEX intake_papers_document ON intake_papers (document_id);
CREATE TABLE intake_pages (
  id TEXT PRIMARY KEY,
  file_id TEXT NOT NULL REFERENCES intake_files (id) DEFERRABLE INITIALLY DEFERRED,
  page_no INTEGER NOT NULL,
  paper_id TEXT REFERENCES intake_papers (id) DEFERRABLE INITIALLY DEFERRED,
  version_id TEXT REFERENCES document_versions (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  turn INTEGER NOT NULL DEFAULT 0 CHECK (turn IN (0, 90, 180, 270)),
  part TEXT NOT NULL DEFAULT 'whole',
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE INDEX intake_pages_file ON intake_pages (file_id);
CREATE INDEX intake_pages_paper ON intake_pages (paper_id);
CREATE INDEX intake_pages_version ON intake_pages (version_id);
CREATE INDEX intake_pages_waiting ON intake_pages (file_id, paper_id) WHERE version_id IS NULL AND deleted_at_ms IS NULL;
CREATE TABLE page_prints (
  sha256 TEXT NOT NULL,
  page_no INTEGER NOT NULL,
  print TEXT NOT NULL,
  ink INTEGER NOT NULL,
  PRIMARY KEY (sha256, page_no)
) STRICT;
`;

export const intakeTray: Migration = { version: 11, name: 'intake-tray', sql };
