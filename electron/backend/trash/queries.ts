import { isClosed, stages } from '#shared/domain/application.ts';
import { trashKinds } from '#shared/domain/trash-kind.ts';
import type { TrashKind } from '#shared/domain/trash-kind.ts';
import type { Row } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import type { SharedTable } from '#backend/db/tables.ts';
import type { RowRange } from '#backend/page-cursor.ts';

/** Name and client of a row of each kind; `r` is the row. */
const naming: Readonly<Record<TrashKind, { title: string; client: string; joins: string }>> = {
  clients: { title: 'r.name', client: 'r.id', joins: '' },
  accounts: { title: 'r.name', client: 'r.client_id', joins: '' },
  applications: {
    title: "a.name || ' ' || r.number",
    client: 'r.client_id',
    joins: 'JOIN accounts a ON a.id = r.account_id',
  },
  documents: { title: 'r.title', client: 'r.client_id', joins: '' },
  fees: { title: 'r.title', client: 'r.client_id', joins: '' },
  bank_accounts: { title: 'coalesce(r.bank_name, r.holder_name)', client: 'r.client_id', joins: '' },
  client_contacts: {
    title: 'p.name',
    client: 'r.client_id',
    joins: 'JOIN contacts p ON p.id = r.contact_id',
  },
  client_relations: {
    title: 'o.name',
    client: 'r.client_id',
    joins: 'JOIN clients o ON o.id = r.other_client_id',
  },
  tasks: { title: 'r.title', client: 'r.client_id', joins: '' },
  notes: { title: "substr(replace(r.text, char(10), ' '), 1, 60)", client: 'r.client_id', joins: '' },
  calls: {
    title: "a.name || ' ' || p.number",
    client: 'p.client_id',
    joins: 'JOIN applications p ON p.id = r.application_id JOIN accounts a ON a.id = p.account_id',
  },
  consultants: { title: 'r.name', client: 'NULL', joins: '' },
  saved_views: { title: 'r.name', client: 'NULL', joins: '' },
};

const kindList = trashKinds.map((kind) => `'${kind}'`).join(', ');

/** The row was not brought back, and thrown away again, since the event. */
const isLastWord = `NOT EXISTS (SELECT 1 FROM events l WHERE l.row_id = e.row_id AND l.row_table = e.row_table
  AND l.operation IN ('delete', 'restore') AND l.rowid > e.rowid)`;

/**
 * Changes that throw away say so in their names; so do those that bring back, which throw away when they are undone. A
 * creation that was undone is no entry of the trash.
 */
const throwsAway = `(c.action LIKE '%.trash%' OR c.action LIKE 'trash.%' OR c.action LIKE '%.remove%'
  OR c.action LIKE '%.restore%' OR c.action LIKE '%.merge%')`;

/** What was destroyed or erased comes back no more. */
const isLeft = `NOT (e.row_table = 'documents' AND EXISTS (SELECT 1 FROM documents x WHERE x.id = e.row_id
  AND x.destroyed_at_ms IS NOT NULL)) AND NOT (e.row_table = 'client_contacts' AND EXISTS (SELECT 1
  FROM client_contacts x WHERE x.id = e.row_id AND x.erasure_id IS NOT NULL))`;

const gone = `gone AS MATERIALIZED (
  SELECT c.id AS change_id, c.at_ms, c.actor_id, e.row_table, e.row_id, e.rowid AS place
  FROM changes c JOIN events e ON e.change_id = c.id
  WHERE ${throwsAway} AND e.operation = 'delete' AND e.row_table IN (${kindList}) AND ${isLastWord} AND ${isLeft})`;

const named = `named AS MATERIALIZED (${trashKinds
  .map((kind, rank) => {
    const { title, client, joins } = naming[kind];
    return `SELECT g.change_id, g.at_ms, g.actor_id, g.place, ${rank} AS rank, ${title} AS title, ${client} AS client_id
      FROM gone g JOIN ${kind} r ON r.id = g.row_id ${joins} WHERE g.row_table = '${kind}'`;
  })
  .join(' UNION ALL ')})`;

const ranked = `ranked AS (SELECT *, row_number() OVER (PARTITION BY change_id ORDER BY rank, place) AS no,
  count(*) OVER (PARTITION BY change_id, rank) AS kind_count FROM named)`;

