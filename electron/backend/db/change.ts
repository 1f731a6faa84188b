import { uuidv7 } from 'uuidv7';
import { AppError } from '#shared/contract/errors.ts';
import type { Clock } from '#backend/clock.ts';
import { chainStart, eventHash } from './chain.ts';
import type { Db } from './open.ts';
import { clientPaths } from './tables.ts';
import type { SharedTable } from './tables.ts';

export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;
type Operation = 'insert' | 'update' | 'delete' | 'restore';

/** A shared row that a change has written. */
export interface Touched {
  readonly table: SharedTable;
  readonly id: string;
  readonly clientId: string | null;
}

/** Writes shared rows. Every call also writes an event, so that the history can't be forgotten. */
export interface Change {
  readonly atMs: number;
  /** Inserts a row; `id` may be given, else it is made. Returns the id. */
  insert(table: SharedTable, row: Row): string;
  /** Writes the columns that differ. Returns false when none does. */
  update(table: SharedTable, id: string, columns: Row): boolean;
  /** Marks the row as deleted. Returns false when it was already. */
  remove(table: SharedTable, id: string): boolean;
  restore(table: SharedTable, id: string): boolean;
}

/** Keeps derived rows right, inside the transaction of the change that moves them. */
export type Derivation = (touched: readonly Touched[], atMs: number) => void;

export interface ChangeResult<T> {
  /** Null when nothing was different, so nothing was recorded. */
  readonly changeId: string | null;
  readonly result: T;
}

export interface ChangeRecorder {
  readonly seatId: string;
  /** Runs one use case as one transaction; when `work` throws, nothing has happened. */
  record<T>(action: string, work: (change: Change) => T, undoes?: string): ChangeResult<T>;
  addDerivation(derivation: Derivation): void;
  /** Returns a function that ends the listening. */
  onCommit(listener: (touched: readonly Touched[], changeId: string) => void): () => void;
  /** Called when a change was given up: what was read from its rows meanwhile is void. */
  onFailure(listener: () => void): void;
}

interface RecorderOptions {
  readonly db: Db;
  readonly clock: Clock;
  /** The consultant at this computer, if it is known. */
  readonly actorId: () => string | null;
}

function seatOf(db: Db): string {
  const seat = db.prepare<[], { id: string }>('SELECT id FROM seat').get();
  if (seat === undefined) throw new Error('the database has no seat');
  return seat.id;
}

const stamps = new Set(['created_at_ms', 'updated_at_ms', 'deleted_at_ms']);

