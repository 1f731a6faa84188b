import { uuidv7 } from 'uuidv7';
import { chainStart, eventHash } from './chain.ts';
import type { LoggedEntry } from './change.ts';
import type { Db } from './open.ts';

/** What every event of a change carries. */
export interface ChangeHead {
  readonly seatId: string;
  readonly changeId: string;
  readonly action: string;
  readonly actorId: string | null;
  readonly atMs: number;
  readonly undoes: string | undefined;
}

/**
 * Appends events to this seat's chain; the change itself is written with its first event, unless an earlier part of it
 * (`isBegun`) has.
 */
export function createEventLog(db: Db, head: ChangeHead, isBegun: boolean): (entry: LoggedEntry) => void {
  const last = db
    .prepare<[string], { seq: number; hash: string }>(
      'SELECT seq, hash FROM events WHERE seat_id = ? ORDER BY seq DESC LIMIT 1',
    )
    .get(head.seatId);
  const insert = db.prepare(
    `INSERT INTO events (id, seat_id, seq, change_id, action, actor_id, at_ms, row_table, row_id, client_id, operation,
       before, after, prev_hash, hash)
     VALUES (@id, @seat_id, @seq, @change_id, @action, @actor_id, @at_ms, @row_table, @row_id, @client_id, @operation,
       @before, @after, @prev_hash, @hash)`,
  );
  let seq = last?.seq ?? 0;
  let prevHash = last?.hash ?? chainStart;
  let begun = isBegun;
  return (entry) => {
    seq += 1;
    if (!begun) insertChange(db, head, seq);
    begun = true;
    const event = {
      id: uuidv7(),
      seat_id: head.seatId,
      seq,
      change_id: head.changeId,
      action: head.action,
      actor_id: head.actorId,
      at_ms: head.atMs,
      row_table: entry.table,
      row_id: entry.id,
      client_id: entry.clientId,
      operation: entry.operation,
      before: entry.before === null ? null : JSON.stringify(entry.before),
      after: entry.after === null ? null : JSON.stringify(entry.after),
    };
    const hash = eventHash(prevHash, event);
    insert.run({ ...event, prev_hash: prevHash, hash });
    prevHash = hash;
  };
}

function insertChange(db: Db, head: ChangeHead, seq: number): void {
  db.prepare(
    `INSERT INTO changes (id, seat_id, seq, action, actor_id, at_ms, undoes_change_id)
     VALUES (@id, @seatId, @seq, @action, @actorId, @atMs, @undoes)`,
  ).run({ ...head, id: head.changeId, seq, undoes: head.undoes ?? null });
}
