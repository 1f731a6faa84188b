import type { Migration } from './migration.ts';

/**
 * What becomes of papers whose time is over: a destroyed paper stays as a row that tells what it was, when it was
 * destroyed and by which rule; a file of the tray likewise. `files_to_remove` holds files that nothing needs any more
 * until they are off the disk, `file_checks` what the last look at each file has found.
 */
const sql = `
ALTER TABLE documents ADD COLUMN destroyed_at_ms INTEGER;
ALTER TABLE documents ADD COLUMN destroyed_by_rule TEXT CHECK (destroyed_by_rule IN ('keep_until', 'trash'));
ALTER TABLE documents ADD COLUMN destroyed_remark TEXT;
CREATE INDEX documents_keep_until ON documents (keep_until_on, id)
  WHERE keep_until_on IS NOT NULL AND deleted_at_ms IS NULL;
CREATE INDEX documents_trashed ON documents (deleted_at_ms, id)
  WHERE deleted_at_ms IS NOT NULL AND destroyed_at_ms IS NULL;
CREATE INDEX documents_destroyed ON documents (destroyed_at_ms, id) WHERE destroyed_at_ms IS NOT NULL;
ALTER TABLE intake_files ADD COLUMN destroyed_at_ms INTEGER;
ALTER TABLE intake_files ADD COLUMN destroyed_remark TEXT;
CREATE INDEX intake_files_taken_out ON intake_files (deleted_at_ms, id)
  WHERE deleted_at_ms IS NOT NULL AND destroyed_at_ms IS NULL;
CREATE INDEX intake_files_destroyed ON intake_files (destroyed_at_ms, id) WHERE destroyed_at_ms IS NOT NULL;
CREATE TABLE files_to_remove (
  sha256 TEXT PRIMARY KEY,
  noted_at_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE file_checks (
  sha256 TEXT PRIMARY KEY,
  checked_at_ms INTEGER NOT NULL,
  size_bytes INTEGER NOT NULL,
  fault TEXT CHECK (fault IN ('missing', 'altered', 'unreadable', 'orphaned'))
) STRICT;
CREATE INDEX file_checks_fault ON file_checks (fault, sha256) WHERE fault IS NOT NULL;
`;

export const keeping: Migration = { version: 13, name: 'keeping', sql };
