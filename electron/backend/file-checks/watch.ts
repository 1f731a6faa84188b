import type { Backend } from '#backend/backend.ts';
import { checkAllFiles } from './round.ts';

/** Nothing is read while the program starts, nor while those who come in the morning begin their work. */
const afterStartMs = 5 * 60 * 1000;
/** A program that is left open for weeks asks again at times whether a round is due. */
const askEveryMs = 60 * 60 * 1000;

interface Waits {
  readonly afterStartMs: number;
  readonly askEveryMs: number;
}

/**
 * Looks at all files once a week, in quiet moments. Returns a function that ends it, after which the database is not
 * touched any more.
 */
export function watchFiles(backend: Backend, waits: Waits = { afterStartMs, askEveryMs }): () => void {
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const wait = (ms: number): void => {
    if (!ending.signal.aborted) timer = setTimeout(() => void look(), ms).unref();
  };
  const look = async (): Promise<void> => {
    await checkAllFiles(backend, ending.signal).catch((error: unknown) => {
      if (!ending.signal.aborted) console.error('files:', error);
    });
    wait(waits.askEveryMs);
  };
  wait(waits.afterStartMs);
  return () => {
    ending.abort();
    clearTimeout(timer);
  };
}
