import { uuidv7 } from 'uuidv7';
import { AppError } from '#shared/contract/errors.ts';
import type { Clock } from '#backend/clock.ts';
import { createEventLog } from './event-log.ts';
import type { ChangeHead } from './event-log.ts';
import { committedInPassing } from './open.ts';
import type { Db } from './open.ts';
import { createRowWriter } from './row-writer.ts';
import type { RowWriter } from './row-writer.ts';
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
  /** Returns false when the row was not deleted, or what it told of was destroyed or erased, which is for good. */
  restore(table: SharedTable, id: string): boolean;
}

/** Keeps derived rows right, inside the transaction of the change that moves them. */
export type Derivation = (touched: readonly Touched[], atMs: number) => void;

export interface ChangeResult<T> {
  /** Null when nothing was different, so nothing was recorded. */
  readonly changeId: string | null;
  readonly result: T;
}

/** A change of many rows, written in parts that other calls may come between. */
export interface LongChange {
  readonly changeId: string;
  /**
   * Writes one part as one transaction; when `work` throws, nothing of that part has happened. It lasts from the next
   * commit outside of the parts on, which whoever ends the change has to make.
   */
  write<T>(work: (change: Change) => T): T;
  /** No part follows. Returns false when nothing was different, so that nothing was recorded. */
  end(): boolean;
}

/** Hears what was written. `isPart`: more of the same change may follow; an empty last call says that none does. */
export type CommitListener = (touched: readonly Touched[], changeId: string, isPart: boolean) => void;

export interface UnderWay {
  readonly changeId: string;
  readonly action: string;
  /** The change that it takes back. */
  readonly undoes: string | undefined;
}

export interface ChangeRecorder {
  readonly seatId: string;
  /** Runs one use case as one transaction; when `work` throws, nothing has happened. */
  record<T>(action: string, work: (change: Change) => T, undoes?: string): ChangeResult<T>;
  /** Begins a change in parts. Throws AppError CHANGE_UNDER_WAY while another one is. */
  begin(action: string, undoes?: string): LongChange;
  /** The change in parts that is under way, if one is. */
  underWay(): UnderWay | null;
  addDerivation(derivation: Derivation): void;
  /** Returns a function that ends the listening. */
  onCommit(listener: CommitListener): () => void;
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
  const listeners = new Set<CommitListener>();
  const failureListeners: (() => void)[] = [];
  const rows = createRowWriter(db);
  let underWay: UnderWay | null = null;

  const headOf = (action: string, undoes: string | undefined): ChangeHead => ({
    ...{ seatId, changeId: uuidv7(), action, actorId: actorId(), atMs: clock.nowMs(), undoes },
  });

  function write<T>(head: ChangeHead, isBegun: boolean, work: (change: Change) => T) {
    const { atMs } = head;
    const touched: Touched[] = [];
    const commit = db.transaction((): T => {
      const log = createEventLog(db, head, isBegun);
      const result = work(
        createChange(rows, atMs, (entry) => {
          touched.push({ table: entry.table, id: entry.id, clientId: entry.clientId });
          log(entry);
        }),
      );
      if (touched.length > 0) for (const derive of derivations) derive(touched, atMs);
      return result;
    });
    return { touched, result: committed(() => commit.immediate(), failureListeners) };
  }

  function record<T>(action: string, work: (change: Change) => T, undoes?: string): ChangeResult<T> {
    const head = headOf(action, undoes);
    const { touched, result } = write(head, false, work);
    if (touched.length === 0) return { changeId: null, result };
    for (const listener of listeners) listener(touched, head.changeId, false);
    return { changeId: head.changeId, result };
  }

  function begin(action: string, undoes?: string): LongChange {
    if (underWay !== null) throw new AppError('CHANGE_UNDER_WAY', { action: underWay.action });
    const head = headOf(action, undoes);
    underWay = { changeId: head.changeId, action, undoes };
    let isBegun = false;
    return {
      changeId: head.changeId,
      write(work) {
        const { touched, result } = committedInPassing(db, () => write(head, isBegun, work));
        if (touched.length === 0) return result;
        isBegun = true;
        for (const listener of listeners) listener(touched, head.changeId, true);
        return result;
      },
      end() {
        underWay = null;
        if (isBegun) for (const listener of listeners) listener([], head.changeId, false);
        return isBegun;
      },
    };
  }

  return {
    seatId,
    record,
    begin,
    underWay: () => underWay,
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

/** What a change did to one row. */
export interface LoggedEntry extends Touched {
  readonly operation: Operation;
  readonly before: Row | null;
  readonly after: Row | null;
}

function createChange(rows: RowWriter, atMs: number, log: (entry: LoggedEntry) => void): Change {
  const current = (table: SharedTable, id: string): Row => {
    const row = rows.read(table, id);
    if (row === undefined) throw new AppError('NOT_FOUND', { what: table, id });
    return row;
  };
  const mark = (table: SharedTable, id: string, deleted: boolean): boolean => {
    const row = current(table, id);
    if ((row.deleted_at_ms !== null) === deleted) return false;
    if (!deleted && (row.destroyed_at_ms ?? row.erasure_id ?? null) !== null) return false;
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
