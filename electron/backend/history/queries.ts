import { isClosed, stages } from '#shared/domain/application.ts';
import type { Row } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import type { SharedTable } from '#backend/db/tables.ts';

export interface ChangeRow {
  readonly id: string;
  readonly action: string;
  readonly seq: number;
  readonly at_ms: number;
  readonly undoes_change_id: string | null;
  /** 0 for a change of its own, 1 for one that takes another back, 2 for one that takes that back, and so on. */
  readonly depth: number;
  /** The change of its own at the beginning of that row; the id itself at depth 0. */
  readonly root_id: string;
  /** Something that it wrote was erased since. */
  readonly is_erased?: 0 | 1;
}

export interface EventRow {
  readonly id: string;
  readonly seat_id: string;
  readonly seq: number;
  readonly change_id: string;
  readonly action: string;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly at_ms: number;
  readonly row_table: SharedTable;
  readonly row_id: string;
  readonly client_id: string | null;
  readonly operation: 'insert' | 'update' | 'delete' | 'restore';
  readonly before: string | null;
  readonly after: string | null;
  readonly prev_hash: string;
  readonly hash: string;
  /** By which its contents were erased. */
  readonly erasure_id: string | null;
}

const eventColumns = `e.id, e.seat_id, e.seq, e.change_id, e.action, e.actor_id, k.name AS actor_name, e.at_ms, e.row_table,
  e.row_id, e.client_id, e.operation, e.before, e.after, e.prev_hash, e.hash, e.erasure_id`;
const fromEvents = 'FROM events e LEFT JOIN consultants k ON k.id = e.actor_id';

/** The latest changes of a seat's own and whatever took them back or did them again, oldest first. */
export function recentChanges(db: Db, seatId: string, limit: number): ChangeRow[] {
  const sql = `WITH RECURSIVE
    recent AS (SELECT * FROM changes WHERE seat_id = @seatId AND seq >= coalesce(
      (SELECT seq FROM changes WHERE seat_id = @seatId AND undoes_change_id IS NULL
       ORDER BY seq DESC LIMIT 1 OFFSET @limit - 1), 0)),
    chain (id, root_id, next_id, depth) AS (
      SELECT id, id, undoes_change_id, 0 FROM recent
      UNION ALL
      SELECT chain.id, c.id, c.undoes_change_id, chain.depth + 1 FROM chain JOIN changes c ON c.id = chain.next_id)
    SELECT r.id, r.action, r.seq, r.at_ms, r.undoes_change_id, chain.depth, chain.root_id,
      EXISTS (SELECT 1 FROM events e WHERE e.change_id = r.id AND e.erasure_id IS NOT NULL) AS is_erased
    FROM recent r JOIN chain ON chain.id = r.id AND chain.next_id IS NULL ORDER BY r.seq`;
  return statement<[{ seatId: string; limit: number }], ChangeRow>(db, sql).all({ seatId, limit });
}

/** What taking an event back needs of it, and naming what was taken back. */
export type ChangedRow = Pick<
  EventRow,
  'row_table' | 'row_id' | 'client_id' | 'operation' | 'before' | 'after'
> & {
  /** Where it stands in the log: events of one change follow their order. */
  readonly place: number;
};

/** The next events of a change behind a place. What a row that was made held is not among it. */
export function eventsOfChange(db: Db, changeId: string, behind: number, limit: number): ChangedRow[] {
  const sql = `SELECT rowid AS place, row_table, row_id, client_id, operation, before, iif(operation = 'update', after, NULL) AS after
    FROM events WHERE change_id = ? AND rowid > ? ORDER BY rowid LIMIT ?`;
  return statement<[string, number, number], ChangedRow>(db, sql).all(changeId, behind, limit);
}

/** Whether any change but these two has written anything of a client. */
export function isWrittenByOthers(db: Db, clientId: string, own: readonly [string, string]): boolean {
  const sql = 'SELECT 1 FROM events WHERE client_id = ? AND change_id NOT IN (?, ?) LIMIT 1';
  return statement<[string, string, string], unknown>(db, sql).get(clientId, ...own) !== undefined;
}

