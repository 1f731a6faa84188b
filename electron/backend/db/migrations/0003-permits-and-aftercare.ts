import type { Migration } from './migration.ts';

/**
 * What a client answers to the questions of a category list, the category that an application is about and the list
 * that it goes by, what follows a pass with the firm's word on each step, fees that nobody knows, the reviewer's calls,
 * whether the subject still stands in the register, and whether a picture has colours.
 */
const sql = `
ALTER TABLE accounts ADD COLUMN filing_number TEXT;
ALTER TABLE accounts ADD COLUMN filed_on TEXT;
ALTER TABLE applications ADD COLUMN category TEXT;
ALTER TABLE applications ADD COLUMN category_pack_sha256 TEXT;

ALTER TABLE clients ADD COLUMN standing TEXT CHECK (standing IN ('operating', 'abnormal', 'closed'));
ALTER TABLE clients ADD COLUMN standing_checked_on TEXT;
ALTER TABLE document_versions ADD COLUMN is_grey INTEGER CHECK (is_grey IN (0, 1));

ALTER TABLE attempts ADD COLUMN known_fee_fen INTEGER;
UPDATE attempts SET known_fee_fen = fee_fen;
ALTER TABLE attempts DROP COLUMN fee_fen;
ALTER TABLE attempts RENAME COLUMN known_fee_fen TO fee_fen;

CREATE TABLE client_answers (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  question_id TEXT NOT NULL,
  is_yes INTEGER NOT NULL CHECK (is_yes IN (0, 1)),
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX solo_client_answers_question ON client_answers (client_id, question_id)
  WHERE deleted_at_ms IS NULL;

CREATE TABLE aftercare_steps (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
  rule_id TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('done', 'not_needed')),
  decided_on TEXT NOT NULL,
  remark TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX solo_aftercare_steps_rule ON aftercare_steps (application_id, rule_id)
  WHERE deleted_at_ms IS NULL;

CREATE TABLE calls (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
  at_ms INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('answered', 'missed')),
  remark TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE INDEX calls_application ON calls (application_id, at_ms);
`;

export const permitsAndAftercare: Migration = { version: 3, name: 'permits-and-aftercare', sql };
