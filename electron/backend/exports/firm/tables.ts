import { sharedTableNames } from '#backend/db/tables.ts';
import type { Backend } from '#backend/backend.ts';
import type { Row } from '#backend/db/change.ts';
import { turnToOthers } from '#backend/work.ts';
import type { NewFolder } from './folder.ts';
import { rowsAfter } from './queries.ts';

/** The tables of a full export: what the firm shares, and its history. */
export const exportedTables: readonly string[] = [...sharedTableNames, 'changes', 'events'];
export const logTables: readonly string[] = ['changes', 'events'];

export interface TableCount {
  readonly table: string;
  readonly live: number;
  readonly trashed: number;
}

/** Some rows hold whole verdicts or rule packs. */
const rowsAtOnce = 50;

/**
 * Writes every table as JSON Lines, what is in the trash apart, and adds to `counts` how many rows each has. Yields how many
 * rows were written since the last word.
 */
export async function* writeTables(
  { db }: Pick<Backend, 'db'>,
  folder: NewFolder,
  counts: TableCount[],
  signal: AbortSignal | undefined,
): AsyncGenerator<number> {
  for (const table of exportedTables) {
    const live = await rowsFile(folder, `data/${table}.jsonl`);
    let trash: RowsFile | undefined;
    for (let after = ''; ;) {
      const rows = rowsAfter(db, table, after, rowsAtOnce);
      const [kept, gone] = split(rows);
      await live.add(kept);
      if (gone.length > 0) trash ??= await rowsFile(folder, `data/trash/${table}.jsonl`);
      await trash?.add(gone);
      yield rows.length;
      await turnToOthers(signal);
      if (rows.length < rowsAtOnce) break;
      after = String(rows.at(-1)?.id);
    }
    counts.push({ table, live: await live.finish(), trashed: (await trash?.finish()) ?? 0 });
  }
}

/** What is in use, and what is in the trash; a log has no trash. */
const split = (rows: readonly Row[]): readonly [readonly Row[], readonly Row[]] => {
  const isGone = ({ deleted_at_ms: atMs = null }: Row): boolean => atMs !== null;
  return [rows.filter((row) => !isGone(row)), rows.filter(isGone)];
};

interface RowsFile {
  add(rows: readonly Row[]): Promise<void>;
  /** How many rows it holds. */
  finish(): Promise<number>;
}

async function rowsFile(folder: NewFolder, place: string): Promise<RowsFile> {
  const file = await folder.open(place);
  let count = 0;
  return {
    async add(rows) {
      count += rows.length;
      await file.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    },
    async finish() {
      await folder.add(place, await file.finish());
      return count;
    },
  };
}
