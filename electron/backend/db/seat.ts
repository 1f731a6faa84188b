import { uuidv7 } from 'uuidv7';
import type { Db } from './open.ts';

/** Gives a new database its seat. The letter stands in human numbers, so that two seats never make the same one. */
export function ensureSeat(db: Db, nowMs: number): void {
  const known = db.prepare('SELECT id FROM seat').get();
  if (known === undefined) replaceSeat(db, nowMs);
}

/** A restored or copied file gets a seat of its own before its first write: two copies must never share a chain. */
export function replaceSeat(db: Db, nowMs: number): void {
  const letters = db
    .prepare<[], { letter: string }>('SELECT letter FROM seat')
    .all()
    .map((row) => row.letter);
  db.transaction(() => {
    db.prepare('DELETE FROM seat').run();
    db.prepare('INSERT INTO seat (id, letter, created_at_ms) VALUES (?, ?, ?)').run(
      uuidv7(),
      nextLetter(letters[0]),
      nowMs,
    );
  }).immediate();
}

function nextLetter(letter: string | undefined): string {
  if (letter === undefined) return 'A';
  return letter >= 'Z' ? 'A' : String.fromCharCode(letter.charCodeAt(0) + 1);
}
