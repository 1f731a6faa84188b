import type { Row } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import { clientPaths } from '#backend/db/tables.ts';
import type { SharedTable } from '#backend/db/tables.ts';

// Names of tables are our own, never input.

/** Whatever is written meanwhile, this connection reads one state of the data from now on. */
export function beginReading(db: Db): void {
  db.prepare('BEGIN').run();
  db.prepare('SELECT count(*) FROM clients').get();
}

export interface ColumnRecord {
  readonly name: string;
  readonly type: string;
}

export const columnsOf = (db: Db, table: string): ColumnRecord[] =>
  statement<[string], ColumnRecord>(db, 'SELECT name, type FROM pragma_table_info(?) ORDER BY cid').all(
    table,
  );

/** The table that each column refers to. */
export function referencesOf(db: Db, table: string): ReadonlyMap<string, string> {
  const sql = 'SELECT "from" AS name, "table" AS other FROM pragma_foreign_key_list(?)';
  const rows = statement<[string], { name: string; other: string }>(db, sql).all(table);
  return new Map(rows.map(({ name, other }) => [name, other]));
}

/** About how many rows tables hold, found at once: to count them takes long. */
export function roughRowCount(db: Db, tables: readonly string[]): number {
  const counts = tables.map(
    (table) => statement<[], { n: number | null }>(db, `SELECT max(rowid) AS n FROM ${table}`).get()?.n ?? 0,
  );
  return counts.reduce((sum, n) => sum + n, 0);
}

/** The next rows by their keys, in the trash or not. */
export const rowsAfter = (db: Db, table: string, after: string, limit: number): Row[] =>
  statement<[string, number], Row>(db, `SELECT * FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`).all(
    after,
    limit,
  );

/** All live rows of a table that belong to a client. */
export const rowsOfClient = (db: Db, table: SharedTable, clientId: string): Row[] =>
  statement<[{ clientId: string }], Row>(
    db,
    `SELECT * FROM ${table} WHERE ${ofClient(table)} AND deleted_at_ms IS NULL ORDER BY id`,
  ).all({ clientId });

function ofClient(table: SharedTable): string {
  const path = clientPaths[table];
  switch (path.by) {
    case 'self':
      return 'id = @clientId';
    case 'column':
      return 'client_id = @clientId';
    case 'parent':
      return `${path.column} IN (SELECT id FROM ${path.table} WHERE ${ofClient(path.table)} AND deleted_at_ms IS NULL)`;
    case 'none':
      throw new Error(`rows of ${table} belong to no client`);
  }
}

export const rowById = (db: Db, table: SharedTable, id: string): Row | undefined =>
  statement<[string], Row>(db, `SELECT * FROM ${table} WHERE id = ?`).get(id);

/** Relations that other clients have to this one. */
export const relationsTo = (db: Db, clientId: string): Row[] =>
  statement<[string], Row>(
    db,
    'SELECT * FROM client_relations WHERE other_client_id = ? AND deleted_at_ms IS NULL ORDER BY id',
  ).all(clientId);

export const tagNames = (db: Db, clientId: string): string[] =>
  statement<[string], { name: string }>(
    db,
    `SELECT t.name FROM client_tags c JOIN tags t ON t.id = c.tag_id
      WHERE c.client_id = ? AND c.deleted_at_ms IS NULL AND t.deleted_at_ms IS NULL ORDER BY t.name`,
  )
    .all(clientId)
    .map(({ name }) => name);

export interface NamedRecord {
  readonly id: string;
  readonly name: string;
}

/** Everybody who is or was one, so that what they did keeps its name. */
export const consultantNames = (db: Db): NamedRecord[] =>
  statement<[], NamedRecord>(db, 'SELECT id, name FROM consultants').all();

export interface ClientPlace extends NamedRecord {
  readonly sort: string;
}

