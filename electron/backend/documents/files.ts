import { AppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import type { VaultForm } from '#backend/vault/layout.ts';
import { mediaTypeOf } from './queries.ts';
import { ensurePicture } from './thumbnails.ts';

export interface FileAddress {
  readonly sha256: string;
  readonly form: VaultForm;
}

/** Size and media type of a kept file or its picture, which is made when it is missing. Throws AppError NOT_FOUND. */
export async function statFile(backend: Backend, { sha256, form }: FileAddress) {
  const mediaType = mediaTypeOf(backend.db, sha256);
  if (mediaType === undefined) throw new AppError('NOT_FOUND', { what: form, id: sha256 });
  await makeReady(backend, { sha256, form });
  const found = backend.vault.stat(sha256, form);
  if (found === undefined) throw new AppError('NOT_FOUND', { what: form, id: sha256 });
  return { sizeBytes: found.sizeBytes, mediaType: form === 'file' ? mediaType : 'image/webp' };
}

/** Bytes from `start` up to, not including, `end`. Throws AppError NOT_FOUND. */
export async function readFile(
  backend: Backend,
  address: FileAddress,
  start: number,
  end: number,
): Promise<File> {
  const { sha256, form } = address;
  // Only what a paper knows is given out, not whatever lies in the folder.
  if (mediaTypeOf(backend.db, sha256) === undefined)
    throw new AppError('NOT_FOUND', { what: form, id: sha256 });
  await makeReady(backend, address);
  return new File([await backend.vault.read(sha256, form, start, end)], sha256);
}

async function makeReady(backend: Backend, { sha256, form }: FileAddress): Promise<void> {
  if (form === 'file') return backend.vault.ensureLocal(sha256);
  try {
    await ensurePicture(backend, sha256, form);
  } catch (error) {
    throw new AppError('NOT_FOUND', { what: form, id: sha256 }, { cause: error });
  }
}
