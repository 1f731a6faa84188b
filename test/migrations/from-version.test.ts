import path from 'node:path';
import { expect, test } from 'vitest';
import { snapshotOf } from '#backend/backups/snapshot.ts';
import { readOrigin, writeOrigin } from '#backend/db/derived-from.ts';
import { migrate, versionOf } from '#backend/db/migrate.ts';
import { migrations } from '#backend/db/migrations/all.ts';
import { openDatabase } from '#backend/db/open.ts';
import type { Db } from '#backend/db/open.ts';
import { pageOfFiles } from '#backend/documents/texts/queries.ts';
import { temporaryFolder } from '#test/support/folders.ts';

interface Column {
  readonly name: string;
  readonly type: string;
}

const tablesOf = (db: Db): string[] =>
  db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .map(({ name }) => name);

/** One row in every table, each cell a value of its column's type; flags stay within their check. */
function fill(db: Db, table: string): void {
  const columns = db.pragma(`table_info(${table})`) as Column[];
  const value = ({ name, type }: Column) => {
    if (name === 'operation') return 'insert';
    if (name === 'kind' && table === 'rule_packs') return 'rules';
    if (name === 'outcome' && table === 'calls') return 'missed';
    if (name === 'clock_id' && table === 'lapses') return 'payment';
    if (name === 'decision' && table === 'aftercare_steps') return 'done';
    if (name === 'turn') return 90;
    if (name === 'way' && table === 'hand_outs') return 'print';
    if (type !== 'TEXT') return name.endsWith('_at_ms') ? 1_700_000_000_000 : 1;
    return name === 'id' ? `${table}-1` : null;
  };
  const required = db.pragma(`table_info(${table})`) as { name: string; notnull: number }[];
  const text = (column: Column) =>
    required.find(({ name }) => name === column.name)?.notnull === 1 ? '示例' : null;
  const cells = columns.map((column) => value(column) ?? text(column));
  const places = columns.map(() => '?').join(', ');
  db.prepare(`INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')}) VALUES (${places})`).run(
    cells,
  );
}

const rowsOf = (db: Db, table: string) =>
  db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all();

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])(
  'a firm of version %i keeps every row, and what is new is empty',
  (version) => {
    const db = openDatabase({ file: path.join(temporaryFolder(), 'test.sqlite') });
    db.pragma('foreign_keys = OFF');
    migrate(db, undefined, migrations.slice(0, version));
    const tables = tablesOf(db);
    for (const table of tables) fill(db, table);
    const before = new Map(tables.map((table) => [table, rowsOf(db, table)]));

    migrate(db);

    expect(versionOf(db)).toBe(migrations.length);
    expect(tables.length).toBeGreaterThan(25);
    for (const table of tables) {
      expect(rowsOf(db, table), table).toMatchObject(before.get(table) ?? []);
      expect(rowsOf(db, table)).toHaveLength(1);
    }
    const news = tablesOf(db).filter((table) => !tables.includes(table));
    if (version < 4) expect(news).toEqual(expect.arrayContaining(['lapses', 'rejected_items']));
    for (const table of news) expect(rowsOf(db, table), table).toEqual([]);
    db.close();
  },
);

test('the files of a firm of version 9 count as never read, and its derived rows stay as they are', () => {
  const db = openDatabase({ file: path.join(temporaryFolder(), 'test.sqlite') });
  db.pragma('foreign_keys = OFF');
  migrate(db, undefined, migrations.slice(0, 9));
  writeOrigin(db, 'derived_made_by', '0.1.0');
  const insert =
    db.prepare(`INSERT INTO document_versions (id, document_id, part, version_no, sha256, original_name, media_type,
    size_bytes, page_count, created_at_ms, updated_at_ms, deleted_at_ms) VALUES (?, 'd', 'whole', 1, ?, 'a', ?, 1, 1, 1, 1, ?)`);
  insert.run('1', 'bb', 'application/pdf', null);
  insert.run('2', 'aa', 'application/pdf', null);
  insert.run('3', 'bb', 'application/pdf', null);
  insert.run('4', 'cc', 'image/png', null);
  insert.run('5', 'dd', 'application/pdf', 7);
  migrate(db);
  expect(readOrigin(db, 'derived_made_by')).toBe('0.1.0');
  expect(pageOfFiles(db, 'text_layer', '', 10)).toEqual([
    { sha256: 'aa', is_read: 0 },
    { sha256: 'bb', is_read: 0 },
  ]);
  expect(pageOfFiles(db, 'text_layer', 'aa', 10)).toMatchObject([{ sha256: 'bb' }]);
  db.close();
});

test('derived rows of version 4 count as made by nobody, so that the next start makes them anew', () => {
  const db = openDatabase({ file: path.join(temporaryFolder(), 'test.sqlite') });
  migrate(db, undefined, migrations.slice(0, 4));
  writeOrigin(db, 'derived_made_by', '0.1.0');
  writeOrigin(db, 'derived_on', '2026-09-22');
  migrate(db);
  expect(readOrigin(db, 'derived_made_by')).toBeUndefined();
  expect(readOrigin(db, 'derived_on')).toBe('2026-09-22');
  db.close();
});

test.each([1, 10, 14, 15])('a firm of version %i is saved whole before it is upgraded', (version) => {
  const folder = temporaryFolder();
  const db = openDatabase({ file: path.join(folder, 'test.sqlite') });
  migrate(db, undefined, migrations.slice(0, version));
  const facts = snapshotOf(db, path.join(folder, 'copy.sqlite'));
  expect(facts).toMatchObject({ schemaVersion: version, faults: [], files: [] });
  db.close();
});
