import type { Migration } from './migration.ts';

/**
 * The register of copies that left: each with what it was made of, the hash of what was written, for whom, why and when. An
 * entry is never undone; only what became of the copy is said later.
 */
const sql = `
CREATE TABLE hand_outs (
  id TEXT PRIMARY KEY,
  way TEXT NOT NULL CHECK (way IN ('file', 'print', 'submission', 'person')),
  client_id TEXT REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  document_id TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  version_id TEXT REFERENCES document_versions (id) DEFERRABLE INITIALLY DEFERRED,
  application_id TEXT REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
  contact_id TEXT REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  consultant_id TEXT REFERENCES consultants (id) DEFERRABLE INITIALLY DEFERRED,
  original_sha256 TEXT,
  copy_sha256 TEXT NOT NULL,
  copy_name TEXT NOT NULL,
  folder_name TEXT NOT NULL DEFAULT '',
  size_bytes INTEGER NOT NULL,
  recipient TEXT NOT NULL,
  purpose TEXT NOT NULL,
  handed_at_ms INTEGER NOT NULL,
  outcome TEXT CHECK (outcome IN ('returned', 'destroyed', 'not_written')),
  outcome_on TEXT,
  remark TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE INDEX hand_outs_handed ON hand_outs (handed_at_ms, id);
CREATE INDEX hand_outs_client ON hand_outs (client_id);
CREATE INDEX hand_outs_document ON hand_outs (document_id);
CREATE INDEX hand_outs_version ON hand_outs (version_id);
CREATE INDEX hand_outs_application ON hand_outs (application_id);
CREATE INDEX hand_outs_contact ON hand_outs (contact_id);
CREATE INDEX hand_outs_consultant ON hand_outs (consultant_id);
`;

export const handOuts: Migration = { version: 14, name: 'hand-outs', sql };
