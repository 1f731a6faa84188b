import type { Migration } from './migration.ts';

/** With these behind the sort key a filter looks at the index alone, also where it lets few rows through. */
const filtered =
  'client_id, consultant_id, platform_sort, kind_sort, stage_sort, due_sort, hour_at_ms, missing_sort';

/**
 * Dated notes on a client or one of its applications; a relation's share in hundredths of a percent; views that stand in
 * the side bar, as all did so far. The applications table is read along an index, whatever it is sorted by, and the
 * board's figures from one index alone; the derived rows count as made by nobody, so that the next start makes them anew.
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
CREATE TABLE application_summaries (
  application_id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL,
  consultant_id TEXT,
  client_name TEXT NOT NULL,
  consultant_sort TEXT NOT NULL,
  platform_sort INTEGER NOT NULL,
  kind_sort INTEGER NOT NULL,
  stage_sort INTEGER NOT NULL,
  opened_at_ms INTEGER NOT NULL,
  since_at_ms INTEGER NOT NULL,
  due_sort TEXT NOT NULL,
  hour_at_ms INTEGER,
  missing_sort INTEGER NOT NULL
) STRICT;
CREATE INDEX application_summaries_client ON application_summaries (client_id);
CREATE INDEX application_summaries_opened ON application_summaries (opened_at_ms, application_id, ${filtered});
CREATE INDEX application_summaries_client_name ON application_summaries (client_name, application_id, ${filtered});
CREATE INDEX application_summaries_kind ON application_summaries (kind_sort, application_id, ${filtered});
CREATE INDEX application_summaries_stage ON application_summaries (stage_sort, application_id, ${filtered});
CREATE INDEX application_summaries_since ON application_summaries (since_at_ms, application_id, ${filtered});
CREATE INDEX application_summaries_due ON application_summaries (due_sort, application_id, ${filtered});
CREATE INDEX application_summaries_missing ON application_summaries (missing_sort, application_id, ${filtered});
CREATE INDEX application_summaries_consultant ON application_summaries (consultant_sort, application_id, ${filtered});
DROP INDEX obligations_application;
CREATE INDEX obligations_terms ON obligations (application_id, kind, waiting_on, blocker_count, unit, total, due_on, legal_on,
  legal_at_ms, internal_on, stake_fen);
DELETE FROM local_settings WHERE id = 'derived_made_by';
`;

export const notesAndPins: Migration = { version: 8, name: 'notes-and-pins', sql };
