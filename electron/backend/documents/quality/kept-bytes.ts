import { createHash } from 'node:crypto';
import { AppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import { acceptedMediaTypes } from '#backend/jobs/file-jobs.ts';
import type { AcceptedMediaType } from '#backend/jobs/file-jobs.ts';
import type { MeasuredVersion } from './queries.ts';

interface KeptBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: AcceptedMediaType;
}

/**
 * The bytes of a version, of which a copy is to be made that leaves: they are what came in, or nothing is made of them. Throws AppError
 * NOT_FOUND for a file that is not there, FILE_DAMAGED for one that is no longer what was kept.
 */
export async function keptBytes(
  { vault }: Pick<Backend, 'vault'>,
  { sha256, media_type: stored }: Pick<MeasuredVersion, 'sha256' | 'media_type'>,
): Promise<KeptBytes> {
  const sizeBytes = vault.stat(sha256, 'file')?.sizeBytes;
  const mediaType = acceptedMediaTypes.find((known) => known === stored);
  if (sizeBytes === undefined || mediaType === undefined)
    throw new AppError('NOT_FOUND', { what: 'file', id: sha256 });
  const bytes = await vault.read(sha256, 'file', 0, sizeBytes);
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return { bytes, mediaType };
  throw new AppError('FILE_DAMAGED', { name: '', detail: 'altered since it was kept' });
}
