import { AppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { clearUnfinished, readUnfinished } from '#backend/db/unfinished-change.ts';
import { eventsOfChange } from './queries.ts';
import type { EventRow } from './queries.ts';
import { revertEvent } from './revert-event.ts';
import { takenBack } from './undo-stack.ts';

const eventsAtOnce = 20;

/**
 * Takes back what an unfinished change has written, a part at each step, as if it had never been: neither Undo nor Redo
 * knows of it. What was written again meanwhile stays as it is.
 */
export function* takingBack(backend: Backend, changeId: string): Generator<void> {
  const { db, changes } = backend;
  const events = eventsOfChange(db, changeId).toReversed();
  const long = changes.begin(takenBack, changeId);
  try {
    for (let next = 0; next < events.length; next += eventsAtOnce) {
      long.write((change) => {
        for (const event of events.slice(next, next + eventsAtOnce))
          revertUnlessMoved(backend, change, event);
      });
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
