import { setImmediate as otherCalls } from 'node:timers/promises';
import { AppError } from '#shared/contract/errors.ts';
import type { Working } from '#shared/contract/work.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { clearUnfinished, noteUnfinished } from '#backend/db/unfinished-change.ts';
import { putOffMerging } from '#backend/search/merging.ts';
import { turnToOthers, working } from '#backend/work.ts';
import { firstPart, sizeAfter } from './part-size.ts';
import { takingBack } from './take-back.ts';

interface ChangeOfMany<Item> {
  readonly action: string;
  readonly items: readonly Item[];
  readonly write: (change: Change, item: Item) => void;
  /** So many items at most are written in one transaction, in one go. */
  readonly inOneGo?: number;
  /** The change that this one takes back. */
  readonly undoes?: string;
}

/**
 * Writes a change of many items in parts under one id, so that it is undone as one; between the parts other calls get
 * their turn. It is all or nothing: when it is given up, `write` throws or the program ends before its end, what was
 * written is taken back, the last at the next start. Returns the id of the change, null when nothing was different.
 * Throws AppError CHANGE_UNDER_WAY, CANCELLED, and what `write` throws.
 */
export async function* writeInParts<Item>(
  backend: Backend,
  { action, items, write, inOneGo = firstPart, undoes }: ChangeOfMany<Item>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Working, string | null> {
  const all = (some: readonly Item[]) => (change: Change) => some.forEach((item) => write(change, item));
  if (items.length <= inOneGo) return backend.changes.record(action, all(items), undoes).changeId;
  const { db, changes } = backend;
  const long = changes.begin(action, undoes);
  const mergeAgain = undoes === undefined ? undefined : putOffMerging(db);
  let isFinished = false;
  let isWritten: boolean;
  // Whoever follows it may also just go away, which throws nothing.
  let isFailed = false;
  try {
    let next = 0;
    let size = firstPart;
    while (next < items.length) {
      const startedMs = performance.now();
      const part = items.slice(next, next + size);
      long.write((change) => {
        noteUnfinished(db, long.changeId);
        all(part)(change);
      });
      next += part.length;
      size = sizeAfter(size, performance.now() - startedMs);
      yield working(next, items.length);
      await turnToOthers(signal);
    }
    isFinished = true;
  } catch (error) {
    isFailed = !(error instanceof AppError && error.code === 'CANCELLED');
    throw error;
  } finally {
    mergeAgain?.();
    isWritten = long.end();
    if (isFinished || !isWritten) clearUnfinished(db);
    else for (const part of takingBack(backend, long.changeId, !isFailed)) await otherCalls(part);
  }
  return isWritten ? long.changeId : null;
}
