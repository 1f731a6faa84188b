import { app } from 'electron';

/** How long the end may be held up. */
const LIMIT_MS = 60_000;

export interface ClosingSteps {
  readonly hideWindows: () => void;
  /** The last backup; ended by the signal when it takes too long or the user quits once more. */
  readonly backUp: (signal: AbortSignal) => Promise<void>;
  readonly closeData: () => Promise<void>;
  readonly report: (where: string, error: unknown) => void;
}

/** Whoever ends the program: first the backup, then the database is closed, then it ends. */
export function closeInOrder({ hideWindows, backUp, closeData, report }: ClosingSteps): void {
  const stop = new AbortController();
  let state: 'open' | 'closing' | 'closed' = 'open';

  const close = async (): Promise<void> => {
    hideWindows();
    // A timer of our own: a signal of AbortSignal.timeout within AbortSignal.any can be collected before its time (Node 20).
    const limit = setTimeout(() => stop.abort(), LIMIT_MS);
    await withoutLater(backUp(stop.signal), stop.signal).catch((error: unknown) =>
      report('backup at close', error),
    );
    clearTimeout(limit);
    await closeData().catch((error: unknown) => report('close', error));
  };

  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') {
      stop.abort();
      return;
    }
    state = 'closing';
    void close().then(() => {
      state = 'closed';
      app.quit();
    });
  });
}

/** Does not wait for what goes on after the signal. */
function withoutLater(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('not waited for any longer')), { once: true });
    work.then(resolve, reject);
  });
}
