import { setImmediate as otherCalls } from 'node:timers/promises';
import { AppError } from '#shared/contract/errors.ts';
import type { HistoryEntry } from '#shared/contract/history.ts';
import type { Backend } from '#backend/backend.ts';
import { chainStart, emptiedDigest, eventHash } from '#backend/db/chain.ts';
import { chainHead, countEvents, countEventsOfAccount, eventsInChain, listEvents } from './queries.ts';
import type { EventFilter, EventRow } from './queries.ts';
import { cellsOf } from './revert-event.ts';

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
  const erased = createErasedCheck();
  for (;;) {
    const next = eventsInChain(db, last, checkedAtOnce);
    for (const event of next) {
      if (event.seat_id !== last.seatId) [last, head] = [{ seatId: event.seat_id, seq: 0 }, chainStart];
      events += 1;
      const isWhole = event.erasure_id === null ? event.hash === eventHash(head, event) : isEmpty(event);
      const fits = event.seq === last.seq + 1 && event.prev_hash === head && isWhole;
      if (!fits) return { events, head, brokenAt: event.id };
      erased.see(event);
      [last, head] = [{ seatId: event.seat_id, seq: event.seq }, event.hash];
    }
    if (next.length < checkedAtOnce) return { events, head, brokenAt: erased.unvouched() };
    await otherCalls();
    if (signal?.aborted === true) throw new AppError('CANCELLED', {});
  }
}

const isEmpty = ({ before, after }: EventRow): boolean => before === null && after === null;

/** Events whose contents were erased can't be hashed again: the erasure that emptied them has to vouch for just these. */
function createErasedCheck() {
  const emptied = new Map<string, ReturnType<typeof emptiedDigest> & { readonly firstId: string }>();
  const vouched = new Map<string, unknown>();
  return {
    see(event: EventRow): void {
      if (event.row_table === 'erasures' && event.operation === 'insert')
        vouched.set(event.row_id, cellsOf(event.after)?.events_sha256);
      if (event.erasure_id === null) return;
      const known = emptied.get(event.erasure_id) ?? { ...emptiedDigest(), firstId: event.id };
      emptied.set(event.erasure_id, known);
      known.add(event);
    },
    /** The first event that was emptied by no erasure, or otherwise than its erasure says. */
    unvouched(): string | null {
      for (const [id, { firstId, digest }] of emptied) if (vouched.get(id) !== digest()) return firstId;
      return null;
    },
  };
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
    before: cellsOf(event.before),
    after: cellsOf(event.after),
    ...(event.erasure_id !== null && { isErased: true as const }),
  };
}
