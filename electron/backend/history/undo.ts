import { AppError } from '#shared/contract/errors.ts';
import type { AppErrorData } from '#shared/contract/errors.ts';
import { eachInSteps, inOneGo } from '#shared/domain/in-steps.ts';
import type { InSteps } from '#shared/domain/in-steps.ts';
import { isClosed } from '#shared/domain/application.ts';
import type { Stage } from '#shared/domain/application.ts';
import type { Reverted } from '#shared/contract/history.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import type { Backend } from '#backend/backend.ts';
import { dependantsOf, staysInUse } from './later/dependants.ts';
import type { Db } from '#backend/db/open.ts';
import { aboutOf } from './about.ts';
import { eventsInSteps } from './events-in-steps.ts';
import { eventsOfChange, openOrderBeside, recentChanges, rowOf } from './queries.ts';
import type { ChangeRow, ChangedRow } from './queries.ts';
import { undisturbed } from '#backend/in-turns.ts';
import { finished } from '#backend/work.ts';
import { writeInParts } from './in-parts.ts';
import { cellsOf, revertEvent } from './revert-event.ts';
import { takeTurn } from './turn.ts';
import { isFinal, isUnattended, standingOf, undoStackOf } from './undo-stack.ts';
import type { UndoStack } from './undo-stack.ts';
import { whenWritten } from './when-written.ts';

/** How far back Undo reaches, in changes. */
const undoReach = 500;

/**
 * Takes back this seat's latest change, or with an id that one, from the middle too as long as nothing that was done
 * since builds on it. Throws AppError NOTHING_TO_UNDO (also when it has been taken back already), CANCELLED,
 * CHANGE_UNDER_WAY (longer than a key can wait), UNDO_IMPOSSIBLE (it is for good), or UNDO_CONFLICT with the latest change that stands in the way; nothing happens then.
 */
export async function* undo(backend: Backend, changeId?: string, signal?: AbortSignal): Reverting {
  const meant = latestOfNow(backend);
  const isInItsWay = (unfinishedId: string): boolean =>
    touches(backend, changeId ?? meant(undefined), unfinishedId);
  const turn = takeTurn(backend);
  let looked: Looked;
  try {
    await turn.come();
    refuseCancelled(signal);
    const awaitedId = yield* whenWritten(backend, isInItsWay, signal);
    const meantId = changeId ?? meant(awaitedId);
    const look = (id: string | undefined): Promise<LookedBehind> =>
      undisturbed(backend, () => lookBehind(backend, id), signal);
    const found = await look(meantId);
    const { obstacle, ...rest } = changeId === undefined ? await passingOver(found, meant, look) : found;
    if (obstacle !== undefined) throw inTheWay(rest.events, obstacle);
    looked = rest;
  } finally {
    turn.pass();
  }
  yield* revert(backend, looked, signal);
}

/**
 * Does again what was undone last. Whatever was undone since has been done again by then, so that the rows are as the
 * undo left them. Throws as `undo` does, and REDO_ENDED where a change since has ended what could have been done again.
 */
export async function* redo(backend: Backend, signal?: AbortSignal): Reverting {
  const turn = takeTurn(backend);
  let looked: Looked;
  try {
    await turn.come();
    refuseCancelled(signal);
    yield* whenWritten(backend, () => true, signal);
    const meant = stackOf(backend).redo.findLast((change) => !isFinal(change));
    const looking = () => {
      const { redo: again, redoEndedBy: end } = stackOf(backend);
      const target = again.find(({ id }) => id === meant?.id);
      if (target === undefined && end !== undefined)
        throw new AppError('REDO_ENDED', { action: end.action, atMs: end.at_ms });
      return lookAt(backend, target);
    };
    looked = await undisturbed(backend, looking, signal);
  } finally {
    turn.pass();
  }
  yield* revert(backend, looked, signal);
}

/**
 * What a key that is pressed now means, once its turn has come: the latest change that stands then and was there, or under
 * way, when it was pressed, or that was done again since; not what was written while the key waited.
 */
function latestOfNow(backend: Backend): Meant {
  const pressedSeq = recentChanges(backend.db, backend.changes.seatId, 1).at(-1)?.seq ?? 0;
  const underWay = backend.changes.underWay();
  return (awaitedId, passed) =>
    awaitedId !== undefined && (awaitedId === underWay?.changeId || awaitedId === underWay?.undoes)
      ? awaitedId
      : stackOf(backend).undo.findLast(
          (change) =>
            !isFinal(change) &&
            !isUnattended(change) &&
            passed?.has(change.id) !== true &&
            (change.seq <= pressedSeq || change.depth > 0),
        )?.id;
}

type Meant = (awaitedId: string | undefined, passed?: ReadonlySet<string>) => string | undefined;

