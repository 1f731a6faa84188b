import { AppError } from '#shared/contract/errors.ts';
import { eachInSteps } from '#shared/domain/in-steps.ts';
import type { InSteps } from '#shared/domain/in-steps.ts';
import type { PlannedRow } from '#shared/domain/import-plan.ts';

/**
 * Refuses to write what was not shown: since then another window may have changed a client that a row would
 * overwrite. A row that has less to do now, because it was written meanwhile, is fine. Throws AppError STALE.
 */
export function* refuseMoved(shown: readonly PlannedRow[], now: readonly PlannedRow[]): InSteps<void> {
  const before = new Map(shown.map((row) => [row.rowNo, row]));
  yield* eachInSteps(now, (row) => {
    const seen = before.get(row.rowNo);
    if (seen !== undefined) refuseMovedRow(seen, row);
  });
}

function refuseMovedRow(seen: PlannedRow, now: PlannedRow): void {
  const isWritten = now.clientId !== null && now.changes.length === 0;
  if (isWritten || now.deed === 'refuse') return;
  if (seen.clientId !== now.clientId || seen.deed === 'refuse') {
    throw new AppError('STALE', { field: 'name', expected: nameOf(seen), found: nameOf(now) });
  }
  for (const change of now.changes) {
    const shown = seen.changes.find(({ field }) => field === change.field);
    if (shown?.before === change.before && shown.after === change.after) continue;
    throw new AppError('STALE', {
      field: change.field,
      expected: shown?.before ?? null,
      found: change.before,
    });
  }
}

/** A row that means no known client makes a new one. */
const nameOf = ({ clientId, values }: PlannedRow): string | null =>
  clientId === null ? null : (values.name ?? '');
