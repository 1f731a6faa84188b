import type { Db } from '#backend/db/open.ts';
import type { Reference } from '#backend/db/references.ts';
import { statement } from '#backend/db/statement.ts';
import type { SharedTable } from '#backend/db/tables.ts';

/** A change and the seat and place in its chain behind which later ones are looked for. */
export interface Place {
  readonly changeId: string;
  readonly seatId: string;
  /** Of the first event of the change. */
  readonly seq: number;
}

/** Events of a change that stand together in the log: so many are looked at in one go. */
export interface Stretch extends Place {
  readonly from: number;
  readonly to: number;
}

const ofStretch = 'e.change_id = @changeId AND e.rowid BETWEEN @from AND @to';

const isLater = 'later.seat_id = @seatId AND later.seq > @seq AND later.change_id <> @changeId';
/** The same where the rows are known: the plus keeps them from being looked for along the whole chain. */
const isLaterToo = '+later.seat_id = @seatId AND +later.seq > @seq AND later.change_id <> @changeId';

function changeIds<At extends Place>(db: Db, sql: string, place: At): string[] {
  return statement<[At], { change_id: string }>(db, sql)
    .all(place)
    .map(({ change_id }) => change_id);
}

/** Later changes that wrote a row of this one again. */
export const laterOnSameRows = (db: Db, stretch: Stretch): string[] =>
  changeIds(
    db,
    `SELECT DISTINCT later.change_id FROM events e
     CROSS JOIN events later ON later.row_id = e.row_id AND later.row_table = e.row_table
     WHERE ${ofStretch} AND ${isLaterToo}`,
    stretch,
  );

/** Later changes that wrote anything of a client that this one made or brought back. */
export const laterOnItsClients = (db: Db, stretch: Stretch): string[] =>
  changeIds(
    db,
    `SELECT DISTINCT later.change_id FROM events e CROSS JOIN events later ON later.client_id = e.row_id
     WHERE ${ofStretch} AND e.row_table = 'clients' AND e.operation IN ('insert', 'restore') AND ${isLaterToo}`,
    stretch,
  );

/** Later changes that wrote anything of a client to which this one moved rows of another. */
export const laterOnNewOwners = (db: Db, stretch: Stretch): string[] =>
  changeIds(
    db,
    `SELECT DISTINCT later.change_id FROM (SELECT DISTINCT e.after ->> 'client_id' AS id FROM events e
       WHERE ${ofStretch} AND e.operation = 'update' AND e.before ->> 'client_id' IS NOT NULL) moved
     CROSS JOIN events later ON later.client_id = moved.id WHERE ${isLaterToo}`,
    stretch,
  );

/** Later changes that wrote a row which points at one that this change made or brought back. */
export function laterThatRefer(db: Db, stretch: Stretch, { table, column, target }: Reference): string[] {
  const sql = `SELECT DISTINCT later.change_id FROM events e CROSS JOIN ${table} c ON c.${column} = e.row_id
    CROSS JOIN events later ON later.row_id = c.id AND later.row_table = '${table}'
    WHERE ${ofStretch} AND e.row_table = '${target}' AND e.operation IN ('insert', 'restore') AND ${isLaterToo}`;
  return changeIds(db, sql, stretch);
}

/** As `laterThatRefer`, for those that pointed at it for a while only. */
export function laterThatReferred(db: Db, place: Place, { table, column, target }: Reference): string[] {
  const sql = `SELECT DISTINCT later.change_id FROM events later
    WHERE ${isLater} AND later.row_table = '${table}' AND later.operation = 'update'
      AND (later.after ->> '${column}' IN (SELECT row_id FROM mine) OR later.before ->> '${column}' IN (SELECT row_id FROM mine))`;
  const mine = `WITH mine AS (SELECT row_id FROM events
    WHERE change_id = @changeId AND row_table = '${target}' AND operation IN ('insert', 'restore'))`;
  return changeIds(db, `${mine} ${sql}`, place);
}

/** Later changes that threw away what a row points at that would come back. */
export function laterWithoutParent(db: Db, stretch: Stretch, { table, column, target }: Reference): string[] {
  const sql = `SELECT DISTINCT later.change_id FROM events e CROSS JOIN ${table} c ON c.id = e.row_id
    CROSS JOIN events later ON later.row_id = c.${column} AND later.row_table = '${target}'
    WHERE ${ofStretch} AND e.row_table = '${table}' AND e.operation = 'delete' AND later.operation = 'delete'
      AND ${isLaterToo}`;
  return changeIds(db, sql, stretch);
}

/** Later changes that threw away what a column pointed at before this change. */
export function laterWithoutFormer(db: Db, stretch: Stretch, { table, column, target }: Reference): string[] {
  const sql = `SELECT DISTINCT later.change_id FROM events e
    CROSS JOIN events later ON later.row_id = e.before ->> '${column}' AND later.row_table = '${target}'
    WHERE ${ofStretch} AND e.row_table = '${table}' AND e.operation = 'update' AND later.operation = 'delete'
      AND ${isLaterToo}`;
  return changeIds(db, sql, stretch);
}

/** Later calls of the reviewer about an order that this change submitted first: none comes before that. */
export const laterCalls = (db: Db, stretch: Stretch): string[] =>
  changeIds(
    db,
    `SELECT DISTINCT later.change_id FROM events e CROSS JOIN calls c ON c.application_id = e.row_id
     CROSS JOIN events later ON later.row_id = c.id AND later.row_table = 'calls'
     WHERE ${ofStretch} AND e.row_table = 'applications' AND e.operation = 'update'
       AND e.before ->> 'submitted_at_ms' IS NULL AND e.after ->> 'submitted_at_ms' IS NOT NULL AND ${isLaterToo}`,
    stretch,
  );

/** Later changes of anything that is judged by the rules. */
export const laterByRules = (db: Db, place: Place): string[] =>
  changeIds(
    db,
    `SELECT DISTINCT later.change_id FROM events later
     WHERE ${isLater} AND later.row_table IN ('applications', 'items', 'judgements')`,
    place,
  );

/** Later changes that wrote one row. */
export const laterOnRow = (db: Db, place: Place, table: SharedTable, id: string): string[] =>
  statement<[Place & { table: string; id: string }], { change_id: string }>(
    db,
    `SELECT DISTINCT later.change_id FROM events later
     WHERE later.row_id = @id AND later.row_table = @table AND ${isLater}`,
  )
    .all({ ...place, table, id })
    .map(({ change_id }) => change_id);

/** True while a client carries the tag. */
export function isTagUsed(db: Db, tagId: string): boolean {
  const sql = 'SELECT 1 FROM client_tags WHERE tag_id = ? AND deleted_at_ms IS NULL';
  return statement<[string], unknown>(db, sql).get(tagId) !== undefined;
}

/** True while an application goes by the kept version of the rules or of a list. */
export function isPackUsed(db: Db, rowId: string): boolean {
  const sql = `SELECT 1 FROM rule_packs p JOIN applications a ON p.sha256 IN (a.rule_pack_sha256, a.category_pack_sha256)
    WHERE p.id = ? AND a.deleted_at_ms IS NULL LIMIT 1`;
  return statement<[string], unknown>(db, sql).get(rowId) !== undefined;
}
