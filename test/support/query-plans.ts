import { vi } from 'vitest';
import type { Db } from '#backend/db/open.ts';

export interface QueryPlan {
  readonly sql: string;
  /** One line a step, as EXPLAIN QUERY PLAN says it. */
  readonly steps: readonly string[];
}

/** The plans of every SELECT that `run` prepares, all parameters unknown. */
export async function plansOf(db: Db, run: () => unknown): Promise<QueryPlan[]> {
  const prepare = vi.spyOn(db, 'prepare');
  try {
    await run();
    const texts = [...new Set(prepare.mock.calls.map(([sql]) => sql))].filter((sql) =>
      sql.trimStart().startsWith('SELECT'),
    );
    prepare.mockRestore();
    return texts.map((sql) => ({ sql, steps: explain(db, sql) }));
  } finally {
    prepare.mockRestore();
  }
}

function explain(db: Db, sql: string): string[] {
  const named = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, null]);
  const places = [...sql.matchAll(/\?/g)].map(() => null);
  const values: unknown[] = named.length > 0 ? [Object.fromEntries(named)] : places;
  const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
  return rows.map((row) => row.detail);
}
