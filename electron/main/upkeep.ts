import { powerMonitor } from 'electron';
import { backUpDaily } from './automatic-backup.ts';
import type { BackendClient } from './backend-process.ts';
import { watchClock } from './clock-watch.ts';

const HOUR_MS = 3_600_000;
/** The start of the program and the first looks at it come first: a large firm's backup keeps a processor busy for a while. */
const FIRST_BACKUP_AFTER_MS = 30_000;

export interface Upkeep {
  start(): void;
  /** Also breaks off a backup that is being made. */
  stop(): void;
}

/** What goes on as long as the program runs: the day's backup, and word to the reminders when the clock was moved. */
export function createUpkeep(client: BackendClient, report: (where: string, error: unknown) => void): Upkeep {
  const stopped = new AbortController();
  const tellClockMoved = (): void => {
    client.reminders.clockMoved().catch((error: unknown) => report('clock', error));
  };
  const backUp = (): void => {
    if (stopped.signal.aborted) return;
    backUpDaily(client, stopped.signal).catch((error: unknown) => report('daily backup', error));
  };
  return {
    start() {
      watchClock(tellClockMoved);
      powerMonitor.on('resume', tellClockMoved);
      setTimeout(backUp, FIRST_BACKUP_AFTER_MS);
      setInterval(backUp, HOUR_MS);
    },
    stop: () => void stopped.abort(),
  };
}
