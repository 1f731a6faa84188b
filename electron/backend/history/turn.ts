import { setImmediate as otherCalls } from 'node:timers/promises';
import type { Backend } from '#backend/backend.ts';

/** The latest that was taken, by backend. */
const turns = new WeakMap<Backend, Promise<void>>();

/** A place in the order in which Undo and Redo were asked for. */
export interface Turn {
  /** Its time comes when all before it have passed theirs on, and what they were about is being written. */
  readonly come: () => Promise<void>;
  /** To be called once, just before the writing begins, or when it never will. */
  readonly pass: () => void;
}

/** Taken at once, by the order of the calls: what an Undo takes back is the latest for the Redo behind it. */
export function takeTurn(backend: Backend): Turn {
  const before = turns.get(backend);
  let pass = (): void => undefined;
  turns.set(backend, new Promise((resolve) => (pass = resolve)));
  const come = async (): Promise<void> => {
    if (before === undefined) return;
    await before;
    await otherCalls();
  };
  return { come, pass };
}
