import type { Migration } from './migration.ts';

/**
 * Submissions that never reached the reviewers, because a link or a payment lapsed first; the papers that the platform
 * named when it sent an order back; permit and clearing code of a bank account; by which edition of the pre-check a
 * verdict was given. Indices find the days of a review's plan and the applications about a category.
 */
const sql = `
CREATE TABLE lapses (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
  clock_id TEXT NOT NULL CHECK (clock_id IN ('authorisation', 'payment', 'confirmation')),
  submitted_at_ms INTEGER NOT NULL,
  lapsed_at_ms INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE INDEX lapses_application ON lapses (application_id, submitted_at_ms);

CREATE TABLE rejected_items (
  id TEXT PRIMARY KEY,
  attempt_id TEXT NOT NULL REFERENCES attempts (id) DEFERRABLE INITIALLY DEFERRED,
  requirement_id TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX solo_rejected_items_requirement ON rejected_items (attempt_id, requirement_id)
  WHERE deleted_at_ms IS NULL;

ALTER TABLE bank_accounts ADD COLUMN permit_number TEXT;
ALTER TABLE bank_accounts ADD COLUMN clearing_code TEXT;

ALTER TABLE judgements ADD COLUMN edition INTEGER;

CREATE INDEX applications_category ON applications (category) WHERE category IS NOT NULL;
CREATE INDEX obligations_asks ON obligations (starts_on) WHERE kind = 'review_window';
CREATE INDEX obligations_opens ON obligations (opens_on) WHERE kind = 'review_window';
`;

export const lapsesAndRejections: Migration = { version: 4, name: 'lapses-and-rejections', sql };
