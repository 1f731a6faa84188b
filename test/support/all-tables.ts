import { otherTables, sharedTableNames } from '#backend/db/tables.ts';
import type { TestBackend } from './backend.ts';

type Stored = Readonly<Record<string, string | number | null>>;

/** They keep words and no rows. */
const indices: ReadonlySet<string> = new Set(['search_index', 'file_index']);

const derived = Object.entries(otherTables).flatMap(([table, kind]) =>
  kind === 'derived' && !indices.has(table) ? [table] : [],
);

/**
 * Every shared row outside the trash and every derived row, by table, as text in order, without the moments of writing
 * and the keys of the search index, which are given anew with each entry. The tags stay behind when what made them is undone.
 */
export function allTables({ backend }: TestBackend): Readonly<Record<string, readonly string[]>> {
  const rowsOf = (table: string, where: string): string[] =>
    backend.db
      .prepare<[], Stored>(`SELECT * FROM ${table} ${where}`)
      .all()
      .map((row) => JSON.stringify({ ...row, updated_at_ms: null, rowid: null }))
      .sort();
  return Object.fromEntries([
    ...sharedTableNames
      .filter((table) => table !== 'tags')
      .map((table) => [table, rowsOf(table, 'WHERE deleted_at_ms IS NULL')] as const),
    ...derived.map((table) => [table, rowsOf(table, '')] as const),
  ]);
}
