import type { ChangeRow } from './queries.ts';

export interface UndoStack {
  /** Changes that can be taken back, latest last. */
  readonly undo: readonly ChangeRow[];
  /** Undoing changes that can be taken back themselves, latest last. */
  readonly redo: readonly ChangeRow[];
}

/**
 * Works out what Undo and Redo would act on, from the changes alone (oldest first). A new change empties the redo
 * side; an undo that undoes an undo is a redo.
 */
export function undoStackOf(changes: readonly ChangeRow[]): UndoStack {
  const byId = new Map(changes.map((change) => [change.id, change]));
  let undo: ChangeRow[] = [];
  let redo: ChangeRow[] = [];
  for (const change of changes) {
    const target = change.undoes_change_id === null ? undefined : byId.get(change.undoes_change_id);
    if (change.undoes_change_id === null) {
      undo = [...undo, change];
      redo = [];
    } else if (target !== undefined && redo.some((entry) => entry.id === target.id)) {
      redo = redo.filter((entry) => entry.id !== target.id);
      undo = [...undo, change];
    } else {
      undo = undo.filter((entry) => entry.id !== change.undoes_change_id);
      redo = [...redo, change];
    }
  }
  return { undo, redo };
}
