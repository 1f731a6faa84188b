import type { Migration } from './migration.ts';

/**
 * What the firm adds to the rules that ship with the program (packs, holiday years, overrides), what papers state
 * beside their number, and every judgement of an application with the facts it was made from.
 */
const sql = `
ALTER TABLE clients ADD COLUMN annual_report_year INTEGER;
ALTER TABLE clients ADD COLUMN credit_code_note TEXT;
ALTER TABLE applications ADD COLUMN pre_reviewed_at_ms INTEGER;
ALTER TABLE applications ADD COLUMN confirmed_at_ms INTEGER;
ALTER TABLE applications ADD COLUMN reviewed_at_ms INTEGER;
ALTER TABLE obligations ADD COLUMN refill_max INTEGER;

CREATE TABLE rule_packs (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL DEFAULT 'rules' CHECK (kind IN ('rules', 'categories')),
  pack_id TEXT NOT NULL,
  version TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  content TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX solo_rule_packs_content ON rule_packs (sha256) WHERE deleted_at_ms IS NULL;

CREATE TABLE rule_overrides (
  id TEXT PRIMARY KEY,
  pack_id TEXT NOT NULL,
  place TEXT NOT NULL,
  value TEXT NOT NULL,
  reason TEXT NOT NULL,
  author TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX solo_rule_overrides_place ON rule_overrides (pack_id, place) WHERE deleted_at_ms IS NULL;

CREATE TABLE holiday_years (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  content TEXT NOT NULL,
  file_name TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX solo_holiday_years_year ON holiday_years (year) WHERE deleted_at_ms IS NULL;

CREATE TABLE stated_values (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE INDEX stated_values_document ON stated_values (document_id);

CREATE TABLE judgements (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
  judged_at_ms INTEGER NOT NULL,
  rule_pack_sha256 TEXT NOT NULL,
  category_pack_sha256 TEXT,
  overrides TEXT NOT NULL,
  facts TEXT NOT NULL,
  verdict_sha256 TEXT NOT NULL,
  blocker_count INTEGER NOT NULL,
  warning_count INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE INDEX judgements_application ON judgements (application_id, judged_at_ms);
`;

export const rulesOfTheTrade: Migration = { version: 2, name: 'rules-of-the-trade', sql };
