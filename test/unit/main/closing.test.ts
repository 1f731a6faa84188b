import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';
import { closeInOrder } from '../../../electron/main/closing.ts';

const electron = vi.hoisted((): { app: unknown } => ({ app: null }));
vi.mock('electron', () => electron);

const steps: string[] = [];
let program: EventEmitter & { quit: () => void };

/** As Electron does: asks whether it may, and ends when nobody objects. */
beforeEach(() => {
  steps.length = 0;
  const emitter = new EventEmitter();
  const quit = (): void => {
    const event = { isStopped: false, preventDefault: () => void (event.isStopped = true) };
    emitter.emit('before-quit', event);
    if (!event.isStopped) steps.push('ended');
  };
  program = Object.assign(emitter, { quit });
  electron.app = program;
});

const close = (backUp: (signal: AbortSignal) => Promise<void>): void =>
  closeInOrder({
    hideWindows: () => void steps.push('hidden'),
    backUp,
    closeData: () => {
      steps.push('data closed');
      return Promise.resolve();
    },
    report: (where) => void steps.push(`failed: ${where}`),
  });

test('the backup comes first, then the data is closed, then the program ends', async () => {
  close(() => {
    steps.push('backed up');
    return Promise.resolve();
  });
  program.quit();
  await vi.waitFor(() => expect(steps).toContain('ended'));
  expect(steps).toEqual(['hidden', 'backed up', 'data closed', 'ended']);
});

test('a failed backup is written down and does not keep the program', async () => {
  close(() => Promise.reject(new Error('the folder is gone')));
  program.quit();
  await vi.waitFor(() => expect(steps).toContain('ended'));
  expect(steps).toEqual(['hidden', 'failed: backup at close', 'data closed', 'ended']);
});

test('who quits once more does not wait for the backup', async () => {
  let stopped = false;
  close((signal) => {
    signal.addEventListener('abort', () => void (stopped = true));
    return new Promise(() => undefined);
  });
  program.quit();
  await Promise.resolve();
  expect(steps).toEqual(['hidden']);
  program.quit();
  await vi.waitFor(() => expect(steps).toContain('ended'));
  expect(stopped).toBe(true);
  expect(steps).toEqual(['hidden', 'failed: backup at close', 'data closed', 'ended']);
});

test('a backup that does not come to its end is not waited for longer than a minute', async () => {
  vi.useFakeTimers();
  try {
    let stopped = false;
    close((signal) => {
      signal.addEventListener('abort', () => void (stopped = true));
      return new Promise(() => undefined);
    });
    program.quit();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(steps).toEqual(['hidden']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(stopped).toBe(true);
    expect(steps).toEqual(['hidden', 'failed: backup at close', 'data closed', 'ended']);
  } finally {
    vi.useRealTimers();
  }
});
