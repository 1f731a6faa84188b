import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '#shared/contract/errors.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import type { Backend } from '#backend/backend.ts';
import { finished, working } from '#backend/work.ts';
import { beingTakenBack } from './take-back.ts';

const askAgainMs = 50;

/**
 * Tells, in rows, how far the taking back of a change that was given up is, and ends with it; at once where nothing is
 * being written. Throws AppError CANCELLED.
 */
export async function* untilTakenBack(
  backend: Backend,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkStep<null>> {
  const { changes } = backend;
  const givenUp = changes.underWay();
  for (let now = givenUp; now !== null; now = changes.underWay()) {
    const isOfIt = now.changeId === givenUp?.changeId || now.undoes === givenUp?.changeId;
    if (!isOfIt) break;
    const back = beingTakenBack(backend);
    if (back !== undefined) yield working(back.done, back.total);
    await pause(askAgainMs);
    if (signal?.aborted === true) throw new AppError('CANCELLED', {});
  }
  yield finished(null);
}
