import type { Migration } from './migration.ts';

/**
 * Dated notes on a client or one of its applications; a relation's share in hundredths of a percent; views that stand in
 * the side bar, as all did so far.
 */
const sql = `
CREATE TABLE notes (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  application_id TEXT REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
  consultant_id TEXT REFERENCES consultants (id) DEFERRABLE INITIALLY DEFERRED,
  noted_at_ms INTEGER NOT NULL,
  text TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE INDEX notes_client ON notes (client_id, noted_at_ms);
CREATE INDEX notes_application ON notes (application_id, noted_at_ms);
CREATE INDEX notes_consultant ON notes (consultant_id);
ALTER TABLE client_relations ADD COLUMN share_bp INTEGER CHECK (share_bp BETWEEN 1 AND 10000);
ALTER TABLE saved_views ADD COLUMN is_pinned INTEGER NOT NULL DEFAULT 1 CHECK (is_pinned IN (0, 1));
`;

export const notesAndPins: Migration = { version: 8, name: 'notes-and-pins', sql };
