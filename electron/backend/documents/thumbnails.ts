import { AppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import { acceptedMediaTypes, fileJobs } from '#backend/jobs/file-jobs.ts';
import { pageNoOf } from '#backend/vault/layout.ts';
import type { VaultForm } from '#backend/vault/layout.ts';
import { mediaTypeOf } from './queries.ts';

/** Long sides of the pictures: one for lists, and one in which a page can be read. */
const thumbnailPx = 320;
const pagePx = 1400;

/** Longer than any page took that was seen; a drawing that never ends must not hold a thread for ever. */
const timeoutMs = 60_000;
const underWay = new WeakMap<Backend, Map<string, Promise<void>>>();

/** As many pictures at once as there are threads that draw them. */
const drawnAtOnce = 2;
const lanes = new WeakMap<Backend, Promise<unknown>[]>();
let nextLane = 0;

function inTurn<T>(backend: Backend, work: () => Promise<T>): Promise<T> {
  const own = lanes.get(backend) ?? Array.from({ length: drawnAtOnce }, () => Promise.resolve());
  lanes.set(backend, own);
  const lane = (nextLane += 1) % drawnAtOnce;
  const done = Promise.resolve(own[lane]).then(work);
  own[lane] = done.catch(() => undefined);
  return done;
}

type PictureForm = Exclude<VaultForm, 'file'>;

/** Makes a picture of a kept file unless it is there. Throws AppError NOT_FOUND, FILE_DAMAGED, or WorkerLost. */
export function ensurePicture(backend: Backend, sha256: string, form: PictureForm): Promise<void> {
  if (backend.vault.has(sha256, form)) return Promise.resolve();
  const running = underWay.get(backend) ?? new Map<string, Promise<void>>();
  underWay.set(backend, running);
  const key = `${form} ${sha256}`;
  const known = running.get(key);
  if (known !== undefined) return known;
  const made = makePicture(backend, sha256, form).finally(() => running.delete(key));
  running.set(key, made);
  return made;
}

async function makePicture(backend: Backend, sha256: string, form: PictureForm): Promise<void> {
  const stored = mediaTypeOf(backend.db, sha256);
  const mediaType = acceptedMediaTypes.find((type) => type === stored);
  const size = backend.vault.stat(sha256, 'file')?.sizeBytes;
  if (mediaType === undefined || size === undefined)
    throw new AppError('NOT_FOUND', { what: 'file', id: sha256 });
  const pageNo = form === 'thumbnail' ? 1 : pageNoOf(form);
  // A file is read when it is its turn: a long stack is asked for page by page, all at once.
  const picture = await inTurn(backend, async () => {
    const bytes = await backend.vault.read(sha256, 'file', 0, size);
    return fileJobs(backend).run(
      'picture',
      { bytes, mediaType, pageNo, longSidePx: form === 'thumbnail' ? thumbnailPx : pagePx },
      { transfer: [bytes.buffer], timeoutMs },
    );
  });
  // Of a file that was destroyed meanwhile nothing is made.
  if (backend.vault.has(sha256)) backend.vault.putBytes(sha256, form, picture);
}

/** Makes pictures while nobody waits for them; a paper whose picture can't be made is still a paper. */
export function makeThumbnailsLater(backend: Backend, hashes: readonly string[]): void {
  for (const sha256 of hashes) {
    ensurePicture(backend, sha256, 'thumbnail').catch((error: unknown) =>
      console.error(`thumbnail ${sha256}:`, error),
    );
  }
}

/** Waits for the pictures that are being made, whatever becomes of them. */
export async function thumbnailsMade(backend: Backend): Promise<void> {
  await Promise.allSettled([...(underWay.get(backend)?.values() ?? [])]);
}
