import { setImmediate as otherCalls } from 'node:timers/promises';
import { AppError } from '#shared/contract/errors.ts';
import type { WorkStep, Working } from '#shared/contract/work.ts';

/** Gives other calls their turn. Throws AppError CANCELLED when the work was given up meanwhile. */
export async function turnToOthers(signal: AbortSignal | undefined): Promise<void> {
  await otherCalls();
  if (signal?.aborted === true) throw new AppError('CANCELLED', {});
}

/**
 * A change of many rows. A transaction can't be sliced: it is announced, a call that was given up until then is heard,
 * and then it is written whole. Throws AppError CANCELLED, and what `write` throws.
 */
export async function* writing<Result>(
  total: number,
  write: () => Result,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkStep<Result>> {
  yield working(0, total);
  await turnToOthers(signal);
  yield finished(write());
}

export const working = (done: number, total: number): Working => ({ kind: 'working', done, total });

export const finished = <Result>(result: Result): WorkStep<Result> => ({ kind: 'done', result });

/** The end of a work whose steps are not told: a look before something is written, where the first step told is the first written. */
export async function silently<Result>(steps: AsyncGenerator<unknown, Result>): Promise<Result> {
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
}
