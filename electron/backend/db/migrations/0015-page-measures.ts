import type { Migration } from './migration.ts';

/**
 * What pictures and PDF files look like, a row for a page: its measures as JSON, in the form (`measuresForm`) in which they
 * were taken. A page that could not be looked at has a fault and no measures.
 */
const sql = `
CREATE TABLE page_measures (
  sha256 TEXT NOT NULL,
  page_no INTEGER NOT NULL,
  form INTEGER NOT NULL,
  fault TEXT,
  measures TEXT,
  PRIMARY KEY (sha256, page_no)
) STRICT, WITHOUT ROWID;
`;

export const pageMeasures: Migration = { version: 15, name: 'page-measures', sql };