/** What is for good stands for ever in the way of what it was built on, and of what that was built on: the key passes over them. */
async function passingOver(
  first: LookedBehind,
  meant: Meant,
  look: (id: string | undefined) => Promise<LookedBehind>,
): Promise<LookedBehind> {
  const passed = new Set<string>();
  let found = first;
  while (found.obstacle !== undefined && (isFinal(found.obstacle) || passed.has(found.obstacle.id))) {
    passed.add(found.target.id);
    found = await look(meant(undefined, passed));
  }
  return found;
}

function refuseCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('CANCELLED', {});
}

/** What would be taken back, and where a second order would come of it. */
interface Looked {
  readonly target: ChangeRow;
  readonly events: readonly ChangedRow[];
  readonly second: SecondOrder | undefined;
}

function* lookAt(backend: Backend, target: ChangeRow | undefined): InSteps<Looked> {
  if (target === undefined) throw new AppError('NOTHING_TO_UNDO', {});
  if (isFinal(target)) throw new AppError('UNDO_IMPOSSIBLE', { action: target.action });
  const events = yield* eventsInSteps(backend.db, target.id);
  return { target, events, second: yield* secondOrder(backend.db, events) };
}

type LookedBehind = Looked & { readonly obstacle: ChangeRow | undefined };

/** The same of a change that others may have been built on since: `obstacle` is the latest of them. */
function* lookBehind(backend: Backend, changeId: string | undefined): InSteps<LookedBehind> {
  const stack = stackOf(backend);
  const looked = yield* lookAt(backend, standingOf(stack, changeId));
  return { ...looked, obstacle: yield* obstacleOf(backend, stack, looked) };
}

/** Whether what an undo would take back is long itself, or an unfinished change has built on it. */
function touches(backend: Backend, changeId: string | undefined, unfinishedId: string): boolean {
  const { db, changes } = backend;
  const target = standingOf(stackOf(backend), changeId);
  if (target === undefined) return false;
  const events = eventsOfChange(db, target.id, 0, eventsInOneGo + 1);
  const dependants = () => inOneGo(dependantsOf(db, target, events, changes.seatId));
  return events.length > eventsInOneGo || dependants().has(unfinishedId);
}

type Reverting = AsyncGenerator<WorkStep<Reverted>>;

/** Those of the changes that stand and that `undo` would take back now, as far as later changes decide it. */
export const takeableOf = (
  backend: Backend,
  changeIds: readonly string[],
  signal?: AbortSignal,
): Promise<string[]> => undisturbed(backend, () => takeableInSteps(backend, changeIds), signal);

function* takeableInSteps(backend: Backend, changeIds: readonly string[]): InSteps<string[]> {
  const takeable: string[] = [];
  const asked = stackOf(backend).undo.filter((change) => changeIds.includes(change.id) && !isFinal(change));
  for (const { id } of asked) {
    const { obstacle, second } = yield* lookBehind(backend, id);
    if (obstacle === undefined && second === undefined) takeable.push(id);
    yield;
  }
  return takeable;
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
  { target, events, second }: Looked,
  signal: AbortSignal | undefined,
): Reverting {
  const { db } = backend;
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

type SecondOrder = AppErrorData<'UNDO_CONFLICT'>;

/** One account has one order of a kind under way: the place where taking the events back would make a second one. */
function* secondOrder(db: Db, events: readonly ChangedRow[]): InSteps<SecondOrder | undefined> {
  let found: SecondOrder | undefined;
  yield* eachInSteps(events, (event) => (found ??= makesSecondOrder(db, event)));
  return found;
}

function makesSecondOrder(
  db: Db,
  { row_table: table, row_id: id, operation, before }: ChangedRow,
): SecondOrder | undefined {
  if (table !== 'applications' || (operation !== 'delete' && operation !== 'update')) return undefined;
  const now = rowOf(db, table, id);
  if (now === undefined) return undefined;
  const then = { ...now, ...(operation === 'update' && cellsOf(before)) };
  const isOver = now.deleted_at_ms !== null || isClosed(now.stage as Stage);
  const wouldRun = operation === 'delete' || now.deleted_at_ms === null;
  if (!isOver || !wouldRun || isClosed(then.stage as Stage)) return undefined;
  if (openOrderBeside(db, then) === undefined) return undefined;
  return { table, id, field: 'stage', laterAction: null, laterAtMs: null };
}

/** The latest change that stands and was built on the target, or wrote its rows again. */
function* obstacleOf(
  { db, changes }: Backend,
  stack: UndoStack,
  { target, events }: Looked,
): InSteps<ChangeRow | undefined> {
  const later = stack.undo.filter(({ seq }) => seq > target.seq);
  if (later.length === 0) return undefined;
  const dependants = yield* dependantsOf(db, target, events, changes.seatId);
  return later.findLast(({ id }) => dependants.has(id));
}

function inTheWay([event]: readonly ChangedRow[], later: ChangeRow): AppError<'UNDO_CONFLICT'> {
  const row = { table: event?.row_table ?? '', id: event?.row_id ?? '', field: '' };
  return new AppError('UNDO_CONFLICT', { ...row, laterAction: later.action, laterAtMs: later.at_ms });
}
