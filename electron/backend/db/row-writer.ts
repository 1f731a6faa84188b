import type { Row } from './change.ts';
import type { Db } from './open.ts';
import { clientPaths } from './tables.ts';
import type { SharedTable } from './tables.ts';

/** Reads and writes whole shared rows, without a word to the history. */
export interface RowWriter {
  read(table: SharedTable, id: string): Row | undefined;
  insert(table: SharedTable, row: Row): void;
  update(table: SharedTable, id: string, columns: Row): void;
  clientOf(table: SharedTable, row: Row): string | null;
}

/** Statements are made from column names of our own code, never from input, and kept. */
export function createRowWriter(db: Db): RowWriter {
  const statements = new Map<string, ReturnType<Db['prepare']>>();
  const prepared = (sql: string) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = db.prepare(sql);
    statements.set(sql, made);
    return made;
  };
  const read = (table: SharedTable, id: string) =>
    prepared(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Row | undefined;

  function clientOf(table: SharedTable, row: Row): string | null {
    const path = clientPaths[table];
    switch (path.by) {
      case 'self':
        return String(row.id);
      case 'column':
        return row.client_id === null || row.client_id === undefined ? null : String(row.client_id);
      case 'none':
        return null;
      case 'parent': {
        const up = read(path.table, String(row[path.column]));
        return up === undefined ? null : clientOf(path.table, up);
      }
    }
  }

  return {
    read,
    clientOf,
    insert(table, row) {
      const names = Object.keys(row);
      const places = names.map((name) => `@${name}`);
      prepared(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`).run(row);
    },
    update(table, id, columns) {
      const pairs = Object.keys(columns).map((name) => `${name} = @${name}`);
      prepared(`UPDATE ${table} SET ${pairs.join(', ')} WHERE id = @id`).run({ ...columns, id });
    },
  };
}
