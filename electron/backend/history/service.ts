import { setImmediate as otherCalls } from 'node:timers/promises';
import { AppError } from '#shared/contract/errors.ts';
import type { HistoryEntry } from '#shared/contract/history.ts';
import type { Backend } from '#backend/backend.ts';
import { chainStart, eventHash } from '#backend/db/chain.ts';
import type { Cell, Change } from '#backend/db/change.ts';
import {
  chainHead,
  countEvents,
  countEventsOfAccount,
  eventsInChain,
  eventsOfChange,
  listEvents,
  recentChanges,
  rowOf,
} from './queries.ts';
import type { EventFilter, EventRow } from './queries.ts';
import { undoStackOf } from './undo-stack.ts';

/** How far back Undo reaches, in changes. */
const undoReach = 500;

export function readHistory(backend: Backend, filter: EventFilter): HistoryEntry[] {
  return listEvents(backend.db, filter).map(entryOf);
}

export function historyCount(backend: Backend, clientId: string): number {
  return countEvents(backend.db, clientId);
}

/** Entries about an account, its applications and their fees. */
export function accountHistoryCount(backend: Backend, accountId: string): number {
  return countEventsOfAccount(backend.db, accountId);
}

/** Hash of this seat's newest event (64 hex characters), as printed on every PDF. */
export function readChainHead(backend: Backend): string {
  return chainHead(backend.db, backend.changes.seatId) ?? chainStart;
}

export interface UndoResult {
  readonly changeId: string | null;
  /** Name of the action that was taken back or done again. */
  readonly action: string;
}

/** Takes back this seat's latest change. Throws AppError NOTHING_TO_UNDO or UNDO_CONFLICT; nothing happens then. */
export function undo(backend: Backend): UndoResult {
  return revert(backend, 'undo');
}

/** Does again what was undone last. Throws as `undo` does. */
export function redo(backend: Backend): UndoResult {
  return revert(backend, 'redo');
}

function revert(backend: Backend, side: 'undo' | 'redo'): UndoResult {
  const stack = undoStackOf(recentChanges(backend.db, backend.changes.seatId, undoReach));
  const target = stack[side].at(-1);
  if (target === undefined) throw new AppError('NOTHING_TO_UNDO', {});
  const events = eventsOfChange(backend.db, target.id).reverse();
  const { changeId } = backend.changes.record(
    target.action,
    (change) => {
      for (const event of events) revertEvent(backend, change, event);
    },
    target.id,
  );
  return { changeId, action: target.action };
}

function revertEvent(backend: Backend, change: Change, event: EventRow): void {
  const { row_table: table, row_id: id } = event;
  switch (event.operation) {
    case 'insert':
    case 'restore':
      if (!change.remove(table, id))
        throw new AppError('UNDO_CONFLICT', { table, id, field: 'deleted_at_ms' });
      return;
    case 'delete':
      restoreRow(change, event);
      return;
    case 'update': {
      const before = parse(event.before) ?? {};
      const after = parse(event.after) ?? {};
      const now = rowOf(backend.db, table, id) ?? {};
      const moved = Object.keys(after).find((name) => (now[name] ?? null) !== after[name]);
      if (moved !== undefined) throw new AppError('UNDO_CONFLICT', { table, id, field: moved });
      change.update(table, id, before);
    }
  }
}

function restoreRow(change: Change, { row_table: table, row_id: id }: EventRow): void {
  try {
    change.restore(table, id);
  } catch (error) {
    // Something new has taken the place, e.g. a client with the same credit code.
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE') {
      throw new AppError('UNDO_CONFLICT', { table, id, field: 'deleted_at_ms' }, { cause: error });
    }
    throw error;
  }
}

export interface ChainCheck {
  readonly events: number;
  readonly head: string;
  /** The first event that does not fit its chain; null when all do. */
  readonly brokenAt: string | null;
}

/** Events checked at a time: some ten milliseconds, between which other calls get their turn. */
const checkedAtOnce = 1000;

/**
 * Checks every hash: an edited, removed or moved event is located. Throws AppError CANCELLED when the signal is
 * aborted.
 */
export async function verifyChain({ db }: Pick<Backend, 'db'>, signal?: AbortSignal): Promise<ChainCheck> {
  let events = 0;
  let head = chainStart;
  let last = { seatId: '', seq: 0 };
  for (;;) {
    const next = eventsInChain(db, last, checkedAtOnce);
    for (const event of next) {
      if (event.seat_id !== last.seatId) [last, head] = [{ seatId: event.seat_id, seq: 0 }, chainStart];
      events += 1;
      const fits =
        event.seq === last.seq + 1 && event.prev_hash === head && event.hash === eventHash(head, event);
      if (!fits) return { events, head, brokenAt: event.id };
      [last, head] = [{ seatId: event.seat_id, seq: event.seq }, event.hash];
    }
    if (next.length < checkedAtOnce) return { events, head, brokenAt: null };
    await otherCalls();
    if (signal?.aborted === true) throw new AppError('CANCELLED', {});
  }
}

function entryOf(event: EventRow): HistoryEntry {
  return {
    id: event.id,
    changeId: event.change_id,
    action: event.action,
    actorName: event.actor_name,
    atMs: event.at_ms,
    table: event.row_table,
    rowId: event.row_id,
    operation: event.operation,
    before: parse(event.before),
    after: parse(event.after),
  };
}

function parse(json: string | null): Record<string, Cell> | null {
  return json === null ? null : (JSON.parse(json) as Record<string, Cell>);
}