export function createChangeRecorder({ db, clock, actorId }: RecorderOptions): ChangeRecorder {
  const seatId = seatOf(db);
  const derivations: Derivation[] = [];
  const listeners = new Set<(touched: readonly Touched[], changeId: string) => void>();
  const failureListeners: (() => void)[] = [];
  const rows = createRowWriter(db);

  function record<T>(action: string, work: (change: Change) => T, undoes?: string): ChangeResult<T> {
    const atMs = clock.nowMs();
    const touched: Touched[] = [];
    const changeId = uuidv7();
    const commit = db.transaction((): T => {
      const log = createEventLog(db, { seatId, changeId, action, actorId: actorId(), atMs, undoes });
      const result = work(
        createChange(rows, atMs, (entry) => {
          touched.push({ table: entry.table, id: entry.id, clientId: entry.clientId });
          log(entry);
        }),
      );
      if (touched.length > 0) for (const derive of derivations) derive(touched, atMs);
      return result;
    });
    const result = committed(() => commit.immediate(), failureListeners);
    if (touched.length === 0) return { changeId: null, result };
    for (const listener of listeners) listener(touched, changeId);
    return { changeId, result };
  }

  return {
    seatId,
    record,
    addDerivation: (derivation) => void derivations.push(derivation),
    onCommit(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onFailure: (listener) => void failureListeners.push(listener),
  };
}

function committed<T>(commit: () => T, onFailure: readonly (() => void)[]): T {
  try {
    return commit();
  } catch (error) {
    for (const listener of onFailure) listener();
    throw error;
  }
}

interface Entry extends Touched {
  readonly operation: Operation;
  readonly before: Row | null;
  readonly after: Row | null;
}

function createChange(rows: RowWriter, atMs: number, log: (entry: Entry) => void): Change {
  const current = (table: SharedTable, id: string): Row => {
    const row = rows.read(table, id);
    if (row === undefined) throw new AppError('NOT_FOUND', { what: table, id });
    return row;
  };
  const mark = (table: SharedTable, id: string, deleted: boolean): boolean => {
    const row = current(table, id);
    if ((row.deleted_at_ms !== null) === deleted) return false;
    rows.update(table, id, { deleted_at_ms: deleted ? atMs : null, updated_at_ms: atMs });
    const operation = deleted ? 'delete' : 'restore';
    log({ table, id, clientId: rows.clientOf(table, row), operation, before: null, after: null });
    return true;
  };
  return {
    atMs,
    insert(table, columns) {
      const id = typeof columns.id === 'string' ? columns.id : uuidv7();
      const row: Row = { created_at_ms: atMs, updated_at_ms: atMs, ...columns, id };
      rows.insert(table, row);
      const after = Object.fromEntries(
        Object.entries(row).filter(([name, v]) => v !== null && !stamps.has(name)),
      );
      log({ table, id, clientId: rows.clientOf(table, row), operation: 'insert', before: null, after });
      return id;
    },
    update(table, id, columns) {
      const row = current(table, id);
      const names = Object.keys(columns).filter((name) => columns[name] !== row[name]);
      if (names.length === 0) return false;
      const pick = (from: Row) => Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
      const after = pick(columns);
      rows.update(table, id, { ...after, updated_at_ms: atMs });
      const clientId = rows.clientOf(table, { ...row, ...after });
      log({ table, id, clientId, operation: 'update', before: pick(row), after });
      return true;
    },
    remove: (table, id) => mark(table, id, true),
    restore: (table, id) => mark(table, id, false),
  };
}

interface RowWriter {
  read(table: SharedTable, id: string): Row | undefined;
  insert(table: SharedTable, row: Row): void;
  update(table: SharedTable, id: string, columns: Row): void;
  clientOf(table: SharedTable, row: Row): string | null;
}

/** Statements are made from column names of our own code, never from input, and kept. */
function createRowWriter(db: Db): RowWriter {
  const statements = new Map<string, ReturnType<Db['prepare']>>();
  const prepared = (sql: string) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = db.prepare(sql);
    statements.set(sql, made);
    return made;
  };
  const read = (table: SharedTable, id: string) =>
    prepared(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Row | undefined;

  function clientOf(table: SharedTable, row: Row): string | null {
    const path = clientPaths[table];
    switch (path.by) {
      case 'self':
        return String(row.id);
      case 'column':
        return row.client_id === null || row.client_id === undefined ? null : String(row.client_id);
      case 'none':
        return null;
      case 'parent': {
        const up = read(path.table, String(row[path.column]));
        return up === undefined ? null : clientOf(path.table, up);
      }
    }
  }

  return {
    read,
    clientOf,
    insert(table, row) {
      const names = Object.keys(row);
      const places = names.map((name) => `@${name}`);
      prepared(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`).run(row);
    },
    update(table, id, columns) {
      const pairs = Object.keys(columns).map((name) => `${name} = @${name}`);
      prepared(`UPDATE ${table} SET ${pairs.join(', ')} WHERE id = @id`).run({ ...columns, id });
    },
  };
}

interface ChangeHead {
  readonly seatId: string;
  readonly changeId: string;
  readonly action: string;
  readonly actorId: string | null;
  readonly atMs: number;
  readonly undoes: string | undefined;
}

/** Appends events to this seat's chain; the change itself is written with its first event. */
function createEventLog(db: Db, head: ChangeHead): (entry: Entry) => void {
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
  let begun = false;
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
