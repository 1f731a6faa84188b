import type { Migration } from './migration.ts';

/**
 * What was erased of a person on their word: who did it and when, how much went, what had to stay and why, and nothing of the
 * person. Rows that were emptied point at it; of an event its hash stays, so that the chain holds, and `events_sha256` says
 * which events were emptied and what is left of each.
 */
const sql = `
CREATE TABLE erasures (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  consultant_id TEXT REFERENCES consultants (id) DEFERRABLE INITIALLY DEFERRED,
  erased_at_ms INTEGER NOT NULL,
  remark TEXT,
  is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
  row_count INTEGER NOT NULL,
  paper_count INTEGER NOT NULL,
  file_count INTEGER NOT NULL,
  event_count INTEGER NOT NULL,
  events_sha256 TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE INDEX erasures_erased ON erasures (erased_at_ms, id);
CREATE INDEX erasures_contact ON erasures (contact_id);
CREATE INDEX erasures_consultant ON erasures (consultant_id);

CREATE TABLE erasure_stays (
  id TEXT PRIMARY KEY,
  erasure_id TEXT NOT NULL REFERENCES erasures (id) DEFERRABLE INITIALLY DEFERRED,
  what TEXT NOT NULL,
  reason TEXT NOT NULL,
  application_id TEXT REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
  account_id TEXT REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
  document_id TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  until_on TEXT,
  row_count INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE INDEX erasure_stays_erasure ON erasure_stays (erasure_id);
CREATE INDEX erasure_stays_application ON erasure_stays (application_id);
CREATE INDEX erasure_stays_account ON erasure_stays (account_id);
CREATE INDEX erasure_stays_document ON erasure_stays (document_id);

ALTER TABLE contacts ADD COLUMN erasure_id TEXT;
ALTER TABLE client_contacts ADD COLUMN erasure_id TEXT;
ALTER TABLE documents ADD COLUMN erasure_id TEXT;
ALTER TABLE events ADD COLUMN erasure_id TEXT;
CREATE INDEX documents_contact ON documents (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX events_erased ON events (change_id) WHERE erasure_id IS NOT NULL;
`;

export const erasures: Migration = { version: 16, name: 'erasures', sql };
