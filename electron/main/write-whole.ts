import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';

/** The name is there only when the whole file is. Throws AppError NOT_WRITABLE, DISK_FULL. */
export async function writeWhole(file: string, content: Buffer): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    await fs.writeFile(unfinished, content, { flush: true });
    await fs.rename(unfinished, file);
  } catch (error) {
    await fs.rm(unfinished, { force: true }).catch(() => undefined);
    throw writeError(error, file);
  }
}

function writeError(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('DISK_FULL', {}, { cause: error });
  const isRefused =
    code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT' || code === 'EBUSY';
  return isRefused ? new AppError('NOT_WRITABLE', { name: path.basename(file) }, { cause: error }) : error;
}
