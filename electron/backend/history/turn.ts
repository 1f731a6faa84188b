import type { Backend } from '#backend/backend.ts';

/** The latest that was taken, by backend. */
const turns = new WeakMap<Backend, Promise<void>>();

/** A place in the order in which Undo and Redo were asked for. */
export interface Turn {
  /** Comes when all before it have passed theirs on. */
  readonly come: () => Promise<void>;
  /**
   * To be called once, when nothing will be written, or just before the writing begins: nothing may be waited for in
   * between. What comes next waits for no other call, so that what is written after both can't get in between.
   */
  readonly pass: () => void;
}

/** Taken at once, by the order of the calls: what an Undo takes back is the latest for the Redo behind it. */
export function takeTurn(backend: Backend): Turn {
  const before = turns.get(backend) ?? Promise.resolve();
  let pass = (): void => undefined;
  turns.set(backend, new Promise((resolve) => (pass = resolve)));
  return { come: () => before, pass };
}
