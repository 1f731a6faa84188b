import type { Migration } from './migration.ts';

/** With these behind the sort key a filter looks at the index alone, also where it lets few rows through. */
const filtered =
  'client_id, consultant_id, platform_sort, kind_sort, stage_sort, due_sort, hour_at_ms, missing_sort';

/**
 * What every column of the three lists is sorted by. Clients and accounts are few enough to be put in order by most of them
 * when it is asked for; applications walk along an index. The derived rows count as made by nobody, so that the next
 * start makes them anew.
 */
const sql = `
ALTER TABLE client_summaries ADD COLUMN consultant_sort TEXT NOT NULL DEFAULT '';
ALTER TABLE client_summaries ADD COLUMN legal_sort TEXT NOT NULL DEFAULT '';
ALTER TABLE client_summaries ADD COLUMN address_sort TEXT NOT NULL DEFAULT '';
ALTER TABLE client_summaries ADD COLUMN remark_sort TEXT NOT NULL DEFAULT '';
ALTER TABLE account_summaries ADD COLUMN consultant_sort TEXT NOT NULL DEFAULT '';
ALTER TABLE account_summaries ADD COLUMN app_sort TEXT NOT NULL DEFAULT '';
ALTER TABLE account_summaries ADD COLUMN original_sort TEXT NOT NULL DEFAULT '';
ALTER TABLE account_summaries ADD COLUMN filing_sort TEXT NOT NULL DEFAULT '';
ALTER TABLE account_summaries ADD COLUMN filed_sort TEXT NOT NULL DEFAULT '';
ALTER TABLE account_summaries ADD COLUMN since_sort TEXT NOT NULL DEFAULT '';
ALTER TABLE account_summaries ADD COLUMN remark_sort TEXT NOT NULL DEFAULT '';
ALTER TABLE application_summaries ADD COLUMN number_sort TEXT NOT NULL DEFAULT '';
ALTER TABLE application_summaries ADD COLUMN account_name TEXT NOT NULL DEFAULT '';
CREATE INDEX application_summaries_number ON application_summaries (number_sort, application_id, ${filtered});
CREATE INDEX application_summaries_account_name ON application_summaries (account_name, application_id, ${filtered});
DELETE FROM local_settings WHERE id = 'derived_made_by';
`;

export const ordersOfColumns: Migration = { version: 9, name: 'orders-of-columns', sql };
