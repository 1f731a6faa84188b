import type { Cell, Row } from './change.ts';
import type { Db } from './open.ts';
import { statement } from './statement.ts';
import { sharedTableNames } from './tables.ts';
import type { SharedTable } from './tables.ts';

/** A column of a shared table that holds the id of a row of another. */
export interface Reference {
  readonly table: SharedTable;
  readonly column: string;
  readonly target: SharedTable;
  /** The column may be empty, so that a row can come to point elsewhere. */
  readonly isOptional: boolean;
}

/** Columns that no two rows outside the trash may have alike. */
export interface UniqueKey {
  readonly table: SharedTable;
  readonly columns: readonly string[];
}

const isShared = (name: string): name is SharedTable => sharedTableNames.some((table) => table === name);

const keptReferences = new WeakMap<Db, readonly Reference[]>();

/** Every reference between shared tables, as the schema has them. */
export function referencesOf(db: Db): readonly Reference[] {
  const known = keptReferences.get(db) ?? sharedTableNames.flatMap((table) => referencesFrom(db, table));
  keptReferences.set(db, known);
  return known;
}

function referencesFrom(db: Db, table: SharedTable): Reference[] {
  const keys = db.pragma(`foreign_key_list(${table})`) as { table: string; from: string }[];
  const columns = db.pragma(`table_info(${table})`) as { name: string; notnull: number }[];
  const optional = new Set(columns.filter(({ notnull }) => notnull === 0).map(({ name }) => name));
  return keys.flatMap(({ table: target, from: column }) =>
    isShared(target) ? [{ table, column, target, isOptional: optional.has(column) }] : [],
  );
}

/** Whether any row outside the trash points at a row. */
export const isPointedAt = (db: Db, target: SharedTable, id: string): boolean =>
  referencesOf(db).some((reference) => {
    if (reference.target !== target) return false;
    const sql = `SELECT 1 FROM ${reference.table} WHERE ${reference.column} = ? AND deleted_at_ms IS NULL LIMIT 1`;
    return statement<[string], unknown>(db, sql).get(id) !== undefined;
  });

const keptKeys = new WeakMap<Db, readonly UniqueKey[]>();

/** Every rule of uniqueness of the shared tables, as the schema has them; the ids are left out. */
export function uniqueKeysOf(db: Db): readonly UniqueKey[] {
  const known = keptKeys.get(db) ?? sharedTableNames.flatMap((table) => uniqueKeysIn(db, table));
  keptKeys.set(db, known);
  return known;
}

function uniqueKeysIn(db: Db, table: SharedTable): UniqueKey[] {
  const indices = db.pragma(`index_list(${table})`) as { name: string; unique: number; origin: string }[];
  return indices
    .filter(({ unique, origin }) => unique === 1 && origin === 'c')
    .map(({ name }) => ({
      table,
      columns: (db.pragma(`index_info(${name})`) as { name: string }[]).map((column) => column.name),
    }));
}

/** The row outside the trash that holds what a row would hold of a key; undefined when the place is free. */
export function holderOf(db: Db, { table, columns }: UniqueKey, row: Row): string | undefined {
  const values = columns.map((column): Cell => row[column] ?? null);
  if (values.includes(null)) return undefined;
  const same = columns.map((column) => `${column} = ?`).join(' AND ');
  const sql = `SELECT id FROM ${table} WHERE ${same} AND deleted_at_ms IS NULL AND id <> ?`;
  return statement<Cell[], { id: string }>(db, sql).get(...values, row.id ?? null)?.id;
}
