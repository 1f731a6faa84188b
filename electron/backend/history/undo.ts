import { AppError } from '#shared/contract/errors.ts';
import { isClosed } from '#shared/domain/application.ts';
import type { Stage } from '#shared/domain/application.ts';
import type { Reverted } from '#shared/contract/history.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import type { Backend } from '#backend/backend.ts';
import { dependantsOf, staysInUse } from './later/dependants.ts';
import type { Db } from '#backend/db/open.ts';
import { aboutOf } from './about.ts';
import { eventsOfChange, openOrderBeside, recentChanges, rowOf } from './queries.ts';
import type { ChangeRow, ChangedRow } from './queries.ts';
import { finished } from '#backend/work.ts';
import { writeInParts } from './in-parts.ts';
import { cellsOf, revertEvent } from './revert-event.ts';
import { standingOf, undoStackOf } from './undo-stack.ts';
import type { UndoStack } from './undo-stack.ts';
import { whenWritten } from './when-written.ts';

/** How far back Undo reaches, in changes. */
const undoReach = 500;

/**
 * Takes back this seat's latest change, or with an id that one, from the middle too as long as nothing that was done
 * since builds on it. Throws AppError NOTHING_TO_UNDO (also when it has been taken back already), CANCELLED,
 * CHANGE_UNDER_WAY (longer than a key can wait), or UNDO_CONFLICT with the latest change that stands in the way; nothing happens then.
 */
export async function* undo(backend: Backend, changeId?: string, signal?: AbortSignal): Reverting {
  const isInItsWay = (unfinishedId: string): boolean => touches(backend, changeId, unfinishedId);
  const awaitedId = yield* whenWritten(backend, isInItsWay, signal);
  const stack = stackOf(backend);
  // What was waited for and never came to stand leaves nothing to take back.
  const target = targetOf(stack, changeId ?? awaitedId);
  if (target === undefined) throw new AppError('NOTHING_TO_UNDO', {});
  const events = eventsOfChange(backend.db, target.id);
  const obstacle = obstacleOf(backend, stack, target, events);
  if (obstacle !== undefined) throw inTheWay(events, obstacle);
  yield* revert(backend, target, events, signal);
}

/**
 * Does again what was undone last. Whatever was undone since has been done again by then, so that the rows are as the
 * undo left them. Throws as `undo` does.
 */
export async function* redo(backend: Backend, signal?: AbortSignal): Reverting {
  yield* whenWritten(backend, () => true, signal);
  const target = stackOf(backend).redo.at(-1);
  if (target === undefined) throw new AppError('NOTHING_TO_UNDO', {});
  yield* revert(backend, target, eventsOfChange(backend.db, target.id), signal);
}

const targetOf = (stack: UndoStack, changeId: string | undefined): ChangeRow | undefined =>
  changeId === undefined ? stack.undo.at(-1) : standingOf(stack, changeId);

/** Whether what an undo would take back is long itself, or an unfinished change has built on it. */
function touches(backend: Backend, changeId: string | undefined, unfinishedId: string): boolean {
  const { db, changes } = backend;
  const target = targetOf(stackOf(backend), changeId);
  if (target === undefined) return false;
  const events = eventsOfChange(db, target.id);
  return events.length > eventsInOneGo || dependantsOf(db, target, events, changes.seatId).has(unfinishedId);
}

type Reverting = AsyncGenerator<WorkStep<Reverted>>;

/** Those of the changes that stand and that `undo` would take back now, as far as later changes decide it. */
export function takeableOf(backend: Backend, changeIds: readonly string[]): string[] {
  const stack = stackOf(backend);
  const standing = stack.undo.filter(({ id }) => changeIds.includes(id));
  return standing
    .filter((target) => obstacleOf(backend, stack, target) === undefined)
    .filter(({ id }) => secondOrder(backend.db, eventsOfChange(backend.db, id)) === undefined)
    .map(({ id }) => id);
}

/** Whether the change stands, by itself or by what did it again. */
export const doesStand = (backend: Backend, changeId: string): boolean =>
  standingOf(stackOf(backend), changeId) !== undefined;

const stackOf = ({ db, changes }: Backend): UndoStack =>
  undoStackOf(recentChanges(db, changes.seatId, undoReach));

/** So many rows at most are taken back in one transaction, in one go. */
const eventsInOneGo = 40;

async function* revert(
  backend: Backend,
  target: ChangeRow,
  events: readonly ChangedRow[],
  signal: AbortSignal | undefined,
): Reverting {
  const { db } = backend;
  const second = secondOrder(db, events);
  if (second !== undefined) throw new AppError('UNDO_CONFLICT', second);
  const about = aboutOf(db, events);
  const changeId = yield* writeInParts(
    backend,
    {
      action: target.action,
      items: events.toReversed(),
      write(change, event) {
        if (!staysInUse(db, event, target)) revertEvent(backend, change, event);
      },
      inOneGo: eventsInOneGo,
      undoes: target.id,
    },
    signal,
  );
  yield finished({ changeId, action: target.action, revertedId: target.id, about });
}

/** One account has one order of a kind under way: the place where taking the events back would make a second one. */
function secondOrder(db: Db, events: readonly ChangedRow[]) {
  for (const { row_table: table, row_id: id, operation, before } of events) {
    const now = table === 'applications' ? rowOf(db, table, id) : undefined;
    if (now === undefined || (operation !== 'delete' && operation !== 'update')) continue;
    const then = { ...now, ...(operation === 'update' && cellsOf(before)) };
    const isOver = now.deleted_at_ms !== null || isClosed(now.stage as Stage);
    const wouldRun = operation === 'delete' || now.deleted_at_ms === null;
    if (!isOver || !wouldRun || isClosed(then.stage as Stage)) continue;
    if (openOrderBeside(db, then) !== undefined)
      return { table, id, field: 'stage', laterAction: null, laterAtMs: null };
  }
  return undefined;
}

/** The latest change that stands and was built on the target, or wrote its rows again. */
function obstacleOf(
  { db, changes }: Backend,
  stack: UndoStack,
  target: ChangeRow,
  events?: readonly ChangedRow[],
): ChangeRow | undefined {
  const later = stack.undo.filter(({ seq }) => seq > target.seq);
  if (later.length === 0) return undefined;
  const dependants = dependantsOf(db, target, events ?? eventsOfChange(db, target.id), changes.seatId);
  return later.findLast(({ id }) => dependants.has(id));
}

function inTheWay([event]: readonly ChangedRow[], later: ChangeRow): AppError<'UNDO_CONFLICT'> {
  const row = { table: event?.row_table ?? '', id: event?.row_id ?? '', field: '' };
  return new AppError('UNDO_CONFLICT', { ...row, laterAction: later.action, laterAtMs: later.at_ms });
}
