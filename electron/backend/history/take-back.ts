import { AppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { clearUnfinished, readUnfinished } from '#backend/db/unfinished-change.ts';
import { eventsOfChange } from './queries.ts';
import type { EventRow } from './queries.ts';
import { firstPart, sizeAfter } from './part-size.ts';
import { revertEvent } from './revert-event.ts';
import { takenBack } from './undo-stack.ts';

/**
 * Takes back what an unfinished change has written, a part at each step, as if it had never been: neither Undo nor Redo
 * knows of it. What was written again meanwhile stays as it is.
 */
export function* takingBack(backend: Backend, changeId: string): Generator<void> {
  const { db, changes } = backend;
  const events = eventsOfChange(db, changeId).toReversed();
  const long = changes.begin(takenBack, changeId);
  try {
    let size = firstPart;
    for (let next = 0; next < events.length;) {
      const startedMs = performance.now();
      const part = events.slice(next, next + size);
      long.write((change) => part.forEach((event) => revertUnlessMoved(backend, change, event)));
      next += part.length;
      size = sizeAfter(size, performance.now() - startedMs);
      yield;
    }
    clearUnfinished(db);
  } finally {
    long.end();
  }
}

/** What the program was writing when it was cut off. */
export function takeBackUnfinished(backend: Backend): void {
  const changeId = readUnfinished(backend.db);
  if (changeId !== undefined) Array.from(takingBack(backend, changeId));
}

function revertUnlessMoved(backend: Backend, change: Change, event: EventRow): void {
  try {
    revertEvent(backend, change, event);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'UNDO_CONFLICT') throw error;
  }
}
