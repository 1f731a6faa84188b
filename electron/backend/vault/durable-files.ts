import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';

/** What file systems say that know no such thing for a folder, e.g. of shared folders. */
const notForFolders: readonly string[] = ['EINVAL', 'ENOTSUP', 'ENOSYS'];

/** Writes the names in a folder through to the disk. Windows can't open a folder and does so by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  try {
    syncFile(folder);
  } catch (error) {
    if (!notForFolders.includes(errorCode(error))) throw error;
  }
}

/** The same without holding other calls up. */
export async function folderSynced(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!notForFolders.includes(errorCode(error))) throw error;
  } finally {
    await handle.close();
  }
}

/**
 * The same after a rename that put something in its place: it is there for whoever looks, so it counts as written. That a
 * power failure may still take it is for the log.
 */
export async function placeSynced(folder: string): Promise<void> {
  await folderSynced(folder).catch((error: unknown) => console.error(`syncing ${folder}:`, error));
}

export function syncFile(file: string): void {
  const handle = fs.openSync(file, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** Writes a whole file or none of it: a reader, and the next start after a crash, sees the old or the new one. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const folder = path.dirname(file);
  const temporary = path.join(folder, `.${path.basename(file)}.${randomUUID()}.part`);
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(temporary, content, { flush: true });
    fs.renameSync(temporary, file);
    syncFolder(folder);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw fileSystemError(error, path.basename(folder));
  }
}

/** What the file system says when it can't write, as one of our codes; anything unknown is passed on as it is. */
export function fileSystemError(error: unknown, name: string): unknown {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('DISK_FULL', {}, { cause: error });
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
    case 'ENOTDIR':
    case 'EISDIR':
    case 'EEXIST':
      return new AppError('NOT_WRITABLE', { name }, { cause: error });
    default:
      return error;
  }
}

export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
