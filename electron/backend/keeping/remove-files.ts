import type { Backend } from '#backend/backend.ts';
import {
  filesToRemove,
  forgetDerived,
  forgetToRemove,
  isFileNeeded,
  noteToRemove,
} from '#backend/db/needed-files.ts';

type Source = Pick<Backend, 'db' | 'vault'>;

/**
 * Notes files that nothing needs any more, within the transaction that says so: the row decides first, and what was cut
 * off between row and file is finished by `removeNotedFiles` at the next start.
 */
export function noteFilesToRemove(
  { db }: Pick<Backend, 'db'>,
  hashes: readonly string[],
  atMs: number,
): void {
  for (const sha256 of hashes) {
    noteToRemove(db, sha256, atMs);
    forgetDerived(db, sha256);
  }
}

export interface Removed {
  readonly fileCount: number;
  /** Files that the system did not let go, as one that another program has open; tried again at the next start. */
  readonly waitingCount: number;
}

/** Takes the noted files off the disk. One that has come in anew meanwhile stays. */
export function removeNotedFiles({ db, vault }: Source): Removed {
  let fileCount = 0;
  let waitingCount = 0;
  for (const sha256 of filesToRemove(db)) {
    try {
      if (!isFileNeeded(db, sha256)) {
        vault.remove(sha256);
        forgetDerived(db, sha256);
        fileCount += 1;
      }
      forgetToRemove(db, sha256);
    } catch (error) {
      console.error(`removing ${sha256}:`, error);
      waitingCount += 1;
    }
  }
  return { fileCount, waitingCount };
}
