import type { Db } from './open.ts';

const key = 'derived_made_by';

/** What made the derived rows: the program's version and the rules. Undefined in a database that has none yet. */
export function readMadeBy(db: Db): string | undefined {
  return db.prepare<[string], { value: string }>('SELECT value FROM local_settings WHERE id = ?').get(key)
    ?.value;
}

export function writeMadeBy(db: Db, madeBy: string): void {
  db.prepare(
    `INSERT INTO local_settings (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value`,
  ).run(key, madeBy);
}
