import type { Db } from './open.ts';

const key = 'unfinished_change';

/** The change in parts that was begun and neither finished nor taken back; found at the start, it was cut off. */
export function readUnfinished(db: Db): string | undefined {
  return db.prepare<[string], { value: string }>('SELECT value FROM local_settings WHERE id = ?').get(key)
    ?.value;
}

/** Noted in the transaction of the first part, so that the one is there with the other. */
export function noteUnfinished(db: Db, changeId: string): void {
  db.prepare('INSERT OR IGNORE INTO local_settings (id, value) VALUES (?, ?)').run(key, changeId);
}

/** Its commit is the one that makes all parts last. */
export function clearUnfinished(db: Db): void {
  db.prepare('DELETE FROM local_settings WHERE id = ?').run(key);
}
