import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { migrate, schemaVersion } from '#backend/db/migrate.ts';
import { openDatabase } from '#backend/db/open.ts';
import type { Db } from '#backend/db/open.ts';
import { clientPaths, otherTables, sharedTableNames } from '#backend/db/tables.ts';
import { committedSchema, schemaSql } from './schema-sql.ts';

let db: Db;
beforeAll(() => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'certfolio-test-'));
  db = openDatabase({ file: path.join(folder, 'schema.sqlite') });
  migrate(db);
  return () => {
    db.close();
    fs.rmSync(folder, { recursive: true });
  };
});

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
}
const columnsOf = (table: string) => db.pragma(`table_info(${table})`) as Column[];

function tables(): { name: string; strict: number; type: string }[] {
  const rows = db.pragma('table_list') as { schema: string; name: string; strict: number; type: string }[];
  return rows.filter(
    ({ schema, name, type }) => schema === 'main' && !name.startsWith('sqlite_') && type !== 'shadow',
  );
}

test('every table is declared as shared, log, local or derived, and every declared table exists', () => {
  const declared = [...sharedTableNames, ...Object.keys(otherTables)];
  expect(
    tables()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(declared.sort());
});

test('every table is strict', () => {
  const loose = tables().filter(({ strict, type }) => strict !== 1 && type === 'table');
  expect(loose).toEqual([]);
});

test.each(sharedTableNames)('the shared table %s can travel between seats', (table) => {
  const columns = columnsOf(table);
  expect(columns.filter(({ pk }) => pk > 0)).toMatchObject([{ name: 'id', type: 'TEXT', pk: 1 }]);
  expect(columns.filter(({ type }) => !['TEXT', 'INTEGER', 'REAL'].includes(type))).toEqual([]);
  const stamps = ['created_at_ms', 'updated_at_ms', 'deleted_at_ms'];
  expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(stamps));
});

test('a shared row is traced to its client by a column that exists', () => {
  for (const table of sharedTableNames) {
    const columns = columnsOf(table).map(({ name }) => name);
    const path = clientPaths[table];
    if (path.by === 'column') expect(columns, table).toContain('client_id');
    if (path.by === 'parent') expect(columns, table).toContain(path.column);
  }
});

test('foreign keys are deferred and delete nothing by themselves', () => {
  for (const { name } of tables()) {
    const keys = db.pragma(`foreign_key_list(${name})`) as {
      on_delete: string;
      on_update: string;
      from: string;
    }[];
    for (const key of keys)
      expect([key.on_delete, key.on_update], `${name}.${key.from}`).toEqual(['NO ACTION', 'NO ACTION']);
  }
  for (const name of sharedTableNames) {
    const sql = sqlOf(name);
    const references = sql.match(/REFERENCES/g)?.length ?? 0;
    expect(sql.match(/REFERENCES \w+ \(\w+\) DEFERRABLE INITIALLY DEFERRED/g)?.length ?? 0, name).toBe(
      references,
    );
  }
});

test('uniqueness of shared rows stands in droppable indices of its own', () => {
  for (const table of sharedTableNames) {
    const indices = db.pragma(`index_list(${table})`) as { name: string; unique: number; origin: string }[];
    const unique = indices.filter((index) => index.unique === 1 && index.origin !== 'pk');
    expect(
      unique.filter(({ name, origin }) => origin !== 'c' || !name.startsWith('solo_')),
      table,
    ).toEqual([]);
    // Two seats must be able to hold a row of the same key in the trash.
    for (const { name } of unique.filter((index) => index.name !== 'solo_applications_number')) {
      expect(sqlOf(name), name).toContain('deleted_at_ms IS NULL');
    }
  }
});

test('every foreign key of a shared table has an index that begins with it', () => {
  for (const table of sharedTableNames) {
    const keys = db.pragma(`foreign_key_list(${table})`) as { from: string; table: string }[];
    const firsts = (db.pragma(`index_list(${table})`) as { name: string }[]).map(
      ({ name }) => (db.pragma(`index_info(${name})`) as { name: string }[])[0]?.name,
    );
    const rarelyFollowed = ['consultant_id', 'contact_id', 'attempt_id', 'application_id'];
    const bare = keys.filter(({ from }) => !firsts.includes(from) && !rarelyFollowed.includes(from));
    expect(bare, table).toEqual([]);
  }
});

test('the committed schema is the result of all migrations', () => {
  expect(schemaSql(db)).toBe(fs.readFileSync(committedSchema, 'utf8'));
});

test('migrations are numbered from one without a gap', () => {
  const folder = path.resolve(import.meta.dirname, '../../electron/backend/db/migrations');
  const numbers = fs
    .readdirSync(folder)
    .flatMap((name) => /^(\d{4})-/.exec(name)?.[1] ?? [])
    .map(Number);
  expect(numbers).toEqual(Array.from({ length: schemaVersion }, (_, index) => index + 1));
});

const sqlOf = (name: string): string =>
  db.prepare<[string], { sql: string }>('SELECT sql FROM sqlite_schema WHERE name = ?').get(name)?.sql ?? '';
