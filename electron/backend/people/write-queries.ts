import { isOnlyWords } from '#shared/domain/person-words.ts';
import type { Cell, Row } from '#backend/db/change.ts';
import { emptiedDigest } from '#backend/db/chain.ts';
import type { EmptiedEvent } from '#backend/db/chain.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import { natureOf, withoutWordsInCell } from './columns.ts';
import type { PersonLook } from './look.ts';
import { requiredColumns } from './scan-queries.ts';
import type { SharedTable } from '#backend/db/tables.ts';

/** What columns of a row hold without the words of the person; nothing where they held nothing else and may be empty. */
export function withoutPerson(
  db: Db,
  { table, row }: { readonly table: SharedTable; readonly row: Row },
  columns: readonly string[],
  { ownWords, others }: Pick<PersonLook, 'ownWords' | 'others'>,
): Row {
  const required = requiredColumns(db, table);
  return Object.fromEntries(
    columns.map((name): [string, Cell] => {
      const text = String(row[name] ?? '');
      if (!required.has(name) && isOnlyWords(text, ownWords)) return [name, null];
      return [name, withoutWordsInCell(natureOf(table, name), text, ownWords, others)];
    }),
  );
}

/** Events that were written behind a place of the log. */
export function eventsSince(db: Db, place: number): number[] {
  const sql = 'SELECT rowid AS place FROM events WHERE rowid > ?';
  return statement<[number], { place: number }>(db, sql)
    .all(place)
    .map((event) => event.place);
}

/** Takes the contents out of events, whose hashes stay; gives how many they were and the digest that vouches for them. */
export function emptyEvents(
  db: Db,
  places: readonly number[],
  erasureId: string,
): { readonly count: number; readonly digest: string } {
  const sql = `SELECT id, seat_id, seq, change_id, action, actor_id, at_ms, row_table, row_id, client_id, operation,
      before, after, prev_hash, hash FROM events
    WHERE rowid IN (SELECT value FROM json_each(?)) AND erasure_id IS NULL ORDER BY seat_id, seq`;
  const events = statement<[string], EmptiedEvent>(db, sql).all(JSON.stringify(places));
  const { add, digest } = emptiedDigest();
  for (const event of events) {
    add(event);
    statement(db, 'UPDATE events SET before = NULL, after = NULL, erasure_id = ? WHERE id = ?').run(
      erasureId,
      event.id,
    );
  }
  return { count: events.length, digest: digest() };
}

/** A form that was begun keeps what else stands in it. */
export function blankDraft(db: Db, id: string, without: (value: string) => string): void {
  const read = statement<[string], { value: string }>(db, 'SELECT value FROM local_settings WHERE id = ?');
  const value = read.get(id)?.value;
  if (value === undefined) return;
  statement(db, 'UPDATE local_settings SET value = ? WHERE id = ?').run(without(value), id);
}

const unswept = 'unswept_erasure';

/** Something was erased whose bytes may still lie in the file of the database. */
export function noteUnswept(db: Db, erasureId: string): void {
  const sql =
    'INSERT INTO local_settings (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value';
  statement(db, sql).run(unswept, erasureId);
}

export const isUnswept = (db: Db): boolean =>
  statement<[string], unknown>(db, 'SELECT 1 FROM local_settings WHERE id = ?').get(unswept) !== undefined;

export function clearUnswept(db: Db): void {
  statement(db, 'DELETE FROM local_settings WHERE id = ?').run(unswept);
}

/** A part of writing an index anew, so that nothing is left of what was taken out of it; false when there is no more to do. */
export function mergeIndex(db: Db, index: 'search_index' | 'file_index', isFirst: boolean): boolean {
  const before = totalChanges(db);
  statement(db, `INSERT INTO ${index} (${index}, rank) VALUES ('merge', ?)`).run(isFirst ? -500 : 500);
  return totalChanges(db) - before >= 2;
}

const totalChanges = (db: Db): number =>
  statement<[], { n: number }>(db, 'SELECT total_changes() AS n').get()?.n ?? 0;

/** Writes the database anew without the space of what is gone, and empties what was written ahead; false when somebody reads it. */
export function rewriteDatabase(db: Db): boolean {
  db.exec('VACUUM');
  const usual = db.pragma('busy_timeout', { simple: true }) as number;
  // Whoever reads is not waited for: the next start does it.
  db.pragma('busy_timeout = 100');
  try {
    const [state] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return state?.busy === 0;
  } finally {
    db.pragma(`busy_timeout = ${usual}`);
  }
}
