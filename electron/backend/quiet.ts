/** When work in the background may go on: while somebody works with the lists, theirs come first. */
import { setImmediate as otherCalls, setTimeout as pause } from 'node:timers/promises';
import type { Backend } from './backend.ts';

/** So long after a call it is quiet: keys and clicks of one who works come closer together. */
const quietMs = 400;
/** So long one work waits in all: in the end it has its turn all the same. */
const patienceMs = 10_000;
const askAgainMs = 25;

const lastCalls = new WeakMap<Backend, number>();

/** Calls of the frame around the pages, for which nobody waits. */
export const unhurried: ReadonlySet<string> = new Set([
  'today.summary',
  'clients.duplicates',
  'clients.alike',
  'reminders.watch',
  'reading.watch',
]);

/** A call has come, or was answered. */
export function noteCall(backend: Backend, path: readonly string[]): void {
  if (!unhurried.has(path.join('.'))) lastCalls.set(backend, performance.now());
}

/** Gives other calls their turn; after one it waits until nothing has been asked for a while, though not for ever. */
export type QuietMoment = () => Promise<void>;

/** The quiet moments of one work, which share its patience. With a signal they wait no longer than the work is wanted. */
export function quietMoments(backend: Backend, signal?: AbortSignal): QuietMoment {
  const isBusy = (): boolean => performance.now() - (lastCalls.get(backend) ?? -Infinity) < quietMs;
  let patience = patienceMs;
  return async () => {
    await otherCalls();
    for (; isBusy() && patience > 0 && signal?.aborted !== true; patience -= askAgainMs)
      await pause(askAgainMs);
  };
}
