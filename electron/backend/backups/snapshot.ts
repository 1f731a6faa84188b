import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { databaseError, openDatabase } from '#backend/db/open.ts';
import type { Db } from '#backend/db/open.ts';
import { versionOf } from '#backend/db/migrate.ts';
import type { DatabaseFacts } from '#backend/jobs/file-jobs.ts';
import { syncFile } from '#backend/vault/durable-files.ts';
import { countLiveClients, filesOfPapers, vacuumInto } from './queries.ts';

/**
 * Copies a database that may be in use to a new file, through to the disk, and reads the copy back whole.
 * Throws AppError DATABASE_DAMAGED, DISK_FULL, NOT_WRITABLE.
 */
export function snapshotDatabase(file: string, target: string): DatabaseFacts {
  const db = openDatabase({ file, readonly: true });
  try {
    return snapshotOf(db, target);
  } finally {
    db.close();
  }
}

/** The same for a database that is open in this thread. */
export function snapshotOf(db: Db, target: string): DatabaseFacts {
  try {
    vacuumInto(db, target);
  } catch (error) {
    throw databaseError(error, target);
  }
  syncFile(target);
  return readDatabaseFacts(target);
}

/** Reads a database file that nobody writes to. Throws AppError DATABASE_DAMAGED when it is none. */
export function readDatabaseFacts(file: string): DatabaseFacts {
  const { sha256, sizeBytes } = hashFileSync(file);
  const db = openDatabase({ file, readonly: true });
  try {
    const rows = db.pragma('integrity_check(20)') as { readonly integrity_check: string }[];
    const faults = rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
    return {
      sha256,
      sizeBytes,
      schemaVersion: versionOf(db),
      clientCount: countLiveClients(db),
      files: filesOfPapers(db),
      faults,
    };
  } catch (error) {
    throw databaseError(error, file);
  } finally {
    db.close();
  }
}

export function hashFileSync(file: string): { readonly sha256: string; readonly sizeBytes: number } {
  const hash = createHash('sha256');
  const buffer = new Uint8Array(1024 * 1024);
  const handle = fs.openSync(file, 'r');
  try {
    let sizeBytes = 0;
    for (;;) {
      const bytesRead = fs.readSync(handle, buffer);
      if (bytesRead === 0) return { sha256: hash.digest('hex'), sizeBytes };
      hash.update(buffer.subarray(0, bytesRead));
      sizeBytes += bytesRead;
    }
  } finally {
    fs.closeSync(handle);
  }
}
