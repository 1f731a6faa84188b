import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { databaseError } from './db/open.ts';
import { fileSystemError } from './vault/durable-files.ts';

export interface DataLock {
  readonly release: () => void;
}

/**
 * One writer at a time. The lock is an open transaction on a small file of its own: the system drops it when the
 * process ends, however it ends, so that no stale lock can keep the firm out. Throws AppError DATABASE_IN_USE with
 * the owner's name, NOT_WRITABLE, DISK_FULL.
 */
export function lockData(dataFolder: string, owner: string): DataLock {
  const file = path.join(dataFolder, 'writer.lock');
  const ownerFile = path.join(dataFolder, 'writer.txt');
  const lock = openLock(file);
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    const known = databaseError(error, file);
    if (known instanceof AppError && known.code === 'DATABASE_IN_USE') {
      throw new AppError('DATABASE_IN_USE', { owner: readOwner(ownerFile) }, { cause: error });
    }
    throw known;
  }
  try {
    fs.writeFileSync(ownerFile, `${owner}, ${os.hostname()}, ${process.pid}`);
  } catch (error) {
    lock.close();
    throw fileSystemError(error, path.basename(dataFolder));
  }
  return {
    release() {
      fs.rmSync(ownerFile, { force: true });
      lock.close();
    },
  };
}

function openLock(file: string) {
  try {
    return new Database(file, { timeout: 200 });
  } catch (error) {
    throw databaseError(error, file);
  }
}

function readOwner(ownerFile: string): string {
  try {
    return fs.readFileSync(ownerFile, 'utf8');
  } catch {
    return '';
  }
}
