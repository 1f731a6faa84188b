import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '#shared/contract/errors.ts';
import type { Working } from '#shared/contract/work.ts';
import type { Backend } from '#backend/backend.ts';
import { working } from '#backend/work.ts';
import { beingTakenBack } from './take-back.ts';
import { takenBack } from './undo-stack.ts';

/** So long a key that was pressed early waits: for a block of cells, or for the undo before it. */
const patienceMs = 3000;
const askAgainMs = 10;

/** Whether what is meant can't be done before an unfinished change is taken back whole. */
type InItsWay = (unfinishedId: string) => boolean;

/**
 * Waits for the change that is being written, for it stands neither fully nor not at all, and tells how far one that is taken
 * back is. Results in the id of what was waited for; in undefined where nothing, or an undo, or what was given up before was.
 * Throws AppError CHANGE_UNDER_WAY when it is long, CANCELLED.
 */
export async function* whenWritten(
  backend: Backend,
  isInItsWay: InItsWay,
  signal: AbortSignal | undefined,
): AsyncGenerator<Working, string | undefined> {
  const { changes } = backend;
  const givenUp = beingTakenBack(backend);
  if (givenUp?.isGivenUp === true && !isInItsWay(givenUp.changeId)) return undefined;
  const beganMs = performance.now();
  const first = changes.underWay();
  for (let change = first; change !== null; change = changes.underWay()) {
    const back = beingTakenBack(backend);
    if (back !== undefined) yield working(back.done, back.total);
    else if (performance.now() - beganMs > patienceMs)
      throw new AppError('CHANGE_UNDER_WAY', { action: change.action });
    await pause(askAgainMs);
    if (signal?.aborted === true) throw new AppError('CANCELLED', {});
  }
  if (first === null || givenUp?.isGivenUp === true) return undefined;
  // It failed: what was meant is on its way already.
  if (first.action === takenBack) return first.undoes;
  return first.undoes === undefined ? first.changeId : undefined;
}