/** The next clients in the order of their names. */
export const clientsAfter = (
  db: Db,
  { sort, id }: Pick<ClientPlace, 'sort' | 'id'>,
  limit: number,
): ClientPlace[] =>
  statement<[string, string, number], ClientPlace>(
    db,
    `SELECT c.id, c.name, s.name AS sort FROM client_summaries s JOIN clients c ON c.id = s.client_id
      WHERE (s.name, s.client_id) > (?, ?) AND c.deleted_at_ms IS NULL ORDER BY s.name, s.client_id LIMIT ?`,
  ).all(sort, id, limit);

export interface FeeRecord {
  readonly id: string;
  readonly client_name: string;
  readonly application_number: string | null;
  readonly kind: string;
  readonly title: string;
  readonly amount_fen: number;
  readonly paid_fen: number;
  readonly charged_on: string;
  readonly due_on: string | null;
  readonly invoice_number: string | null;
  readonly remark: string | null;
}

export const feesAfter = (db: Db, after: string, limit: number): FeeRecord[] =>
  statement<[string, number], FeeRecord>(
    db,
    `SELECT f.id, c.name AS client_name, a.number AS application_number, f.kind, f.title, f.amount_fen,
      (SELECT coalesce(sum(p.amount_fen), 0) FROM payments p WHERE p.fee_id = f.id AND p.deleted_at_ms IS NULL) AS paid_fen,
      f.charged_on, f.due_on, f.invoice_number, f.remark
      FROM fees f JOIN clients c ON c.id = f.client_id LEFT JOIN applications a ON a.id = f.application_id
      WHERE f.id > ? AND f.deleted_at_ms IS NULL ORDER BY f.id LIMIT ?`,
  ).all(after, limit);

export interface AttemptRecord {
  readonly id: string;
  readonly client_name: string;
  readonly application_number: string;
  readonly account_name: string;
  readonly kind: string;
  readonly attempt_no: number;
  readonly submitted_at_ms: number;
  readonly outcome: string;
  readonly returned_at_ms: number | null;
  readonly reason_text: string | null;
  readonly fee_fen: number | null;
}

export const attemptsAfter = (db: Db, after: string, limit: number): AttemptRecord[] =>
  statement<[string, number], AttemptRecord>(
    db,
    `SELECT t.id, c.name AS client_name, a.number AS application_number, k.name AS account_name, a.kind, t.attempt_no,
      t.submitted_at_ms, t.outcome, t.returned_at_ms, t.reason_text, t.fee_fen
      FROM attempts t JOIN applications a ON a.id = t.application_id JOIN clients c ON c.id = a.client_id
      JOIN accounts k ON k.id = a.account_id WHERE t.id > ? AND t.deleted_at_ms IS NULL ORDER BY t.id LIMIT ?`,
  ).all(after, limit);

export interface EventRecord {
  readonly place: number;
  readonly at_ms: number;
  readonly action: string;
  readonly actor_name: string | null;
  readonly client_name: string | null;
  readonly row_table: string;
  readonly row_id: string;
  readonly operation: 'insert' | 'update' | 'delete' | 'restore';
  readonly before: string | null;
  readonly after: string | null;
}

const eventColumns = `e.rowid AS place, e.at_ms, e.action, k.name AS actor_name, c.name AS client_name, e.row_table,
  e.row_id, e.operation, e.before, e.after`;
const fromEvents = `FROM events e LEFT JOIN consultants k ON k.id = e.actor_id LEFT JOIN clients c ON c.id = e.client_id`;

/** The next events in the order in which they were written. */
export const eventsAfter = (db: Db, place: number, limit: number): EventRecord[] =>
  statement<[number, number], EventRecord>(
    db,
    `SELECT ${eventColumns} ${fromEvents} WHERE e.rowid > ? ORDER BY e.rowid LIMIT ?`,
  ).all(place, limit);

/** Newest first. */
export const eventsOfClient = (db: Db, clientId: string): EventRecord[] =>
  statement<[string], EventRecord>(
    db,
    `SELECT ${eventColumns} ${fromEvents} WHERE e.client_id = ? ORDER BY e.at_ms DESC, e.rowid DESC`,
  ).all(clientId);
