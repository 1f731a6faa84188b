import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError, isAppError } from '#shared/contract/errors.ts';
import { errorCode, fileSystemError, folderSynced, placeSynced } from '#backend/vault/durable-files.ts';

/**
 * A folder on its way: made under a temporary name beside its own and renamed when all of it is on the disk. Places are
 * relative, with slashes.
 */
export interface WholeFolder {
  /** Where something may write a file. */
  prepare(place: string): Promise<string>;
  /** All that was written is on the disk, still under the temporary name. */
  sync(): Promise<void>;
  /** Puts the folder in its place, after `sync`. Throws AppError FOLDER_TAKEN. */
  put(): Promise<void>;
  /** Leaves nothing of what is not in its place. */
  discard(): Promise<void>;
}

/** Begins a folder. Throws AppError FOLDER_TAKEN when something is there already, NOT_WRITABLE, DISK_FULL. */
export async function beginWholeFolder(target: string): Promise<WholeFolder> {
  await refuseTaken(target);
  const temporary = path.join(path.dirname(target), `.${randomUUID()}.tmp`);
  // Not its parents: a place on a disk that is not there must not be made on this one.
  await fs.mkdir(temporary);
  const folders = new Set([temporary]);
  return {
    async prepare(place) {
      const file = path.join(temporary, ...place.split('/'));
      const folder = path.dirname(file);
      if (!folders.has(folder)) await fs.mkdir(folder, { recursive: true });
      folders.add(folder);
      return file;
    },
    async sync() {
      for (const folder of folders) await folderSynced(folder);
    },
    put: () => putInPlace(temporary, target),
    async discard() {
      // What failed or was cancelled is told; that something of it stays is for the log.
      await fs
        .rm(temporary, { recursive: true, force: true })
        .catch((error: unknown) => console.error(`removing ${temporary}:`, error));
    },
  };
}

async function refuseTaken(target: string): Promise<void> {
  const names = await fs.readdir(target).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw errorCode(error) === 'ENOTDIR' ? taken(target, error) : error;
  });
  if (names.length > 0) throw taken(target);
}

async function putInPlace(temporary: string, target: string): Promise<void> {
  try {
    // An empty folder that the user has just made: not every system renames onto one.
    await fs.rmdir(target).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    });
    await fs.rename(temporary, target);
  } catch (error) {
    const isTaken = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(errorCode(error));
    throw isTaken ? taken(target, error) : error;
  }
  await placeSynced(path.dirname(target));
}

const taken = (target: string, cause?: unknown): AppError =>
  new AppError('FOLDER_TAKEN', { name: path.basename(target) }, { cause });

/** What went wrong while a folder was written, as one of our codes where the file system said it. */
export function folderError(error: unknown, target: string): unknown {
  const name = path.basename(target);
  const known = fileSystemError(error, name);
  if (isAppError(known) || errorCode(known) !== 'ENOENT') return known;
  return new AppError('NOT_WRITABLE', { name }, { cause: error });
}