export interface EventFilter {
  readonly clientId?: string | undefined;
  readonly rowId?: string | undefined;
  readonly accountId?: string | undefined;
  /** Id of the last event of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** An account, its applications with their submissions, lapses and steps after a pass, and its fees. */
const rowsOfAccount = `SELECT @accountId
  UNION ALL SELECT p.id FROM applications p WHERE p.account_id = @accountId
  UNION ALL SELECT t.id FROM applications p JOIN attempts t ON t.application_id = p.id WHERE p.account_id = @accountId
  UNION ALL SELECT t.id FROM applications p JOIN lapses t ON t.application_id = p.id WHERE p.account_id = @accountId
  UNION ALL SELECT t.id FROM applications p JOIN aftercare_steps t ON t.application_id = p.id WHERE p.account_id = @accountId
  UNION ALL SELECT f.id FROM applications p JOIN fees f ON f.application_id = p.id WHERE p.account_id = @accountId`;

/** Newest first. Events of one moment follow the order in which they were written. */
export function listEvents(db: Db, { clientId, rowId, accountId, after, limit }: EventFilter): EventRow[] {
  const where = ['1'];
  if (after !== undefined)
    where.push('(e.at_ms, e.rowid) < (SELECT at_ms, rowid FROM events WHERE id = @after)');
  const clientIds = clientId === undefined ? [] : historyOwners(db, clientId);
  if (clientId !== undefined) where.push(ownedBy(clientIds));
  if (rowId !== undefined) where.push('e.row_id = @rowId');
  if (accountId !== undefined) where.push(`e.row_id IN (${rowsOfAccount})`);
  const sql = `SELECT ${eventColumns} ${fromEvents} WHERE ${where.join(' AND ')} ORDER BY e.at_ms DESC, e.rowid DESC LIMIT @limit`;
  const values = { clientId, clientIds: JSON.stringify(clientIds), rowId, accountId, after, limit };
  return db.prepare<[typeof values], EventRow>(sql).all(values);
}

export function countEvents(db: Db, clientId: string): number {
  const clientIds = historyOwners(db, clientId);
  const values = { clientId, clientIds: JSON.stringify(clientIds) };
  const sql = `SELECT count(*) AS n FROM events e WHERE ${ownedBy(clientIds)}`;
  return db.prepare<[typeof values], { n: number }>(sql).get(values)?.n ?? 0;
}

/** A client and those that were put into it and are still in the trash: their history is read with its own. */
function historyOwners(db: Db, clientId: string): string[] {
  const sql = `SELECT c.id FROM client_identifiers i JOIN clients c ON c.id = i.note
    WHERE i.client_id = ? AND i.kind = 'merged_client' AND i.deleted_at_ms IS NULL AND c.deleted_at_ms IS NOT NULL`;
  const merged = statement<[string], { id: string }>(db, sql).all(clientId);
  return [clientId, ...merged.map(({ id }) => id)];
}

/** One client's events come in their order along the index. */
const ownedBy = (clientIds: readonly string[]): string =>
  clientIds.length === 1
    ? 'e.client_id = @clientId'
    : 'e.client_id IN (SELECT value FROM json_each(@clientIds))';

export function countEventsOfAccount(db: Db, accountId: string): number {
  const sql = `SELECT count(*) AS n FROM events e WHERE e.row_id IN (${rowsOfAccount})`;
  return db.prepare<[{ accountId: string }], { n: number }>(sql).get({ accountId })?.n ?? 0;
}

/** The next events seat by seat in the order of their chains, behind that one of a seat. */
export function eventsInChain(db: Db, behind: { seatId: string; seq: number }, limit: number): EventRow[] {
  const sql = `SELECT ${eventColumns} ${fromEvents} WHERE (e.seat_id, e.seq) > (?, ?)
    ORDER BY e.seat_id, e.seq LIMIT ?`;
  return db.prepare<[string, number, number], EventRow>(sql).all(behind.seatId, behind.seq, limit);
}

/** Hash of the newest event of a seat. */
export function chainHead(db: Db, seatId: string): string | undefined {
  const sql = 'SELECT hash FROM events WHERE seat_id = ? ORDER BY seq DESC LIMIT 1';
  return db.prepare<[string], { hash: string }>(sql).get(seatId)?.hash;
}

/** A shared row with all its columns, as the undo compares it. `table` is one of our own names, never input. */
export function rowOf(db: Db, table: SharedTable, id: string): Row | undefined {
  return db.prepare<[string], Row>(`SELECT * FROM ${table} WHERE id = ?`).get(id);
}

/** Also of a client in the trash. */
export const clientName = (db: Db, id: string): string | undefined =>
  statement<[string], { name: string }>(db, 'SELECT name FROM clients WHERE id = ?').get(id)?.name;

/** Another order under way of the kind that an application of these columns is, for its account. */
export function openOrderBeside(db: Db, { id, account_id, kind, category }: Row): string | undefined {
  const sql = `SELECT id FROM applications WHERE account_id = @account_id AND kind = @kind AND category IS @category
    AND id <> @id AND deleted_at_ms IS NULL AND stage NOT IN (SELECT value FROM json_each(@closed)) LIMIT 1`;
  const values = { id, account_id, kind, category, closed: JSON.stringify(stages.filter(isClosed)) };
  return statement<[object], { id: string }>(db, sql).get(values)?.id;
}
