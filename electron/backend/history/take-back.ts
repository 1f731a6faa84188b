import { AppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { isPointedAt } from '#backend/db/references.ts';
import { clearUnfinished, readUnfinished } from '#backend/db/unfinished-change.ts';
import { putOffMerging } from '#backend/search/merging.ts';
import { eventsInSteps } from './events-in-steps.ts';
import { isWrittenByOthers } from './queries.ts';
import type { ChangedRow } from './queries.ts';
import { firstPart, sizeAfter } from './part-size.ts';
import { revertEvent } from './revert-event.ts';
import { takenBack } from './undo-stack.ts';

/** How far what is being taken back is, in rows. */
interface TakingBack {
  readonly changeId: string;
  /** Somebody gave it up and knows: what they undo next is another change. */
  readonly isGivenUp: boolean;
  done: number;
  /** 0 until they have been counted. */
  total: number;
  /** Clients that it has made and others have gone on with since: they stay, with all that is theirs. */
  readonly kept: Set<string>;
  isOver: boolean;
}

const latest = new WeakMap<Backend, TakingBack>();

/** The unfinished change that is being taken back, if one is. */
export function beingTakenBack(backend: Backend): Readonly<TakingBack> | undefined {
  const state = latest.get(backend);
  return state?.isOver === false ? state : undefined;
}

/** Of an unfinished change that is being or has been taken back; undefined where another one was since. */
export function takenBackOf(backend: Backend, changeId: string): Readonly<TakingBack> | undefined {
  const state = latest.get(backend);
  return state?.changeId === changeId ? state : undefined;
}

/**
 * Takes back what an unfinished change has written, a part at each step, as if it had never been: neither Undo nor Redo
 * knows of it. What was written again meanwhile stays as it is, and so does a client that others have gone on with.
 */
export function* takingBack(backend: Backend, changeId: string, isGivenUp: boolean): Generator<void> {
  const { db, changes } = backend;
  const state: TakingBack = { changeId, isGivenUp, done: 0, total: 0, kept: new Set(), isOver: false };
  // Before anything else may be begun.
  const long = changes.begin(takenBack, changeId);
  latest.set(backend, state);
  const mergeAgain = putOffMerging(db);
  try {
    const events = (yield* eventsInSteps(db, changeId)).toReversed();
    state.total = events.length;
    const made = new Set(events.filter(isNewClient).map(({ row_id: id }) => id));
    const isKept = ({ client_id: id, row_table: table, row_id: rowId }: ChangedRow): boolean => {
      // A person, a tag or a consultant belongs to no client, but to those that stay.
      if (id === null) return state.kept.size > 0 && isPointedAt(db, table, rowId);
      if (!made.has(id)) return false;
      const isUsed = state.kept.has(id) || isWrittenByOthers(db, id, [changeId, long.changeId]);
      if (isUsed) state.kept.add(id);
      return isUsed;
    };
    let size = firstPart;
    while (state.done < events.length) {
      const startedMs = performance.now();
      const part = events.slice(state.done, state.done + size);
      long.write((change) => {
        for (const event of part) if (!isKept(event)) revertUnlessMoved(backend, change, event);
      });
      state.done += part.length;
      size = sizeAfter(size, performance.now() - startedMs);
      yield;
    }
    clearUnfinished(db);
  } finally {
    mergeAgain();
    state.isOver = true;
    long.end();
  }
}

const isNewClient = ({ row_table: table, operation }: ChangedRow): boolean =>
  table === 'clients' && operation === 'insert';

/** What the program was writing when it was cut off. */
export function takeBackUnfinished(backend: Backend): void {
  const changeId = readUnfinished(backend.db);
  if (changeId !== undefined) Array.from(takingBack(backend, changeId, false));
}

function revertUnlessMoved(backend: Backend, change: Change, event: ChangedRow): void {
  try {
    revertEvent(backend, change, event);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'UNDO_CONFLICT') throw error;
  }
}
