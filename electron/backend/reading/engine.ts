import { AppError } from '#shared/contract/errors.ts';
import type { EngineChannel, RawPage, RecognisedPage, StartEngine } from './engine-messages.ts';

/** The process ended in the middle of a page: out of memory, out of time, or a fault of its own. */
export class EngineLost extends Error {
  override readonly name = 'EngineLost';
}

/** Reads pages, one after the other, in a process that is there only while there are some. */
export interface PageReader {
  /** Throws AppError CANCELLED, EngineLost, or what the process failed with. */
  read(page: RawPage, signal?: AbortSignal): Promise<RecognisedPage>;
  close(): void;
}

interface ReaderOptions {
  readonly start: StartEngine;
  /** A process without a page ends after this time. */
  readonly idleMs: number;
  /** The process is ended when a page takes longer. */
  readonly timeoutMs: number;
  /** After so many pages a new process goes on: what cuts out lines gives no memory back. */
  readonly pagesEach: number;
}

interface Reading {
  readonly resolve: (page: RecognisedPage) => void;
  readonly reject: (error: Error) => void;
}

export function createPageReader({ start, idleMs, timeoutMs, pagesEach }: ReaderOptions): PageReader {
  let engine: EngineChannel | undefined;
  let current: Reading | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let pages = 0;

  function lose(lost: EngineChannel, error: Error): void {
    if (engine !== lost) return;
    engine = undefined;
    clearTimeout(idle);
    const failed = current;
    current = undefined;
    lost.end();
    failed?.reject(error);
  }

  function started(): EngineChannel {
    if (engine !== undefined) return engine;
    const made = start();
    engine = made;
    pages = 0;
    made.onEnd((reason) => lose(made, new EngineLost(reason)));
    made.onReply((reply) => {
      if (engine !== made) return;
      const reading = current;
      current = undefined;
      if (reply.kind === 'read') reading?.resolve(reply.page);
      else reading?.reject(new Error(reply.message));
    });
    return made;
  }

  function readNow(page: RawPage, signal: AbortSignal | undefined): Promise<RecognisedPage> {
    if (signal?.aborted === true) return Promise.reject(new AppError('CANCELLED', {}));
    clearTimeout(idle);
    const used = started();
    pages += 1;
    const late = setTimeout(
      () => lose(used, new EngineLost(`no result within ${timeoutMs / 1000} s`)),
      timeoutMs,
    );
    // Native code hears no message: the process itself has to end.
    const onAbort = (): void => lose(used, new AppError('CANCELLED', {}));
    signal?.addEventListener('abort', onAbort, { once: true });
    return new Promise<RecognisedPage>((resolve, reject) => {
      current = { resolve, reject };
      used.post({ page });
    }).finally(() => {
      clearTimeout(late);
      signal?.removeEventListener('abort', onAbort);
      if (pages >= pagesEach) lose(used, new EngineLost('worn out'));
      else idle = setTimeout(() => lose(used, new EngineLost('idle')), idleMs).unref();
    });
  }

  return {
    read(page, signal) {
      const reading = queue.then(() => readNow(page, signal));
      queue = reading.catch(() => undefined);
      return reading;
    },
    close() {
      if (engine !== undefined) lose(engine, new AppError('CANCELLED', {}));
    },
  };
}
