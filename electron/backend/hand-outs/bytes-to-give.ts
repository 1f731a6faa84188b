import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import type { StoredFile } from '#backend/vault/layout.ts';
import type { VersionToGive } from './queries.ts';

/**
 * Writes the bytes that leave for a version of a paper, and tells what was written: the original, unaltered. What is
 * made of it, such as a copy with a mark or for an upload, is made by who gives it. Throws AppError NOT_FOUND, FILE_DAMAGED when
 * the kept bytes are no longer what came in, NOT_WRITABLE, DISK_FULL, CANCELLED.
 */
export async function bytesToGive(
  { vault }: Pick<Backend, 'vault'>,
  { sha256 }: Pick<VersionToGive, 'sha256'>,
  target: string,
  signal?: AbortSignal,
): Promise<StoredFile> {
  const written = await vault.copyTo(sha256, target, { signal });
  if (written.sha256 === sha256) return written;
  await fs.rm(target, { force: true });
  throw new AppError('FILE_DAMAGED', { name: path.basename(target), detail: 'altered since it was kept' });
}
