import type { Db } from './open.ts';
import { statement } from './statement.ts';

interface Kept {
  readonly stamp: string;
  readonly answers: Map<string, readonly unknown[]>;
}
const keptByDb = new WeakMap<Db, Kept>();

/**
 * The first row that a statement gives, kept until something is written by this connection or another: for sums over
 * a whole filter, which every page of a list asks for again.
 */
export function keptUntilWritten<Values extends object, Answer>(
  db: Db,
  sql: string,
  values: Values,
): Answer | undefined {
  return allKeptUntilWritten<Values, Answer>(db, sql, values)[0];
}

/** The same of all rows: for sums by groups. */
export function allKeptUntilWritten<Values extends object, Answer>(
  db: Db,
  sql: string,
  values: Values,
): readonly Answer[] {
  const { answers } = keptOf(db);
  const key = sql + JSON.stringify(values);
  const known = answers.get(key);
  if (known !== undefined) return known as readonly Answer[];
  const found = statement<[Values], Answer>(db, sql).all(values);
  answers.set(key, found);
  return found;
}

function keptOf(db: Db): Kept {
  // What this connection has written, and whether another one has.
  const own = statement<[], { n: number }>(db, 'SELECT total_changes() AS n').get()?.n ?? 0;
  const stamp = `${own} ${db.pragma('data_version', { simple: true }) as number}`;
  const kept = keptByDb.get(db);
  if (kept?.stamp === stamp) return kept;
  const fresh: Kept = { stamp, answers: new Map() };
  keptByDb.set(db, fresh);
  return fresh;
}
