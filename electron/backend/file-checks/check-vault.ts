import type { Backend } from '#backend/backend.ts';
import { isFileNeeded } from '#backend/db/needed-files.ts';
import type { StoredFile } from '#backend/vault/layout.ts';
import type { ScrubStep } from '#backend/vault/scrub.ts';
import { announce } from '#backend/system/announcements.ts';
import * as queries from './queries.ts';
import { noteCheck } from './service.ts';

/**
 * Looks at all files in one go, as somebody asked for it, and keeps what was found: it counts as the round of the week.
 * Throws AppError CANCELLED.
 */
export async function* checkVault(
  backend: Backend,
  files: readonly StoredFile[],
  signal: AbortSignal | undefined,
): AsyncGenerator<ScrubStep> {
  const { db, vault, clock } = backend;
  const beganMs = clock.nowMs();
  let looked: ScrubStep[] = [];
  const keep = (): void => {
    keepLooked(backend, looked);
    looked = [];
  };
  try {
    for await (const step of vault.scrub(files, { signal })) {
      looked.push(step);
      if (looked.length >= atOnce) keep();
      yield doesConcern(backend, step) ? step : { ...step, problem: undefined };
    }
  } finally {
    keep();
    announce(backend, ['file_checks']);
  }
  queries.forgetOrphansBefore(db, beganMs);
  queries.writeStamp(db, 'file_round_began', beganMs);
  queries.writeStamp(db, 'file_round_ended', clock.nowMs());
  announce(backend, ['file_checks']);
}

/** So many looks are written in one go: each commit waits for the disk. */
const atOnce = 200;

function keepLooked(backend: Backend, looked: readonly ScrubStep[]): void {
  const write = backend.db.transaction(() => {
    for (const step of looked)
      if (doesConcern(backend, step)) noteCheck(backend, step.file, step.problem?.code ?? null);
  });
  write.immediate();
}

/** What was destroyed meanwhile is no file of the firm any more, and what has come in is no orphan. */
const doesConcern = ({ db }: Backend, { file, problem }: ScrubStep): boolean =>
  isFileNeeded(db, file.sha256) === (problem?.code !== 'orphaned');
