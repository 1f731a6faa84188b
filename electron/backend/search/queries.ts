import { documentKindNames } from '#shared/domain/document-kind-name.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import type { KeyRange, SearchKind } from './index-key.ts';
import type { IndexedText } from './text-index.ts';

export interface EntryRecord {
  readonly rowid: number;
  readonly entity_id: string;
  readonly client_id: string | null;
  readonly client_name: string | null;
  readonly title: string;
  readonly detail: string;
}

/** The first hits in the order of their numbers, without looking further. */
export function matchingKeys(db: Db, match: string, { from, to }: KeyRange, limit: number): number[] {
  const sql = `SELECT rowid AS key FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ?
    ORDER BY rowid LIMIT ?`;
  return statement<[string, number, number, number], { key: number }>(db, sql)
    .all(match, from, to, limit)
    .map((row) => row.key);
}

export function countMatches(db: Db, match: string, { from, to }: KeyRange): number {
  const sql = 'SELECT count(*) AS n FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ?';
  return statement<[string, number, number], { n: number }>(db, sql).get(match, from, to)?.n ?? 0;
}

export function matchingEntityIds(db: Db, match: string, { from, to }: KeyRange): string[] {
  const sql = `SELECT e.entity_id FROM search_index x CROSS JOIN search_entries e ON e.rowid = x.rowid
    WHERE x.search_index MATCH ? AND x.rowid BETWEEN ? AND ?`;
  return statement<[string, number, number], { entity_id: string }>(db, sql)
    .all(match, from, to)
    .map((row) => row.entity_id);
}

/** Entries by number, in the order in which they are asked for. */
export function entriesOf(db: Db, keys: readonly number[]): EntryRecord[] {
  const sql = `SELECT e.rowid, e.entity_id, e.client_id, c.name AS client_name, e.title, e.detail
    FROM json_each(?) AS wanted CROSS JOIN search_entries e ON e.rowid = wanted.value
    LEFT JOIN clients c ON c.id = e.client_id ORDER BY wanted.key`;
  return statement<[string], EntryRecord>(db, sql).all(JSON.stringify(keys));
}

export interface NewEntry {
  readonly kind: SearchKind;
  readonly entityId: string;
  readonly clientId: string | null;
  readonly title: string;
  readonly detail: string;
  /** Length of the title in characters. */
  readonly rank: number;
}

/** Number for a new entry within its range: behind the last one. */
export function nextKey(db: Db, { from, to }: KeyRange): number {
  const sql = 'SELECT max(rowid) AS last FROM search_entries WHERE rowid BETWEEN ? AND ?';
  const last = statement<[number, number], { last: number | null }>(db, sql).get(from, to)?.last ?? null;
  return last === null ? from : last + 1;
}

export function insertEntry(db: Db, key: number, entry: NewEntry, text: IndexedText): void {
  statement(
    db,
    `INSERT INTO search_entries (rowid, kind, entity_id, client_id, title, detail, rank)
     VALUES (@key, @kind, @entityId, @clientId, @title, @detail, @rank)`,
  ).run({ key, ...entry });
  statement(db, 'INSERT INTO search_index (rowid, characters, initials) VALUES (?, ?, ?)').run(
    key,
    text.characters,
    text.initials,
  );
}

/** Numbers of those of these entities that are in the index. */
export function keysOf(db: Db, kind: SearchKind, ids: readonly string[]): number[] {
  const sql = `SELECT e.rowid AS key FROM json_each(?) AS wanted
    CROSS JOIN search_entries e ON e.kind = ? AND e.entity_id = wanted.value`;
  return statement<[string, string], { key: number }>(db, sql)
    .all(JSON.stringify(ids), kind)
    .map((row) => row.key);
}

/** Takes entries out of the index, in the order of their numbers (`indexAll` says why). */
export function deleteEntries(db: Db, keys: readonly number[]): void {
  for (const key of keys.toSorted((a, b) => a - b)) {
    statement(db, 'DELETE FROM search_index WHERE rowid = ?').run(key);
    statement(db, 'DELETE FROM search_entries WHERE rowid = ?').run(key);
  }
}

export function clearIndex(db: Db): void {
  statement(db, 'DELETE FROM search_entries').run();
  statement(db, `INSERT INTO search_index (search_index) VALUES ('delete-all')`).run();
}

/** What is searched of one live entity. `fields` is a JSON list of texts without the title. */
export interface EntityRecord {
  readonly entity_id: string;
  readonly client_id: string;
  readonly title: string;
  readonly detail: string | null;
  readonly fields: string;
}

const live = (alias: string) => `${alias}.deleted_at_ms IS NULL`;

