import { AppError } from '#shared/contract/errors.ts';

/** What a failed write to a file of the user's comes to: DISK_FULL, else NOT_WRITABLE with the file's name. */
export function writeRefusal(error: unknown, name: string): AppError {
  const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
  return isFull
    ? new AppError('DISK_FULL', {}, { cause: error })
    : new AppError('NOT_WRITABLE', { name }, { cause: error });
}
