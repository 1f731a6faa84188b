import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '#shared/contract/errors.ts';
import { databaseFile } from '#backend/backend.ts';
import type { Backend } from '#backend/backend.ts';
import { schemaVersion } from '#backend/db/migrate.ts';
import { neededFiles } from '#backend/db/needed-files.ts';
import { sharedTableNames } from '#backend/db/tables.ts';
import { verifyChain } from '#backend/history/service.ts';
import { checkVault } from '#backend/file-checks/check-vault.ts';
import { fileJobs } from '#backend/jobs/file-jobs.ts';
import { announce } from './announcements.ts';
import { danglingRows, seatLetter } from './queries.ts';

/**
 * Who and where this program is. The first call starts a check of the database in a thread of its own; `integrity`
 * holds what it has found by now, and windows are told ("integrity") when it finds something.
 */
export function readInfo(backend: Backend) {
  const { version, dataFolder, clock, db } = backend;
  return {
    version,
    schemaVersion,
    seatLetter: seatLetter(db),
    today: clock.today(),
    nowMs: clock.nowMs(),
    dataFolder,
    integrity: [...findingsAtStart(backend)],
  };
}

const startFindings = new WeakMap<Backend, readonly string[]>();

function findingsAtStart(backend: Backend): readonly string[] {
  const known = startFindings.get(backend);
  if (known !== undefined) return known;
  startFindings.set(backend, []);
  void databaseFaults(backend, undefined)
    .catch((error: unknown) => [String(error)])
    .then((faults) => {
      startFindings.set(backend, faults);
      if (faults.length > 0) announce(backend, ['integrity']);
    });
  return [];
}

interface Problem {
  /** database | foreign_key | history | missing | altered | unreadable | orphaned */
  readonly code: string;
  /** What SQLite says, an event's id, or a file's hash. */
  readonly subject: string;
}

export type VerifyStep =
  | {
      readonly kind: 'checking';
      readonly what: 'database' | 'history' | 'vault';
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly kind: 'verified';
      readonly database: boolean;
      readonly events: number;
      readonly files: number;
      readonly problems: Problem[];
    };

/**
 * Asks SQLite, the history and the vault, and names every fault. Files are read whole, so this takes as long as the
 * vault is large. Throws AppError CANCELLED when the signal is aborted.
 */
export async function* verifyAll(
  backend: Backend,
  signal: AbortSignal | undefined,
): AsyncGenerator<VerifyStep> {
  const problems: Problem[] = [];
  for await (const { done, total, found } of checkDatabase(backend, signal)) {
    problems.push(...found);
    yield { kind: 'checking', what: 'database', done, total };
  }
  const database = problems.length === 0;
  yield { kind: 'checking', what: 'history', done: 0, total: 1 };
  const { events, brokenAt } = await verifyChain(backend, signal);
  if (brokenAt !== null) problems.push({ code: 'history', subject: brokenAt });
  yield { kind: 'checking', what: 'history', done: 1, total: 1 };
  const files = neededFiles(backend.db);
  for await (const { done, total, problem } of checkVault(backend, files, signal)) {
    if (problem !== undefined) problems.push({ code: problem.code, subject: problem.sha256 });
    yield { kind: 'checking', what: 'vault', done, total };
  }
  yield { kind: 'verified', database, events, files: files.length, problems };
}

interface DatabaseStep {
  readonly done: number;
  readonly total: number;
  readonly found: readonly Problem[];
}

/** The file as a whole first, then table by table, so that other calls are answered in between. */
async function* checkDatabase(
  backend: Backend,
  signal: AbortSignal | undefined,
): AsyncGenerator<DatabaseStep> {
  const total = 1 + sharedTableNames.length;
  yield { done: 0, total, found: [] };
  const faults = await databaseFaults(backend, signal);
  yield { done: 1, total, found: faults.map((subject) => ({ code: 'database', subject })) };
  for (const [index, table] of sharedTableNames.entries()) {
    await nextTurn();
    if (signal?.aborted === true) throw new AppError('CANCELLED', {});
    const found = danglingRows(backend.db, table).map((subject) => ({ code: 'foreign_key', subject }));
    yield { done: index + 2, total, found };
  }
}

/** What SQLite finds wrong with the file, read in a thread so that nobody waits for it. Empty when all is well. */
async function databaseFaults(backend: Backend, signal: AbortSignal | undefined): Promise<readonly string[]> {
  const file = databaseFile(backend.dataFolder);
  try {
    return (await fileJobs(backend).run('checkDatabase', { file }, { signal })).faults;
  } catch (error) {
    if (error instanceof AppError && error.code === 'DATABASE_DAMAGED') return [error.message];
    throw error;
  }
}
