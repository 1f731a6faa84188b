import type { Migration } from './migration.ts';

/**
 * Duties tell how many findings of the pre-check hold a submission back. The derived rows count as made by nobody, so
 * that the next start makes them anew and fills the column.
 */
const sql = `
ALTER TABLE obligations ADD COLUMN blocker_count INTEGER;
DELETE FROM local_settings WHERE id = 'derived_made_by';
`;

export const blockerCounts: Migration = { version: 5, name: 'blocker-counts', sql };
