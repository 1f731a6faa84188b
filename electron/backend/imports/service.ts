import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { ImportPlanPart } from '#shared/contract/imports.ts';
import { headingKey } from '#shared/domain/import-columns.ts';
import type { ColumnChoice } from '#shared/domain/import-columns.ts';
import { importCounts } from '#shared/domain/import-counts.ts';
import type { ImportCounts } from '#shared/domain/import-counts.ts';
import type { RowDecision } from '#shared/domain/import-draft.ts';
import { importFields } from '#shared/domain/import-fields.ts';
import type { ImportField } from '#shared/domain/import-fields.ts';
import { planInSteps } from '#shared/domain/import-plan.ts';
import type { PlannedClient, RowDecisions } from '#shared/domain/import-plan.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { readSheetInWorker } from '#backend/jobs/import-jobs.ts';
import type { ImportTasks, ReadSheet } from '#backend/jobs/import-jobs.ts';
import { WorkerLost } from '#backend/jobs/worker-pool.ts';
import { writeInParts } from '#backend/history/in-parts.ts';
import { afterLongChange, undisturbed } from '#backend/in-turns.ts';
import { finished, turnToOthers, working } from '#backend/work.ts';
import { readFirm } from './firm.ts';
import { refuseMoved } from './moved.ts';
import { keepPlan, keptPlan } from './plans.ts';
import type { KeptPlan } from './plans.ts';
import { allMappings, putMapping } from './queries.ts';
import { leftOutCellsOf, refusedRowsOf } from './returned.ts';
import type { LeftOutCell } from './returned.ts';
import { planParts } from './rows.ts';
import { watchWaiting } from './waiting.ts';
import { writeClient } from './write-clients.ts';

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
export async function* planFile(
  backend: Backend,
  input: FileToImport,
  signal?: AbortSignal,
): AsyncGenerator<ImportPlanPart> {
  const startedMs = performance.now();
  const file = backend.tokens.resolve(input.file, 'read');
  const choices = input.mapping ?? [];
  const remembered = rememberedColumns(backend.db);
  const read = await readWorkbook(
    backend,
    { path: file, sheet: input.sheet ?? null, choices, remembered },
    signal,
  );
  await afterLongChange(backend, signal);
  const { planning, counts } = await undisturbed(backend, () => planned(backend.db, read), signal);
  const plan = keepPlan(backend, { fileName: path.basename(file), read, choices, shown: planning.rows });
  yield* planParts(plan, counts, Math.round(performance.now() - startedMs), signal);
}

/** The plan as the firm is stored now. */
function* planned(db: Db, { rows }: ReadSheet, decisions?: RowDecisions) {
  const firm = yield* readFirm(db);
  const planning = yield* planInSteps(rows, firm.existing, decisions);
  return { firm, planning, counts: importCounts(planning, firm.existing.clientCount) };
}

export interface ImportOutcome {
  /** Null when nothing was different. */
  readonly changeId: string | null;
  readonly counts: ImportCounts;
  /** Numbers of the rows whose faults kept them out. */
  readonly refusedRows: number[];
  readonly leftOut: LeftOutCell[];
}

/** The plan with the user's word on single rows; nothing is written. Throws AppError NOT_FOUND (the plan), CANCELLED. */
export async function* decidePlan(
  backend: Backend,
  planId: string,
  decisions: RowDecisions,
  signal?: AbortSignal,
): AsyncGenerator<ImportPlanPart> {
  const startedMs = performance.now();
  const plan = keptPlan(backend, planId);
  const deciding = () => planned(backend.db, plan.read, decisions);
  await afterLongChange(backend, signal);
  const { planning, counts } = await undisturbed(backend, deciding, signal);
  plan.rows = planning.rows;
  const tookMs = Math.round(performance.now() - startedMs);
  yield* planParts({ ...plan, shown: planning.rows }, counts, tookMs, signal);
}

/** So many clients are written in one go; beyond, other calls get their turn. */
const clientsInOneGo = 100;

/**
 * Writes a plan as one change, worked out anew against what is stored now, and remembers what the columns meant. Throws
 * AppError NOT_FOUND (the plan), STALE when it would overwrite what was not shown, CHANGED_MEANWHILE, and what
 * `writeInParts` throws; nothing is written then.
 */
export async function* runImport(
  backend: Backend,
  planId: string,
  decisions: RowDecisions,
  signal?: AbortSignal,
): AsyncGenerator<WorkStep<ImportOutcome>> {
  const plan = keptPlan(backend, planId);
  const { firm, planning, counts } = await undisturbed(
    backend,
    () => plannedAsShown(backend.db, plan, decisions),
    signal,
  );
  const waiting = watchWaiting(backend, planning.clients, firm);
  let changeId: string | null;
  try {
    yield working(0, planning.clients.length);
    await turnToOthers(signal);
    const write = (change: Change, client: PlannedClient): void => {
      waiting.take(client);
      writeClient(backend, change, client, firm);
    };
    const many = { action: 'imports.run', items: planning.clients, write, inOneGo: clientsInOneGo };
    changeId = yield* writeInParts(backend, many, signal);
  } finally {
    waiting.end();
  }
  rememberColumns(backend.db, plan, backend.clock.nowMs());
  plan.rows = planning.rows;
  yield finished({ changeId, counts, refusedRows: refusedRowsOf(plan), leftOut: leftOutCellsOf(plan) });
}

/** The plan to be written; it decides on what was shown. Throws AppError STALE. */
function* plannedAsShown(db: Db, plan: KeptPlan, decisions: RowDecisions) {
  const asProposed = yield* planned(db, plan.read);
  yield* refuseMoved(plan.shown, asProposed.planning.rows);
  if (decisions.size === 0) return asProposed;
  const { firm } = asProposed;
  const planning = yield* planInSteps(plan.read.rows, firm.existing, decisions);
  return { firm, planning, counts: importCounts(planning, firm.existing.clientCount) };
}

/** Decisions as the contract has them: by the row's number as text. */
export function decisionsOf(entries: Readonly<Record<string, RowDecision>>): RowDecisions {
  return new Map(Object.entries(entries).map(([rowNo, decision]) => [Number(rowNo), decision]));
}

async function readWorkbook(
  backend: Backend,
  input: ImportTasks['read']['input'],
  signal: AbortSignal | undefined,
): Promise<ReadSheet> {
  try {
    return await readSheetInWorker(backend, input, { signal, timeoutMs: readTimeoutMs });
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
