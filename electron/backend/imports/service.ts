import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { ImportPlan } from '#shared/contract/imports.ts';
import { headingKey } from '#shared/domain/import-columns.ts';
import type { ColumnChoice } from '#shared/domain/import-columns.ts';
import { importCounts } from '#shared/domain/import-counts.ts';
import type { ImportCounts } from '#shared/domain/import-counts.ts';
import type { RowDecision } from '#shared/domain/import-draft.ts';
import { importFields } from '#shared/domain/import-fields.ts';
import type { ImportField } from '#shared/domain/import-fields.ts';
import { planImport } from '#shared/domain/import-plan.ts';
import type { PlannedRow, RowDecisions } from '#shared/domain/import-plan.ts';
import type { Backend } from '#backend/backend.ts';
import type { Db } from '#backend/db/open.ts';
import { importJobs } from '#backend/jobs/import-jobs.ts';
import type { ImportTasks, ReadSheet } from '#backend/jobs/import-jobs.ts';
import { WorkerLost } from '#backend/jobs/worker-pool.ts';
import { readFirm } from './firm.ts';
import { refuseMoved } from './moved.ts';
import { keepPlan, keptPlan } from './plans.ts';
import type { KeptPlan } from './plans.ts';
import { allMappings, putMapping } from './queries.ts';
import { reasonsOf } from './reasons.ts';
import { planView } from './rows.ts';
import { writeClients } from './write-clients.ts';

export interface FileToImport {
  /** Token of the workbook. */
  readonly file: string;
  readonly sheet?: string | undefined;
  /** The user's own choices, column by column. */
  readonly mapping?: readonly ColumnChoice[] | undefined;
}

/** Reading 50 MB takes less than half of this on a slow computer. */
const readTimeoutMs = 180_000;

/**
 * Works out what a workbook would do; nothing is written. Throws AppError FILE_TOKEN_UNKNOWN, CANCELLED, and what
 * `ImportTasks.read` names.
 */
export async function planFile(
  backend: Backend,
  input: FileToImport,
  signal?: AbortSignal,
): Promise<ImportPlan> {
  const startedMs = performance.now();
  const file = backend.tokens.resolve(input.file, 'read');
  const choices = input.mapping ?? [];
  const remembered = rememberedColumns(backend.db);
  const read = await readWorkbook(
    backend,
    { path: file, sheet: input.sheet ?? null, choices, remembered },
    signal,
  );
  const { existing } = readFirm(backend.db);
  const planning = planImport(read.rows, existing);
  const plan = keepPlan(backend, { fileName: path.basename(file), read, choices, shown: planning.rows });
  const counts = importCounts(planning, existing.clientCount);
  return planView(plan, counts, Math.round(performance.now() - startedMs));
}

export interface ImportOutcome {
  /** Null when nothing was different. */
  readonly changeId: string | null;
  readonly counts: ImportCounts;
  /** Numbers of the rows that were not written. */
  readonly refusedRows: number[];
}

/** How many rows a plan would write, for the progress. Throws AppError NOT_FOUND (the plan). */
export function rowsToWrite(backend: Backend, planId: string): number {
  return keptPlan(backend, planId).shown.filter(({ deed }) => deed !== 'refuse').length;
}

/**
 * Writes a plan as one change, worked out anew against what is stored now, and remembers what the columns meant.
 * Throws AppError NOT_FOUND (the plan), STALE when it would overwrite what was not shown; nothing is written then.
 */
export function runImport(backend: Backend, planId: string, decisions: RowDecisions): ImportOutcome {
  const plan = keptPlan(backend, planId);
  const { changeId, result } = backend.changes.record('imports.run', (change) => {
    const firm = readFirm(backend.db);
    const now = planImport(plan.read.rows, firm.existing);
    refuseMoved(plan.shown, now.rows);
    const planning = decisions.size === 0 ? now : planImport(plan.read.rows, firm.existing, decisions);
    writeClients(backend, change, planning.clients, firm);
    rememberColumns(backend.db, plan, change.atMs);
    return { rows: planning.rows, counts: importCounts(planning, firm.existing.clientCount) };
  });
  plan.rows = result.rows;
  return { changeId, counts: result.counts, refusedRows: refusedOf(plan).map(({ rowNo }) => rowNo) };
}

/** Decisions as the contract has them: by the row's number as text. */
export function decisionsOf(entries: Readonly<Record<string, RowDecision>>): RowDecisions {
  return new Map(Object.entries(entries).map(([rowNo, decision]) => [Number(rowNo), decision]));
}

/**
 * Writes the refused rows of a plan as a workbook: as they were, with a column of reasons. Throws AppError NOT_FOUND
 * (the plan), FILE_TOKEN_UNKNOWN, NOT_WRITABLE, DISK_FULL.
 */
export async function saveRefusedRows(
  backend: Backend,
  planId: string,
  target: string,
  signal?: AbortSignal,
) {
  const plan = keptPlan(backend, planId);
  const file = backend.tokens.resolve(target, 'write');
  const { read } = plan;
  const rawOf = new Map(read.rows.map(({ rowNo, raw }) => [rowNo, raw]));
  const rows = refusedOf(plan).map((row) => ({
    raw: rawOf.get(row.rowNo) ?? [],
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

const refusedOf = ({ rows }: KeptPlan): PlannedRow[] => rows.filter(({ deed }) => deed === 'refuse');

function faultyColumns({ notes }: PlannedRow, { columns }: ReadSheet): number[] {
  const fields = notes
    .filter(({ level, code }) => level === 'error' && code !== 'left_out')
    .map(({ field }) => field);
  return columns.filter(({ field }) => field !== null && fields.includes(field)).map(({ column }) => column);
}

async function readWorkbook(
  backend: Backend,
  input: ImportTasks['read']['input'],
  signal: AbortSignal | undefined,
): Promise<ReadSheet> {
  try {
    return await importJobs(backend).run('read', input, { signal, timeoutMs: readTimeoutMs });
  } catch (error) {
    if (!(error instanceof WorkerLost)) throw error;
    // What takes a reader down is no workbook that a person has filled in.
    const detail = error.message.split('\n', 1)[0] ?? '';
    throw new AppError('WORKBOOK_DAMAGED', { name: path.basename(input.path), detail }, { cause: error });
  }
}

function rememberedColumns(db: Db): [string, ImportField | null][] {
  return allMappings(db).map(({ id, mapping }) => [
    id,
    importFields.find((field) => field === mapping) ?? null,
  ]);
}

function rememberColumns(db: Db, { read, choices }: KeptPlan, atMs: number): void {
  const leftOut = new Set(choices.filter(({ field }) => field === null).map(({ column }) => column));
  const meanings = new Map<string, string>();
  for (const { column, heading, field } of read.columns) {
    const key = headingKey(heading);
    if (key === '' || (field === null && !leftOut.has(column))) continue;
    if (field !== null || !meanings.has(key)) meanings.set(key, field ?? '');
  }
  for (const [key, mapping] of meanings) putMapping(db, key, mapping, atMs);
}
