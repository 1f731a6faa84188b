import type { Db } from './open.ts';

/**
 * What the derived rows were made from, apart from the shared rows. `derived_made_by`: the program's version and the
 * rules; `derived_on`: the day (YYYY-MM-DD); `derived_windows`: the terms of the annual reviews; `files_indexed_as`: the
 * form of the index of what files say.
 */
type Origin = 'derived_made_by' | 'derived_on' | 'derived_windows' | 'files_indexed_as';

/** Undefined in a database that has no derived rows yet. */
export function readOrigin(db: Db, origin: Origin): string | undefined {
  return db.prepare<[string], { value: string }>('SELECT value FROM local_settings WHERE id = ?').get(origin)
    ?.value;
}

export function writeOrigin(db: Db, origin: Origin, value: string): void {
  db.prepare(
    `INSERT INTO local_settings (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value`,
  ).run(origin, value);
}
