import type { Backend } from '#backend/backend.ts';
import type { StoredFile } from '#backend/vault/layout.ts';
import type { ScrubStep } from '#backend/vault/scrub.ts';
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
  for await (const step of vault.scrub(files, { signal })) {
    noteCheck(backend, step.file, step.problem?.code ?? null);
    yield step;
  }
  queries.forgetOrphansBefore(db, beganMs);
  queries.writeStamp(db, 'file_round_began', beganMs);
  queries.writeStamp(db, 'file_round_ended', clock.nowMs());
}
