import type { Db } from '#backend/db/open.ts';
import { writeMergingOfDeleted } from './queries.ts';

/** In percent: parts of the index of which so much is thrown away are written anew. As SQLite has it. */
const usual = 10;

/**
 * While thousands of rows leave the index it would be written anew for every tenth of them, half a second each time. This
 * puts it off until what it gives is called; from then on small changes do a little of it each.
 */
export function putOffMerging(db: Db): () => void {
  write(db, 0);
  return () => write(db, usual);
}

/** The index is right either way: a full disk says so where something is lost by it. */
function write(db: Db, percent: number): void {
  try {
    writeMergingOfDeleted(db, percent);
  } catch (error) {
    console.error('merging of the index:', error);
  }
}
