import { sharedTableNames } from '#backend/db/tables.ts';
import type { Backend } from '#backend/backend.ts';
import { turnToOthers } from '#backend/work.ts';
import type { NewFolder } from './folder.ts';
import { countRows, rowsAfter } from './queries.ts';
import type { Standing } from './queries.ts';

/** The tables of a full export: what the firm shares, and its history. */
export const exportedTables: readonly string[] = [...sharedTableNames, 'changes', 'events'];
export const logTables: readonly string[] = ['changes', 'events'];

export interface TableCount {
  readonly table: string;
  readonly live: number;
  readonly trashed: number;
}

export function countTables({ db }: Pick<Backend, 'db'>): TableCount[] {
  return exportedTables.map((table) =>
    logTables.includes(table)
      ? { table, live: countRows(db, table, 'log'), trashed: 0 }
      : { table, live: countRows(db, table, 'live'), trashed: countRows(db, table, 'trashed') },
  );
}

const rowsAtOnce = 200;

/** Writes every table as JSON Lines, what is in the trash apart. Yields how many rows were written since the last word. */
export async function* writeTables(
  { db }: Pick<Backend, 'db'>,
  folder: NewFolder,
  counts: readonly TableCount[],
  signal: AbortSignal | undefined,
): AsyncGenerator<number> {
  const write = async function* (place: string, table: string, standing: Standing): AsyncGenerator<number> {
    const file = await folder.open(place);
    for (let after = ''; ;) {
      const rows = rowsAfter(db, table, standing, after, rowsAtOnce);
      await file.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      yield rows.length;
      await turnToOthers(signal);
      if (rows.length < rowsAtOnce) break;
      after = String(rows.at(-1)?.id);
    }
    await folder.add(place, await file.finish());
  };
  for (const { table, trashed } of counts) {
    yield* write(`data/${table}.jsonl`, table, logTables.includes(table) ? 'log' : 'live');
    if (trashed > 0) yield* write(`data/trash/${table}.jsonl`, table, 'trashed');
  }
}
