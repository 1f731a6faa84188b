import type { Migration } from './migration.ts';

/** Which paper has taken the place of another, and since when: a renewed licence is told from the one it came for. */
const sql = `
ALTER TABLE documents ADD COLUMN replaced_by_id TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE documents ADD COLUMN replaced_on TEXT;
CREATE INDEX documents_replaced ON documents (replaced_by_id) WHERE replaced_by_id IS NOT NULL;
`;

export const replacedPapers: Migration = { version: 17, name: 'replaced-papers', sql };
