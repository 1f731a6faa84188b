import type { ImportPlan, ImportRow } from '#shared/contract/imports.ts';
import type { ColumnMatch } from '#shared/domain/import-columns.ts';
import type { ImportCounts } from '#shared/domain/import-counts.ts';
import type { PlannedRow } from '#shared/domain/import-plan.ts';
import type { KeptPlan } from './plans.ts';

/** A plan as it is shown. */
export function planView(
  { planId, fileName, read, shown }: KeptPlan,
  counts: ImportCounts,
  tookMs: number,
): ImportPlan {
  const rawOf = new Map(read.rows.map(({ rowNo, raw }) => [rowNo, raw]));
  return {
    planId,
    fileName,
    sheet: read.sheet,
    sheets: [...read.sheets],
    headerRowNo: read.headerRowNo,
    columns: [...read.columns],
    counts,
    rows: shown.map((row) => rowView(row, rawOf.get(row.rowNo) ?? [], read.columns)),
    tookMs,
  };
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
