import type { ImportPlanPart, ImportRow } from '#shared/contract/imports.ts';
import type { ColumnMatch } from '#shared/domain/import-columns.ts';
import type { ImportCounts } from '#shared/domain/import-counts.ts';
import type { PlannedRow } from '#shared/domain/import-plan.ts';
import { turnToOthers } from '#backend/work.ts';
import type { KeptPlan } from './plans.ts';

/** Rows of one part: some milliseconds in the window that takes them in. */
const rowsAtOnce = 500;

/** A plan as it is shown, between whose parts other calls get their turn. Throws AppError CANCELLED. */
export async function* planParts(
  { planId, fileName, read, shown }: KeptPlan,
  counts: ImportCounts,
  tookMs: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportPlanPart> {
  // Planned rows follow those of the sheet, one for one.
  for (let start = 0; start < shown.length; start += rowsAtOnce) {
    const part = shown.slice(start, start + rowsAtOnce);
    const rows = part.map((row, at) => rowView(row, read.rows[start + at]?.raw ?? [], read.columns));
    yield { kind: 'rows', rows };
    await turnToOthers(signal);
  }
  const { sheet, headerRowNo } = read;
  const sums = { sheet, headerRowNo, sheets: [...read.sheets], columns: [...read.columns] };
  yield { kind: 'done', result: { planId, fileName, ...sums, counts, tookMs } };
}

function rowView(row: PlannedRow, raw: readonly string[], columns: readonly ColumnMatch[]): ImportRow {
  const { rowNo, deed, values, notes, changes, clientId, mergedInto } = row;
  return {
    rowNo,
    deed,
    raw: [...raw],
    values,
    notes: notes.map(({ field, level, code, data }) => {
      const column = columns.find((one) => one.field === field)?.column ?? null;
      return { field, column, level, code, data: { ...data } };
    }),
    changes: [...changes],
    clientId,
    mergedInto,
  };
}