/** `@text` empty, or in the name of something that went with the change, or of whose it is. */
const matches = `(@text = '' OR r.change_id IN (SELECT n.change_id FROM named n LEFT JOIN clients k ON k.id = n.client_id
  WHERE instr(lower(n.title), lower(@text)) > 0 OR instr(lower(coalesce(k.name, '')), lower(@text)) > 0))`;

export interface EntryRecord {
  readonly change_id: string;
  readonly at_ms: number;
  readonly actor_name: string | null;
  readonly rank: number;
  readonly title: string;
  readonly kind_count: number;
  readonly client_id: string | null;
  readonly client_name: string | null;
  readonly client_deleted: 0 | 1;
}

export function pageOfEntries(db: Db, text: string, { after, skip, limit }: RowRange): EntryRecord[] {
  const sql = `WITH ${gone}, ${named}, ${ranked}
    SELECT r.change_id, r.at_ms, w.name AS actor_name, r.rank, r.title, r.kind_count, r.client_id, k.name AS client_name,
      k.deleted_at_ms IS NOT NULL AS client_deleted
    FROM ranked r LEFT JOIN clients k ON k.id = r.client_id LEFT JOIN consultants w ON w.id = r.actor_id
    WHERE r.no = 1 AND ${matches} AND (@afterMs IS NULL OR (r.at_ms, r.change_id) < (@afterMs, @afterId))
    ORDER BY r.at_ms DESC, r.change_id DESC LIMIT @limit OFFSET @skip`;
  const values = { text, skip, limit, afterMs: after?.value ?? null, afterId: after?.id ?? '' };
  return statement<[typeof values], EntryRecord>(db, sql).all(values);
}

export function countEntries(db: Db, text: string): number {
  const sql = `WITH ${gone}, ${named} SELECT count(DISTINCT r.change_id) AS n FROM named r WHERE ${matches}`;
  return statement<[{ text: string }], { n: number }>(db, sql).get({ text })?.n ?? 0;
}

export interface GoneRow {
  readonly row_table: SharedTable;
  readonly row_id: string;
}

/** All rows that are still in the trash by this change, what was thrown away last first; none of a change that undid. */
export function goneByChange(db: Db, changeId: string): GoneRow[] {
  const sql = `SELECT e.row_table, e.row_id FROM changes c CROSS JOIN events e ON e.change_id = c.id
    WHERE c.id = ? AND ${throwsAway} AND e.operation = 'delete' AND ${isLastWord} AND ${isLeft} ORDER BY e.seq DESC`;
  return statement<[string], GoneRow>(db, sql).all(changeId);
}

/** The change by which a row is in the trash. */
export function changeThatThrew(db: Db, table: SharedTable, id: string): string | undefined {
  const sql = `SELECT change_id FROM events WHERE row_table = ? AND row_id = ? AND operation = 'delete'
    ORDER BY rowid DESC LIMIT 1`;
  return statement<[string, string], { change_id: string }>(db, sql).get(table, id)?.change_id;
}

export function rowOf(db: Db, table: SharedTable, id: string): Row | undefined {
  return statement<[string], Row>(db, `SELECT * FROM ${table} WHERE id = ?`).get(id);
}

/** What a row is called; empty where it has no name of its own. */
export function titleOf(db: Db, table: SharedTable, id: string): string {
  const kind = trashKinds.find((known) => known === table);
  if (kind === undefined) return '';
  const { title, joins } = naming[kind];
  const sql = `SELECT ${title} AS title FROM ${kind} r ${joins} WHERE r.id = ?`;
  return statement<[string], { title: string }>(db, sql).get(id)?.title ?? '';
}

/** The order under way that an application of these columns would stand beside. */
export function openOrderLike(db: Db, { id, account_id, kind, category }: Row): string | undefined {
  const sql = `SELECT id FROM applications WHERE account_id = @account_id AND kind = @kind AND category IS @category
    AND id <> @id AND deleted_at_ms IS NULL AND stage NOT IN (SELECT value FROM json_each(@closed)) LIMIT 1`;
  const values = { id, account_id, kind, category, closed: JSON.stringify(stages.filter(isClosed)) };
  return statement<[object], { id: string }>(db, sql).get(values)?.id;
}
