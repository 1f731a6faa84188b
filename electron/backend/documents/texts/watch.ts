import type { Backend } from '#backend/backend.ts';
import { createTextReader } from './read-all.ts';

/** Nothing is read while the program starts. */
const afterStartMs = 8000;
/** Papers come in bursts; they are read when the burst is over. */
const settleMs = 800;

interface Waits {
  readonly afterStartMs: number;
  readonly settleMs: number;
}

/**
 * Reads the files that nobody has read: all of them some seconds after the start, then those of papers that are added,
 * restored or imported, whichever way they come. What was not read when the program ends is read at the next start.
 * Returns a function that ends it, after which the database is not touched any more.
 */
export function watchFileTexts(backend: Backend, waits: Waits = { afterStartMs, settleMs }): () => void {
  const ending = new AbortController();
  const reader = createTextReader(backend, ending.signal);
  const touched = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isReading = false;

  const read = async (work: () => Promise<void>): Promise<void> => {
    timer = undefined;
    isReading = true;
    await work().catch((error: unknown) => {
      if (!ending.signal.aborted) console.error('texts of files:', error);
    });
    isReading = false;
    if (touched.size > 0) wait(waits.settleMs);
  };
  const readTouched = (): Promise<void> => {
    const ids = [...touched];
    touched.clear();
    return reader.readVersions(ids);
  };
  const wait = (ms: number, work = readTouched): void => {
    if (timer !== undefined || isReading || ending.signal.aborted) return;
    timer = setTimeout(() => void read(work), ms).unref();
  };

  const endListening = backend.changes.onCommit((rows) => {
    for (const { table, id } of rows) if (table === 'document_versions') touched.add(id);
    if (touched.size > 0) wait(waits.settleMs);
  });
  wait(waits.afterStartMs, () => reader.readAll());
  return () => {
    ending.abort();
    endListening();
    clearTimeout(timer);
  };
}
