import path from 'node:path';
import { cellsLeftOut, leftOutCodeOf } from '#shared/domain/import-left-out.ts';
import type { LeftOutCode } from '#shared/domain/import-left-out.ts';
import type { ImportField } from '#shared/domain/import-fields.ts';
import type { CellNote } from '#shared/domain/import-note.ts';
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
 * Writes the rows of a plan that are not written, or not in full, as a workbook: with a column of reasons, and else as they
 * were, but for values that an earlier row has otherwise. Those stand in the reason: beside that row they were held back,
 * without it they would replace what it brought. Throws AppError NOT_FOUND (the plan), FILE_TOKEN_UNKNOWN, NOT_WRITABLE,
 * DISK_FULL.
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
  const returned = plan.rows.filter((row) => row.deed === 'refuse' || cellsLeftOut(row).length > 0);
  const rows = returned.map((row) => returnedRow(row, rawOf.get(row.rowNo) ?? [], read));
  const headings = read.columns.map(({ heading }) => heading);
  await importJobs(backend).run(
    'writeReturned',
    { path: file, sheet: read.sheet, headings, rows },
    { signal },
  );
  return { name: path.basename(file), rowCount: rows.length };
}

/** A name that differs from a stored one is held back in any case. */
const wouldReplace = ({ code, field }: CellNote): boolean =>
  code === 'conflict_in_file' && field !== 'name' && field !== 'accountName';

function returnedRow(row: PlannedRow, raw: readonly string[], { columns }: ReadSheet) {
  const columnsOf = (notes: readonly Pick<CellNote, 'field'>[]): number[] => {
    const fields = notes.map(({ field }) => field);
    return columns
      .filter(({ field }) => field !== null && fields.includes(field))
      .map(({ column }) => column);
  };
  const said = (field: ImportField): string =>
    columnsOf([{ field }])
      .map((column) => raw[column])
      .join(' ');
  const faults = row.notes.filter(({ level }) => level === 'error');
  const left = cellsLeftOut(row);
  const overruled = columnsOf(left.filter(wouldReplace));
  return {
    raw: raw.map((cell, column) => (overruled.includes(column) ? '' : cell)),
    reasons: reasonsOf(row, said),
    faultyColumns: columnsOf([...faults, ...left]),
  };
}
