import type { BulkOutcome } from '#shared/contract/bulk.ts';
import { isAppError } from '#shared/contract/errors.ts';
import type { RowChoice } from '#shared/contract/values.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import type { SharedTable } from '#backend/db/tables.ts';
import { writeInParts } from '#backend/history/in-parts.ts';
import { finished } from '#backend/work.ts';

interface RowsToWrite {
  readonly action: string;
  readonly table: SharedTable;
  readonly ids: readonly string[];
  /** Returns false when nothing was different. */
  readonly write: (change: Change, id: string) => boolean;
}

/** Writes one row after the other in one change. A row that was thrown away since is passed over. */
export async function* rowByRow(
  backend: Backend,
  { action, table, ids, write }: RowsToWrite,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkStep<BulkOutcome>> {
  let written = 0;
  let skipped = 0;
  const writeRow = (change: Change, id: string): void => {
    try {
      if (write(change, id)) written += 1;
    } catch (error) {
      if (!isGone(error, table, id)) throw error;
      skipped += 1;
    }
  };
  const changeId = yield* writeInParts(backend, { action, items: ids, write: writeRow }, signal);
  yield finished({ changeId, written, skipped, same: ids.length - written - skipped });
}

function isGone(error: unknown, table: SharedTable, id: string): boolean {
  if (!isAppError(error) || error.code !== 'NOT_FOUND') return false;
  const { data } = error;
  return 'what' in data && data.what === table && 'id' in data && data.id === id;
}

/** Of the rows that are named those that were not found. */
export function goneOf({ ids }: RowChoice, found: readonly string[]): string[] {
  if (ids === null) return [];
  const there = new Set(found);
  return ids.filter((id) => !there.has(id));
}
