import { randomUUID } from 'node:crypto';
import { AppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import { copyOf, refuseUnknown, required } from './copy.ts';
import { enter, enterNotWritten } from './register.ts';
import type { Occasion } from './register.ts';

interface PrintInput extends Occasion {
  readonly versionId: string;
}

/** Entries of copies on paper by their jobs. Nothing that is shown names a job: it is known to who prints alone. */
const printed = new WeakMap<Backend, Map<string, string>>();

/** Enters a copy on paper before it is printed. Throws AppError NOT_FOUND. */
export async function enterPrint(backend: Backend, { versionId, ...occasion }: PrintInput) {
  const version = required(backend, versionId);
  refuseUnknown(backend, occasion);
  await backend.vault.ensureLocal(version.sha256);
  const file = { sha256: version.sha256, sizeBytes: version.size_bytes };
  const name = version.original_name;
  const [entryId = ''] = enter(backend, 'print', occasion, [copyOf(version, { file, name, folderName: '' })]);
  const job = randomUUID();
  const jobs = printed.get(backend) ?? new Map<string, string>();
  printed.set(backend, jobs.set(job, entryId));
  return { entryId, job };
}

/** Says of a copy on paper that it did not come about, once. Throws AppError NOT_FOUND for a job that is none. */
export function enterNotPrinted(backend: Backend, job: string): { changeId: string | null } {
  const jobs = printed.get(backend);
  const entryId = jobs?.get(job);
  if (entryId === undefined) throw new AppError('NOT_FOUND', { what: 'hand_outs', id: job });
  const done = enterNotWritten(backend, [entryId]);
  jobs?.delete(job);
  return done;
}
