import { inOneGo } from '#shared/domain/in-steps.ts';
import type { InSteps } from '#shared/domain/in-steps.ts';
import type { Backend } from '#backend/backend.ts';
import * as queries from './write-queries.ts';

/**
 * What was erased is still there as bytes: in the indices until their parts are merged, and in the free space of the file.
 * Both are written anew. Gives false, and is tried again at the next start, where the disk has no room for it or
 * somebody else reads the database.
 */
export function* sweeping({ db }: Pick<Backend, 'db'>): InSteps<boolean> {
  try {
    for (const index of ['search_index', 'file_index'] as const) {
      let goesOn = queries.mergeIndex(db, index, true);
      while (goesOn) {
        yield;
        goesOn = queries.mergeIndex(db, index, false);
      }
    }
    yield;
    if (!queries.rewriteDatabase(db)) return false;
    queries.clearUnswept(db);
    return true;
  } catch (error) {
    console.error('sweeping what was erased:', error);
    return false;
  }
}

/** At the start: what was cut off between the erasure and its sweeping. */
export function sweepErased(backend: Pick<Backend, 'db'>): void {
  if (queries.isUnswept(backend.db)) inOneGo(sweeping(backend));
}
