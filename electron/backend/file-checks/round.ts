import { isAppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import { isFileNeeded, neededFiles } from '#backend/db/needed-files.ts';
import { quietMoments } from '#backend/quiet.ts';
import { announce } from '#backend/system/announcements.ts';
import * as queries from './queries.ts';
import { checkFile, noteCheck } from './service.ts';

/** All files are looked at once in so long. */
const roundMs = 7 * 24 * 60 * 60 * 1000;
/** Files that are passed over, or listed, between which other calls get their turn. */
const atOnce = 200;

/**
 * Looks at every file that was not looked at in this round, one in each quiet moment, and then for files that nobody
 * knows. A round that is cut off goes on where it was; a new one begins a week after the last one did. Gives whether the
 * round has come to its end. Ends early when the signal is aborted.
 */
export async function checkAllFiles(backend: Backend, signal: AbortSignal): Promise<boolean> {
  try {
    return await goRound(backend, signal);
  } catch (error) {
    if (isAppError(error) && error.code === 'CANCELLED') return false;
    throw error;
  }
}

async function goRound(backend: Backend, signal: AbortSignal): Promise<boolean> {
  const { db, clock } = backend;
  const hasEnded = (): boolean => signal.aborted;
  const beganMs = roundOf(backend);
  if (beganMs === undefined) return false;
  let passed = 0;
  for (const file of neededFiles(db)) {
    if (hasEnded()) return false;
    passed += 1;
    const isDone = queries.isCheckedSince(db, file.sha256, beganMs);
    if (isDone && passed % atOnce !== 0) continue;
    await quietMoments(backend, signal)();
    // What was destroyed while this waited is no file of the firm any more.
    if (hasEnded()) return false;
    if (isDone || !isFileNeeded(db, file.sha256)) continue;
    if ((await checkFile(backend, file, signal)) !== null) announce(backend, ['file_checks']);
  }
  if (!(await findOrphans(backend, signal))) return false;
  queries.writeStamp(db, 'file_round_ended', clock.nowMs());
  announce(backend, ['file_checks']);
  return true;
}

/** When the present round began, which may be now; undefined when none is due. */
function roundOf({ db, clock }: Backend): number | undefined {
  const nowMs = clock.nowMs();
  const beganMs = queries.readStamp(db, 'file_round_began');
  const endedMs = queries.readStamp(db, 'file_round_ended');
  const isOpen = beganMs !== undefined && (endedMs === undefined || endedMs < beganMs);
  if (isOpen && nowMs - beganMs < roundMs) return beganMs;
  if (beganMs !== undefined && nowMs - beganMs < roundMs) return undefined;
  queries.writeStamp(db, 'file_round_began', nowMs);
  return nowMs;
}

/** Notes the files on the disk that nothing knows. */
async function findOrphans(backend: Backend, signal: AbortSignal): Promise<boolean> {
  const { db, vault, clock } = backend;
  const startMs = clock.nowMs();
  let listed = 0;
  for (const file of vault.list()) {
    listed += 1;
    if (listed % atOnce === 0) await quietMoments(backend, signal)();
    if (signal.aborted) return false;
    if (!isFileNeeded(db, file.sha256)) noteCheck(backend, file, 'orphaned');
  }
  queries.forgetOrphansBefore(db, startMs);
  return true;
}
