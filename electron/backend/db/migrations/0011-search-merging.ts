import type { Migration } from './migration.ts';

/**
 * Where a tenth of a part of the index was thrown away, it was written anew at once, in the midst of the work: up to
 * half a second again and again while a large import is taken back. What is thrown away goes when parts are merged anyway.
 */
const sql = `
INSERT INTO search_index (search_index, rank) VALUES ('deletemerge', 0);
INSERT INTO file_index (file_index, rank) VALUES ('deletemerge', 0);
`;

export const searchMerging: Migration = { version: 11, name: 'search-merging', sql };
