import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { Clock } from '#backend/clock.ts';
import type { Db } from '#backend/db/open.ts';
import { defaultBackupFolder, readLocal } from '#backend/settings/service.ts';
import { fileSystemError, syncFolder } from '#backend/vault/durable-files.ts';
import { writeManifest } from './manifest.ts';
import { databaseName, freePlace, partialFolder } from './place.ts';
import { snapshotOf } from './snapshot.ts';

export interface UpgradeBackup {
  readonly db: Db;
  readonly dataFolder: string;
  /** Schema version of the database before the upgrade. */
  readonly fromVersion: number;
  readonly clock: Clock;
  readonly appVersion?: string;
}

/**
 * Makes a checked copy of a database before its schema changes; without one there is no upgrade. The files are not
 * copied: no migration touches them. Returns the backup's name.
 * Throws AppError DATABASE_DAMAGED, DISK_FULL, NOT_WRITABLE.
 */
export function writeUpgradeBackup({
  db,
  dataFolder,
  fromVersion,
  clock,
  appVersion = '',
}: UpgradeBackup): string {
  const root = usableFolder(db, dataFolder);
  const atMs = clock.nowMs();
  const place = freePlace(root, atMs, 'before_migration');
  const partial = partialFolder(place);
  try {
    fs.rmSync(partial, { recursive: true, force: true });
    fs.mkdirSync(partial, { recursive: true });
    const { clientCount, sha256, sizeBytes, faults } = snapshotOf(db, path.join(partial, databaseName));
    if (faults[0] !== undefined)
      throw new AppError('DATABASE_DAMAGED', { name: databaseName, detail: faults[0] });
    writeManifest(
      partial,
      {
        ...{ name: place.name, atMs, reason: 'before_migration', appVersion, schemaVersion: fromVersion },
        ...{ scope: 'database', clientCount, database: { sha256, sizeBytes }, absent: [] },
      },
      [],
    );
    fs.renameSync(partial, place.folder);
    syncFolder(root);
    return place.name;
  } catch (error) {
    fs.rmSync(partial, { recursive: true, force: true });
    throw fileSystemError(error, path.basename(root));
  }
}

/** The folder of the settings; when its disk is not there, the one beside the data is better than none. */
function usableFolder(db: Db, dataFolder: string): string {
  const chosen = readLocal(db, 'backup_folder');
  if (chosen !== null && fs.existsSync(chosen)) return chosen;
  const own = defaultBackupFolder(dataFolder);
  fs.mkdirSync(own, { recursive: true });
  return own;
}
