/** What the schema of a full export says of tables and columns. */
import { expect, test } from 'vitest';
import { data as enData } from '#shared/words/en/data.ts';
import { data as zhData } from '#shared/words/zh-cn/data.ts';
import { sharedTableNames } from '#backend/db/tables.ts';
import { openTestBackend } from '#test/support/backend.ts';

test.each([zhData, enData])('every table and column is described, and no other', (words) => {
  const { backend } = openTestBackend();
  const tables = [...sharedTableNames, 'changes', 'events'];
  expect(Object.keys(words.table).toSorted()).toEqual(tables.toSorted());
  const columns = tables.flatMap((table) =>
    backend.db
      .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map(({ name }) => [table, name] as const),
  );
  const known: Readonly<Record<string, string>> = words.column;
  expect(new Set(Object.keys(known))).toEqual(new Set(columns.map(([, name]) => name)));
  for (const [table, own] of Object.entries(words.own)) {
    for (const column of Object.keys(own)) expect(columns).toContainEqual([table, column]);
  }
});
