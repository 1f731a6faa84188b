import path from 'node:path';
import { AppError, isAppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import { fileJobs } from '#backend/jobs/file-jobs.ts';
import type { InspectedFile } from '#backend/jobs/file-jobs.ts';
import { WorkerLost } from '#backend/jobs/worker-pool.ts';
import type { StagedFile } from '#backend/vault/store.ts';

/** The largest scan that is taken, in bytes. */
export const fileLimitBytes = 200 * 1024 * 1024;
const inspectTimeoutMs = 120_000;

export interface TakenBytes {
  readonly inspected: InspectedFile;
  readonly staged: StagedFile;
}

/**
 * Looks at a file and copies it into the vault, where it waits to be kept; see `FileTasks.inspect` for `isBrief`. Throws AppError as `FileTasks.inspect` and
 * `Vault.stage` do; nothing is left then.
 */
export async function takeFile(
  backend: Backend,
  source: string,
  { signal, isBrief = false }: { readonly signal: AbortSignal | undefined; readonly isBrief?: boolean },
): Promise<TakenBytes> {
  const name = path.basename(source);
  const options = { signal, timeoutMs: inspectTimeoutMs };
  const inspected = await fileJobs(backend)
    .run('inspect', { path: source, limitBytes: fileLimitBytes, isBrief }, options)
    .catch((error: unknown) => {
      if (isAppError(error)) throw error;
      // A file on which a reader breaks or never ends must not take the others of the drop with it.
      if (!(error instanceof WorkerLost)) console.error(`inspecting ${name}:`, error);
      const detail = error instanceof Error ? error.message : String(error);
      throw new AppError('FILE_DAMAGED', { name, detail }, { cause: error });
    });
  const staged = await backend.vault.stage(source, { signal });
  if (staged.sha256 === inspected.sha256) return { inspected, staged };
  staged.drop();
  throw new AppError('FILE_UNREADABLE', { name, detail: 'changed while it was read' });
}

/** The data of a refused file holds names, sizes and words only; anything else is no matter of the file. */
export function plainData(data: object): Record<string, string | number> {
  const entries = Object.entries(data) as [string, unknown][];
  return Object.fromEntries(
    entries.flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, value]] : [],
    ),
  );
}
