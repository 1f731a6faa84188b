import { app } from 'electron';
import type { BrowserWindow } from 'electron';

const LIMIT_MS = 60_000;

/** Prints `ready` when a window is painted and its page has its ports over open data; then the program ends. */
export function smokeTest(dataOpened: Promise<void>) {
  const limit = setTimeout(() => {
    process.stderr.write('no window was painted in time\n');
    app.exit(1);
  }, LIMIT_MS);
  const connectedListeners: (() => void)[] = [];
  const connected = new Promise<void>((resolve) => void connectedListeners.push(resolve));
  return {
    onConnected: (): void => connectedListeners.forEach((listener) => listener()),
    watch(window: BrowserWindow): void {
      const painted = new Promise<void>((resolve) => void window.once('ready-to-show', () => resolve()));
      void Promise.all([painted, connected, dataOpened]).then(() => {
        clearTimeout(limit);
        process.stdout.write('ready\n');
        app.quit();
      });
    },
  };
}
