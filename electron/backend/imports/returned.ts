import path from 'node:path';
import { cellsLeftOut, cellsToMend, leftOutCodeOf } from '#shared/domain/import-left-out.ts';
import type { LeftOutCode } from '#shared/domain/import-left-out.ts';
import type { ImportField } from '#shared/domain/import-fields.ts';
import type { PlannedRow } from '#shared/domain/import-plan.ts';
import type { Backend } from '#backend/backend.ts';
import { importJobs } from '#backend/jobs/import-jobs.ts';
import type { ReadSheet } from '#backend/jobs/import-jobs.ts';
import { keptPlan } from './plans.ts';
import type { KeptPlan } from './plans.ts';
import { reasonsOf } from './reasons.ts';

export interface LeftOutCell {
  readonly rowNo: number;
  readonly field: ImportField;
  readonly code: LeftOutCode;
}

/** Numbers of the rows whose faults keep them out. */
export const refusedRowsOf = ({ rows }: Pick<KeptPlan, 'rows'>): number[] =>
  rows.filter(({ deed }) => deed === 'refuse').map(({ rowNo }) => rowNo);

/** The cells whose values stay out of rows that are written. */
export const leftOutCellsOf = ({ rows }: Pick<KeptPlan, 'rows'>): LeftOutCell[] =>
  rows.flatMap((row) =>
    cellsLeftOut(row).flatMap(({ field, code }) => {
      const known = leftOutCodeOf(code);
      return known === undefined ? [] : [{ rowNo: row.rowNo, field, code: known }];
    }),
  );

/**
 * Writes the rows of a plan that are not written, or not in full, as a workbook: as they were, with a column of reasons.
 * Throws AppError NOT_FOUND (the plan), FILE_TOKEN_UNKNOWN, NOT_WRITABLE, DISK_FULL.
 */
export async function saveReturnedRows(
  backend: Backend,
  planId: string,
  target: string,
  signal?: AbortSignal,
) {
  const plan = keptPlan(backend, planId);
  const file = backend.tokens.resolve(target, 'write');
  const { read } = plan;
  const rawOf = new Map(read.rows.map(({ rowNo, raw }) => [rowNo, raw]));
  const returned = plan.rows.filter((row) => row.deed === 'refuse' || cellsToMend(row).length > 0);
  const rows = returned.map((row) => ({
    raw: withoutConflicts(rawOf.get(row.rowNo) ?? [], row, read),
    reasons: reasonsOf(row),
    faultyColumns: faultyColumns(row, read),
  }));
  const headings = read.columns.map(({ heading }) => heading);
  await importJobs(backend).run(
    'writeReturned',
    { path: file, sheet: read.sheet, headings, rows },
    { signal },
  );
  return { name: path.basename(file), rowCount: rows.length };
}

/** A value for which an earlier row's was taken is not brought in again by the row that comes back alone. */
function withoutConflicts(raw: readonly string[], row: PlannedRow, { columns }: ReadSheet): string[] {
  const fields = new Set(
    cellsLeftOut(row).flatMap(({ field, code }) => (code === 'conflict_in_file' ? field : [])),
  );
  const blank = new Set(
    columns.flatMap(({ column, field }) => (field !== null && fields.has(field) ? column : [])),
  );
  return raw.map((cell, column) => (blank.has(column) ? '' : cell));
}

function faultyColumns(row: PlannedRow, { columns }: ReadSheet): number[] {
  const faults = row.notes.filter(({ level }) => level === 'error');
  const fields = [...faults, ...cellsLeftOut(row)].map(({ field }) => field);
  return columns.filter(({ field }) => field !== null && fields.includes(field)).map(({ column }) => column);
}
