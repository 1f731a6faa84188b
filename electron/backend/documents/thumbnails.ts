import { AppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import { acceptedMediaTypes, fileJobs } from '#backend/jobs/file-jobs.ts';
import { mediaTypeOf } from './queries.ts';

/** Longer than any page took that was seen; a drawing that never ends must not hold a thread for ever. */
const timeoutMs = 60_000;
const underWay = new WeakMap<Backend, Map<string, Promise<void>>>();

/** Makes the picture of a kept file unless it is there. Throws AppError NOT_FOUND, FILE_DAMAGED, or WorkerLost. */
export function ensureThumbnail(backend: Backend, sha256: string): Promise<void> {
  if (backend.vault.has(sha256, 'thumbnail')) return Promise.resolve();
  const running = underWay.get(backend) ?? new Map<string, Promise<void>>();
  underWay.set(backend, running);
  const known = running.get(sha256);
  if (known !== undefined) return known;
  const made = makeThumbnail(backend, sha256).finally(() => running.delete(sha256));
  running.set(sha256, made);
  return made;
}

async function makeThumbnail(backend: Backend, sha256: string): Promise<void> {
  const stored = mediaTypeOf(backend.db, sha256);
  const mediaType = acceptedMediaTypes.find((type) => type === stored);
  const size = backend.vault.stat(sha256, 'file')?.sizeBytes;
  if (mediaType === undefined || size === undefined)
    throw new AppError('NOT_FOUND', { what: 'file', id: sha256 });
  const bytes = await backend.vault.read(sha256, 'file', 0, size);
  const picture = await fileJobs(backend).run(
    'thumbnail',
    { bytes, mediaType },
    { transfer: [bytes.buffer], timeoutMs },
  );
  backend.vault.putBytes(sha256, 'thumbnail', picture);
}

/** Makes pictures while nobody waits for them; a paper whose picture can't be made is still a paper. */
export function makeThumbnailsLater(backend: Backend, hashes: readonly string[]): void {
  for (const sha256 of hashes) {
    ensureThumbnail(backend, sha256).catch((error: unknown) => console.error(`thumbnail ${sha256}:`, error));
  }
}

/** Waits for the pictures that are being made, whatever becomes of them. */
export async function thumbnailsMade(backend: Backend): Promise<void> {
  await Promise.allSettled([...(underWay.get(backend)?.values() ?? [])]);
}
