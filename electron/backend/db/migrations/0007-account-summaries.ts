import type { Migration } from './migration.ts';

/** With these behind the sort key a filter looks at the index alone, also where it lets few rows through. */
const filtered = 'client_id, consultant_id, place_sort, certified_sort, opens_sort, open_sort';

/**
 * The accounts table is read along an index, whatever it is sorted by; an account's history is found by its steps too.
 * The derived rows count as made by nobody, so that the next start makes them anew.
 */
const sql = `
CREATE TABLE account_summaries (
  account_id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL,
  consultant_id TEXT,
  name TEXT NOT NULL,
  client_name TEXT NOT NULL,
  place_sort TEXT NOT NULL,
  certified_sort TEXT NOT NULL,
  opens_sort TEXT NOT NULL,
  open_application_id TEXT,
  open_sort INTEGER NOT NULL
) STRICT;
CREATE INDEX account_summaries_client ON account_summaries (client_id);
CREATE INDEX account_summaries_name ON account_summaries (name, account_id, ${filtered});
CREATE INDEX account_summaries_client_name ON account_summaries (client_name, account_id, ${filtered});
CREATE INDEX account_summaries_place ON account_summaries (place_sort, account_id, ${filtered});
CREATE INDEX account_summaries_certified ON account_summaries (certified_sort, account_id, ${filtered});
CREATE INDEX account_summaries_opens ON account_summaries (opens_sort, account_id, ${filtered});
CREATE INDEX account_summaries_open ON account_summaries (open_sort, account_id, ${filtered});
CREATE INDEX aftercare_steps_application ON aftercare_steps (application_id);
DELETE FROM local_settings WHERE id = 'derived_made_by';
`;

export const accountSummaries: Migration = { version: 7, name: 'account-summaries', sql };
