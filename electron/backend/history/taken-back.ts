import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '#shared/contract/errors.ts';
import type { TakenBack } from '#shared/contract/history.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import type { Backend } from '#backend/backend.ts';
import { finished, working } from '#backend/work.ts';
import { beingTakenBack, takenBackOf } from './take-back.ts';
import { takenBack } from './undo-stack.ts';

const askAgainMs = 50;
/** So long what was given up may go on before it hears of that. */
const untilHeardMs = 2000;

/**
 * Tells, in rows, how far the taking back of a change that was given up is, and ends with it; at once where nothing is
 * being written, and soon where what is written was not given up. Throws AppError CANCELLED.
 */
export async function* untilTakenBack(
  backend: Backend,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkStep<TakenBack>> {
  const beganMs = performance.now();
  const asked = backend.changes.underWay();
  const askedId = asked?.action === takenBack ? asked.undoes : asked?.changeId;
  while (backend.changes.underWay() !== null) {
    const back = beingTakenBack(backend);
    if (back !== undefined) yield working(back.done, back.total);
    else if (performance.now() - beganMs > untilHeardMs) break;
    await pause(askAgainMs);
    if (signal?.aborted === true) throw new AppError('CANCELLED', {});
  }
  const state = askedId === undefined ? undefined : takenBackOf(backend, askedId);
  yield finished({ keptClients: state?.kept.size ?? 0 });
}
