import { databaseFile } from '#backend/backend.ts';
import type { Backend } from '#backend/backend.ts';
import { openDatabase } from '#backend/db/open.ts';
import { beginReading } from './queries.ts';

/** The data as it was at one moment, for as long as it is read; what is written meanwhile is not seen. */
export interface DataView {
  readonly backend: Backend;
  end(): void;
}

/** Opens a view by a connection of its own that can't write. Throws what `openDatabase` throws. */
export function viewOf(backend: Backend): DataView {
  const db = openDatabase({ file: databaseFile(backend.dataFolder), readonly: true });
  try {
    beginReading(db);
    return { backend: { ...backend, db }, end: () => db.close() };
  } catch (error) {
    db.close();
    throw error;
  }
}
