import type { ChangeRow } from './queries.ts';

export interface UndoStack {
  /** Changes that stand and can be taken back, latest last. */
  readonly undo: readonly ChangeRow[];
  /** Undoing changes that can be taken back themselves, latest last. */
  readonly redo: readonly ChangeRow[];
  /** The first change after the last undo or redo, where it ended what could have been done again. */
  readonly redoEndedBy: ChangeRow | undefined;
}

/** The action of a change that takes an unfinished one back. */
export const takenBack = 'changes.takenBack';

/** Actions that are for good: Undo passes over them, and none of them is taken back. */
const finalActions: ReadonlySet<string> = new Set(['documents.destroy', 'people.erase']);
/** So is a change of which something was erased since: what it was is not known any more. */
export const isFinal = ({ action, is_erased: isErased }: Pick<ChangeRow, 'action' | 'is_erased'>): boolean =>
  finalActions.has(action) || isErased === 1;

/** What the program does by itself: it is taken back by its id, but no key means it, and it ends no Redo. */
export const isUnattended = ({ action }: Pick<ChangeRow, 'action'>): boolean =>
  action === 'intake.takeWatched';

/** Actions that last: a copy has left. Undo passes over them, and Redo is not ended by them. */
const lasting: ReadonlySet<string> = new Set(['handOuts.enter', 'handOuts.notWritten']);

/**
 * Works out what Undo and Redo would act on, from the changes alone (oldest first). A new change empties the redo
 * side; an undo that undoes an undo is a redo, and so on: the depth of a change says which of them it is. A change that
 * was taken back before its end counts as never made.
 */
export function undoStackOf(changes: readonly ChangeRow[]): UndoStack {
  const unfinished = new Set(
    changes.filter(({ action }) => action === takenBack).map((change) => change.undoes_change_id),
  );
  const undo = new Map<string, ChangeRow>();
  const redo = new Map<string, ChangeRow>();
  let redoEndedBy: ChangeRow | undefined;
  for (const change of changes) {
    if (change.action === takenBack || lasting.has(change.action) || unfinished.has(change.id)) continue;
    if (change.undoes_change_id !== null) redoEndedBy = undefined;
    else if (redo.size > 0 && !isUnattended(change)) {
      redoEndedBy = change;
      redo.clear();
    }
    const isStanding = change.depth % 2 === 0;
    if (change.undoes_change_id !== null) (isStanding ? redo : undo).delete(change.undoes_change_id);
    (isStanding ? undo : redo).set(change.id, change);
  }
  return { undo: [...undo.values()], redo: [...redo.values()], redoEndedBy };
}

/** The standing change that is meant by an id: that change itself, or what did it again after it had been taken back. */
export const standingOf = ({ undo }: UndoStack, changeId: string | undefined): ChangeRow | undefined =>
  undo.find(({ id, root_id: rootId }) => id === changeId || rootId === changeId);
