import { setImmediate as otherCalls, setTimeout as pause } from 'node:timers/promises';
import { AppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import { takenBack } from './undo-stack.ts';

/** So long a key that was pressed early waits: for a block of cells, or for the undo before it. */
const patienceMs = 3000;
const askAgainMs = 10;

/** Undo and Redo take their turns as they came. */
const turns = new WeakMap<Backend, Promise<void>>();

/**
 * Waits for the change that is being written, for it stands neither fully nor not at all. Resolves with its id; with
 * undefined where nothing, or an undo, was waited for. Throws AppError CHANGE_UNDER_WAY when it is long, CANCELLED.
 */
export function whenWritten(backend: Backend, signal: AbortSignal | undefined): Promise<string | undefined> {
  const turn = afterTurn(turns.get(backend)).then(() => waited(backend, signal));
  turns.set(
    backend,
    turn.then(
      () => undefined,
      () => undefined,
    ),
  );
  return turn;
}

/** The one whose turn it was has begun by then. */
async function afterTurn(before: Promise<void> | undefined): Promise<void> {
  if (before === undefined) return;
  await before;
  await otherCalls();
}

async function waited({ changes }: Backend, signal: AbortSignal | undefined): Promise<string | undefined> {
  const beganMs = performance.now();
  const first = changes.underWay();
  for (let change = first; change !== null; change = changes.underWay()) {
    if (performance.now() - beganMs > patienceMs)
      throw new AppError('CHANGE_UNDER_WAY', { action: change.action });
    await pause(askAgainMs);
    if (signal?.aborted === true) throw new AppError('CANCELLED', {});
  }
  if (first === null) return undefined;
  // It is given up: what was meant is on its way already.
  if (first.action === takenBack) return first.undoes;
  return first.undoes === undefined ? first.changeId : undefined;
}
