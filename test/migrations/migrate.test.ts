import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { migrate, schemaVersion, versionOf } from '#backend/db/migrate.ts';
import type { Migration } from '#backend/db/migrations/migration.ts';
import { openDatabase } from '#backend/db/open.ts';
import { temporaryFolder } from '#test/support/folders.ts';

const steps: readonly Migration[] = [
  { version: 1, name: 'one', sql: 'CREATE TABLE firms (id TEXT PRIMARY KEY) STRICT;' },
  { version: 2, name: 'two', sql: 'ALTER TABLE firms ADD COLUMN name TEXT;' },
];
const broken: Migration = {
  version: 3,
  name: 'broken',
  sql: 'CREATE TABLE half (id TEXT); SELECT no_such_function();',
};

const emptyDatabase = () => openDatabase({ file: path.join(temporaryFolder(), 'test.sqlite') });
const tableCount = (db: ReturnType<typeof emptyDatabase>): number =>
  db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM sqlite_schema WHERE type = 'table'`).get()?.n ?? 0;

test('an empty file gets the whole schema, and a second run changes nothing', () => {
  const db = emptyDatabase();
  const beforeUpgrade = vi.fn();
  migrate(db, beforeUpgrade);
  expect(versionOf(db)).toBe(schemaVersion);
  expect(tableCount(db)).toBeGreaterThan(30);
  const before = db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
  migrate(db, beforeUpgrade);
  expect(db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all()).toEqual(before);
  expect(beforeUpgrade).not.toHaveBeenCalled();
  db.close();
});

test('a database that holds data is handed over for a backup once, before the first step', () => {
  const db = emptyDatabase();
  migrate(db, undefined, steps.slice(0, 1));
  db.exec(`INSERT INTO firms (id) VALUES ('示例')`);
  const seen: [number, number][] = [];
  migrate(db, (fromVersion) => seen.push([fromVersion, versionOf(db)]), steps);
  expect(seen).toEqual([[1, 1]]);
  expect(db.prepare('SELECT id, name FROM firms').all()).toEqual([{ id: '示例', name: null }]);
  db.close();
});

test('a backup that fails stops the upgrade before it begins', () => {
  const db = emptyDatabase();
  migrate(db, undefined, steps.slice(0, 1));
  const fail = () => {
    throw new AppError('DISK_FULL', {});
  };
  expect(() => migrate(db, fail, steps)).toThrow(/DISK_FULL/);
  expect(versionOf(db)).toBe(1);
  db.close();
});

test('a step that fails leaves what the step before it had made', () => {
  const db = emptyDatabase();
  expect(() => migrate(db, undefined, [...steps, broken])).toThrow(/no_such_function/);
  expect(versionOf(db)).toBe(2);
  expect(tableCount(db)).toBe(1);
  db.close();
});

test('a database of a later program is refused and stays as it is, byte for byte', () => {
  const file = path.join(temporaryFolder(), 'test.sqlite');
  const made = openDatabase({ file });
  migrate(made);
  made.pragma(`user_version = ${schemaVersion + 1}`);
  made.pragma('wal_checkpoint(TRUNCATE)');
  made.close();
  const before = hashOf(file);

  const db = openDatabase({ file });
  const refusal = { code: 'DATABASE_NEWER', data: { found: schemaVersion + 1, supported: schemaVersion } };
  expect(() => migrate(db)).toThrow(expect.objectContaining(refusal));
  db.close();
  expect(hashOf(file)).toBe(before);
});

const hashOf = (file: string): string => createHash('sha256').update(fs.readFileSync(file)).digest('hex');
