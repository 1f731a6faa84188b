import { inOneGo } from '#shared/domain/in-steps.ts';
import type { InSteps } from '#shared/domain/in-steps.ts';
import type { Backend } from '#backend/backend.ts';
import {
  filesToRemove,
  forgetDerived,
  forgetToRemove,
  isFileNeeded,
  noteToRemove,
} from '#backend/db/needed-files.ts';
import { inTurns } from '#backend/in-turns.ts';

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

/** Takes the noted files off the disk, as at the start, in one go. */
export const removeNotedFiles = (source: Source): Removed => inOneGo(removal(source));

/** The same while other calls get their turns: each file costs a few writes of its folders. */
export const notedFilesRemoved = (source: Source): Promise<Removed> => inTurns(removal(source), undefined);

/** One that has come in anew meanwhile stays. */
function* removal({ db, vault }: Source): InSteps<Removed> {
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
    yield;
  }
  return { fileCount, waitingCount };
}