/** One SELECT for each kind, ready for a restriction of `id`; what is in the trash is not found. */
const selects: Readonly<Record<SearchKind, { readonly id: string; readonly sql: string }>> = {
  client: {
    id: 'c.id',
    sql: `SELECT c.id AS entity_id, c.id AS client_id, c.name AS title, c.credit_code AS detail,
        json_array(c.credit_code, c.legal_representative, c.address,
          json((SELECT json_group_array(t.name ORDER BY t.name) FROM client_tags l JOIN tags t ON t.id = l.tag_id
            WHERE l.client_id = c.id AND ${live('l')} AND ${live('t')})),
          json((SELECT json_group_array(i.value ORDER BY i.id) FROM client_identifiers i
            WHERE i.client_id = c.id AND ${live('i')}))) AS fields
      FROM clients c WHERE ${live('c')}`,
  },
  contact: {
    id: 'l.id',
    sql: `SELECT l.id AS entity_id, l.client_id, p.name AS title, NULL AS detail, json_array(p.phone) AS fields
      FROM client_contacts l JOIN contacts p ON p.id = l.contact_id JOIN clients c ON c.id = l.client_id
      WHERE ${live('l')} AND ${live('p')} AND ${live('c')}`,
  },
  account: {
    id: 'a.id',
    sql: `SELECT a.id AS entity_id, a.client_id, a.name AS title, a.app_id AS detail,
        json_array(a.app_id, a.original_id, a.filing_number) AS fields
      FROM accounts a JOIN clients c ON c.id = a.client_id WHERE ${live('a')} AND ${live('c')}`,
  },
  application: {
    id: 'p.id',
    sql: `SELECT p.id AS entity_id, p.client_id, a.name AS title, p.number AS detail, json_array(p.number) AS fields
      FROM applications p JOIN accounts a ON a.id = p.account_id JOIN clients c ON c.id = p.client_id
      WHERE ${live('p')} AND ${live('c')}`,
  },
  document: {
    id: 'd.id',
    sql: `SELECT d.id AS entity_id, d.client_id, coalesce(nullif(d.title, ''), k.value) AS title, d.number AS detail,
        json_array(k.value, d.number, json((SELECT json_group_array(DISTINCT v.original_name) FROM document_versions v
          WHERE v.document_id = d.id AND ${live('v')}))) AS fields
      FROM documents d JOIN clients c ON c.id = d.client_id JOIN json_each('${JSON.stringify(documentKindNames)}') k ON k.key = d.kind
      WHERE ${live('d')} AND ${live('c')}`,
  },
  note: {
    id: 'n.id',
    // Called by its beginning; found by all of it.
    sql: `SELECT n.id AS entity_id, n.client_id, substr(trim(replace(n.text, char(10), ' ')), 1, 60) AS title, p.number AS detail,
        json_array(n.text) AS fields
      FROM notes n JOIN clients c ON c.id = n.client_id LEFT JOIN applications p ON p.id = n.application_id
      WHERE ${live('n')} AND ${live('c')}`,
  },
};

/** Where each kind's rows lie; a contact is found once for every client it belongs to. */
const tables: Readonly<Record<SearchKind, string>> = {
  client: 'clients',
  contact: 'client_contacts',
  account: 'accounts',
  application: 'applications',
  document: 'documents',
  note: 'notes',
};

export function entitiesOf(db: Db, kind: SearchKind, ids: readonly string[]): EntityRecord[] {
  const { id, sql } = selects[kind];
  const only = `${sql} AND ${id} IN (SELECT value FROM json_each(?))`;
  return statement<[string], EntityRecord>(db, only).all(JSON.stringify(ids));
}

/** Applications that are about a category of the platform's list. */
export function categoriesOf(db: Db, ids: readonly string[]) {
  type R = { id: string; account_id: string; category: string; category_pack_sha256: string | null };
  const sql = `SELECT id, account_id, category, category_pack_sha256 FROM applications
    WHERE id IN (SELECT value FROM json_each(?)) AND category IS NOT NULL`;
  return statement<[string], R>(db, sql).all(JSON.stringify(ids));
}

/** Whether one of the rows holds a list of categories, and no rule pack. */
export function hasCategoryList(db: Db, ids: readonly string[]): boolean {
  const sql = `SELECT 1 AS found FROM rule_packs WHERE id IN (SELECT value FROM json_each(?)) AND kind <> 'rules' LIMIT 1`;
  return statement<[string], { found: number }>(db, sql).get(JSON.stringify(ids)) !== undefined;
}

/** Ids of all of them, also of those in the trash. */
export function aboutCategories(db: Db): string[] {
  return statement<[], { id: string }>(db, 'SELECT id FROM applications WHERE category IS NOT NULL')
    .all()
    .map((row) => row.id);
}

/** Ids of all entities of a kind, also of those in the trash. */
export function allEntityIds(db: Db, kind: SearchKind): string[] {
  const sql = `SELECT id FROM ${tables[kind]} ORDER BY id`;
  return statement<[], { id: string }>(db, sql)
    .all()
    .map((row) => row.id);
}

/** Tables whose rows show in another row's entity: where the ids of those entities stand. */
const owners = {
  client_identifiers: 'SELECT client_id AS id FROM client_identifiers WHERE id',
  client_tags: 'SELECT client_id AS id FROM client_tags WHERE id',
  tags: 'SELECT client_id AS id FROM client_tags WHERE tag_id',
  contacts: 'SELECT id FROM client_contacts WHERE contact_id',
  accounts: 'SELECT id FROM applications WHERE account_id',
  document_versions: 'SELECT document_id AS id FROM document_versions WHERE id',
} as const;
export type OwnedTable = keyof typeof owners;

/** Ids of the entities in which rows of `table` show, also of those in the trash. */
export function ownersOf(db: Db, table: OwnedTable, ids: readonly string[]): string[] {
  const sql = `${owners[table]} IN (SELECT value FROM json_each(?))`;
  return statement<[string], { id: string }>(db, sql)
    .all(JSON.stringify(ids))
    .map((row) => row.id);
}

/** From how much thrown away, in percent, a part of the index is written anew; 0 for never. */
export function writeMergingOfDeleted(db: Db, percent: number): void {
  const sql = "INSERT INTO search_index (search_index, rank) VALUES ('deletemerge', CAST(? AS INTEGER))";
  statement<[number], unknown>(db, sql).run(percent);
}
