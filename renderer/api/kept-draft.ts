/** What the disk holds of a form against what is being typed into it; without React. */

interface Ends {
  /** Writes to the disk; null takes away what is there. */
  readonly keep: (text: string | null) => void;
  /** Puts a draft into the form. */
  readonly restore: (draft: string) => void;
  /** Whether the form can take what was read. */
  readonly isSound: (draft: string) => boolean;
}

/** `typed` is what the form holds; null while that is nothing worth keeping. */
export interface KeptDraft {
  /** The disk was read. What was typed by then stays in the form; the draft waits until that is saved or given up. */
  readonly arrive: (found: string | null, typed: string | null) => void;
  /** Nobody has pressed a key for a while. */
  readonly settle: (typed: string | null) => void;
  /** The form goes away. */
  readonly leave: (typed: string | null) => void;
  /** It was saved or given up. */
  readonly forget: (typed: string | null) => void;
}

export function createKeptDraft({ keep, restore, isSound }: Ends): KeptDraft {
  // What the disk holds, as far as is known here; undefined until it was read.
  let held: string | null | undefined;
  // Nothing is not written over what the form can't take; the first text that is typed is.
  let isForeign = false;
  let waiting: string | null = null;
  let forgotten: string | null | undefined;
  const write = (next: string | null): void => {
    forgotten = undefined;
    if (next === held || (next === null && isForeign)) return;
    isForeign = false;
    held = next;
    keep(next);
  };
  return {
    arrive(found, typed) {
      if (held !== undefined) return;
      held = found;
      isForeign = found !== null && !isSound(found);
      const draft = isForeign ? null : found;
      if (typed === null || typed === forgotten) {
        if (draft === null) return;
        forgotten = undefined;
        restore(draft);
        return;
      }
      if (draft !== typed) waiting = draft;
      write(typed);
    },
    settle(typed) {
      // A key that was pressed just before the end is not another draft.
      if (held !== undefined && typed !== forgotten) write(typed);
    },
    leave(typed) {
      // Until it was read, what the disk holds is left alone, unless something newer was typed.
      if (typed !== forgotten && (held !== undefined || typed !== null)) write(typed);
    },
    forget(typed) {
      const earlier = waiting;
      waiting = null;
      if (held !== undefined) write(earlier);
      // A dialog goes away with it still in its fields.
      forgotten = typed;
      if (earlier !== null) restore(earlier);
    },
  };
}
