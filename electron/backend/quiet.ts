/** When work in the background may go on: while somebody works with the lists, theirs come first. */
import { setImmediate as otherCalls, setTimeout as pause } from 'node:timers/promises';
import type { Backend } from './backend.ts';

/** So long after a call it is quiet: keys and clicks of one who works come closer together. */
const quietMs = 250;
/** In the end the background has its turn all the same. */
const patienceMs = 600;
const askAgainMs = 25;

const lastCalls = new WeakMap<Backend, number>();

/** A call has come, or was answered. */
export const noteCall = (backend: Backend): void => void lastCalls.set(backend, performance.now());

/** Gives other calls their turn; after one it waits until nothing has been asked for a while, though not for long. */
export async function quietMoment(backend: Backend): Promise<void> {
  await otherCalls();
  const isBusy = (): boolean => performance.now() - (lastCalls.get(backend) ?? -Infinity) < quietMs;
  for (let waitedMs = 0; isBusy() && waitedMs < patienceMs; waitedMs += askAgainMs) await pause(askAgainMs);
}
