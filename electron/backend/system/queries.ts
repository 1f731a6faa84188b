import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import type { SharedTable } from '#backend/db/tables.ts';

export function seatLetter(db: Db): string {
  return statement<[], { letter: string }>(db, 'SELECT letter FROM seat').get()?.letter ?? '';
}

/** Rows of a table that point to a row that is not there, as "table rowid → parent". */
export function danglingRows(db: Db, table: SharedTable): string[] {
  const rows = db.pragma(`foreign_key_check(${table})`) as {
    table: string;
    rowid: number | null;
    parent: string;
  }[];
  return rows.map((row) => `${row.table} ${row.rowid ?? ''} → ${row.parent}`);
}
