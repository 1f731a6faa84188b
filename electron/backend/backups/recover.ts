import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { lockData } from '#backend/data-lock.ts';
import { listFolder } from './manifest.ts';
import { isBackupName, placeOf, rootOf } from './place.ts';
import type { BackupPlace } from './place.ts';
import { applyPendingRestore, requestRestore } from './restore.ts';
import { refuseDamaged } from './service.ts';
import { readDatabaseFacts } from './snapshot.ts';
import { verifyPlace } from './verify.ts';

export interface Recovery {
  readonly dataFolder: string;
  /** The backup itself, or a folder of backups, whose newest is taken. */
  readonly chosen: string;
  readonly owner: string;
  readonly nowMs: number;
}

export interface Recovered {
  readonly name: string;
  readonly setAside: string;
}

/**
 * Puts a backup in place at once, without opening the data that is there: for when it can't be opened. It is moved
 * aside whole. Throws AppError NOT_FOUND, BACKUP_DAMAGED, DATABASE_NEWER, DATABASE_IN_USE, DISK_FULL, NOT_WRITABLE.
 */
export async function recoverFromBackup({ dataFolder, chosen, owner, nowMs }: Recovery): Promise<Recovered> {
  const place = chosenPlace(path.resolve(chosen));
  const lock = lockData(dataFolder, owner);
  try {
    // Nobody waits for this thread: it may read the copy itself.
    refuseDamaged(place, await verifyPlace(place, (file) => Promise.resolve(file).then(readDatabaseFacts)));
    requestRestore(dataFolder, place, nowMs);
    const outcome = applyPendingRestore(dataFolder, nowMs);
    if (outcome.state === 'refused') throw outcome.error;
    return { name: place.name, setAside: outcome.state === 'restored' ? outcome.setAside : '' };
  } finally {
    lock.release();
  }
}

function chosenPlace(chosen: string): BackupPlace {
  const root = rootOf(chosen);
  const name = root === chosen ? listFolder(root)[0]?.place.name : path.basename(chosen);
  if (name === undefined || !isBackupName(name))
    throw new AppError('NOT_FOUND', { what: 'backup', id: path.basename(chosen) });
  return placeOf(root, name);
}
