import type { Db } from './open.ts';

type Statement = ReturnType<Db['prepare']>;
const kept = new WeakMap<Db, Map<string, Statement>>();

/** `db.prepare`, compiled once per connection: for queries that run once a client over ten thousand clients. */
export function statement<P extends unknown[], R>(db: Db, sql: string) {
  const known = kept.get(db) ?? new Map<string, Statement>();
  kept.set(db, known);
  const made = known.get(sql) ?? db.prepare(sql);
  known.set(sql, made);
  return made as ReturnType<typeof db.prepare<P, R>>;
}
