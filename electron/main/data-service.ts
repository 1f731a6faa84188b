import type { BackendProcess, StartFailure } from './backend-process.ts';

/** The firm's data for the whole program: opened, opened again after the process died, asked about when it cannot be. */
export interface DataService {
  /** Opens the data, asking the user as long as that fails; ends the program when the user would rather quit. */
  open(): Promise<void>;
  /** Closes the data and opens it anew, e.g. to put a restored backup in place. */
  restart(): Promise<void>;
  /** When the data has been opened for the first time. */
  readonly opened: Promise<void>;
  /** When the data is open for the first time, or that takes so long that somebody wonders. */
  readonly worthSeeing: Promise<void>;
  /** Calls back each time the data is open. */
  onOpened(listener: (reason: OpenReason) => void): void;
}

/** 'loss': the process had died. 'restart': it was asked for. */
type OpenReason = 'start' | 'loss' | 'restart';

export interface DataServiceOptions {
  readonly backend: Pick<BackendProcess, 'start' | 'close' | 'onLost'>;
  readonly askUser: (failure: StartFailure) => Promise<'retry' | 'quit'>;
  readonly quit: () => void;
  readonly nowMs: () => number;
}

/** A process that dies so often in so short a time is not started again without being asked for. */
const DEATHS_IN_A_ROW = 3;
const ROW_MS = 5 * 60_000;
/** Longer than this nobody waits for the data without seeing that something goes on. */
const PATIENCE_MS = 2_500;

export function createDataService({ backend, askUser, quit, nowMs }: DataServiceOptions): DataService {
  const listeners: ((reason: OpenReason) => void)[] = [];
  const opened = new Promise<void>((resolve) => void listeners.push(() => resolve()));
  const { promise: slow, resolve: tellSlow } = signal();
  let deathsAtMs: number[] = [];

  const open = async (reason: OpenReason): Promise<void> => {
    for (;;) {
      const patience = setTimeout(tellSlow, PATIENCE_MS);
      const outcome = await backend.start();
      clearTimeout(patience);
      if (outcome.kind === 'ready') return void listeners.forEach((listener) => listener(reason));
      if ((await askUser(outcome)) === 'quit') return void quit();
    }
  };

  const openAfterLoss = async (): Promise<void> => {
    deathsAtMs = [...deathsAtMs.filter((atMs) => nowMs() - atMs < ROW_MS), nowMs()];
    if (deathsAtMs.length >= DEATHS_IN_A_ROW) {
      deathsAtMs = [];
      if ((await askUser(diedAgain)) === 'quit') return void quit();
    }
    await open('loss');
  };
  backend.onLost(() => void openAfterLoss());

  return {
    opened,
    worthSeeing: Promise.race([opened, slow]),
    open: () => open('start'),
    async restart() {
      await backend.close();
      await open('restart');
    },
    onOpened: (listener) => void listeners.push(listener),
  };
}

const diedAgain: StartFailure = {
  kind: 'failed',
  code: 'INTERNAL',
  data: {},
  message: `the data service ended ${DEATHS_IN_A_ROW} times within ${ROW_MS / 60_000} minutes`,
};

function signal(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
