import { setTimeout as pause } from 'node:timers/promises';
import type { ReadingState } from '#shared/contract/reading.ts';
import type { Backend } from '#backend/backend.ts';
import { createAlarm } from '#backend/reminders/alarm.ts';
import * as queries from './queries.ts';

/** How far the reading is, is told at most so often. */
const restMs = 1000;
/** Counting goes over all files: where they are many, it takes no more than this share of the time. */
const countingShare = 0.05;

/** The reading of a firm's files in the background. */
export interface Queue {
  /** Ends what is being read; a new one when the reading goes on. */
  pause: AbortController;
  isPaused: boolean;
  /** The file that is being read, by its hash. */
  current: string | null;
  /** Those who want to hear of changes. */
  readonly rings: Set<() => void>;
  /** Looks for something to read again. */
  wake: () => void;
}

const queues = new WeakMap<Backend, Queue>();

export function queueOf(backend: Backend): Queue {
  const known = queues.get(backend);
  if (known !== undefined) return known;
  const made: Queue = {
    pause: new AbortController(),
    isPaused: false,
    current: null,
    rings: new Set(),
    wake: () => undefined,
  };
  queues.set(backend, made);
  return made;
}

export function readingState(backend: Backend): ReadingState {
  const { isPaused, current } = queueOf(backend);
  return { ...queries.countFiles(backend.db), isPaused, current };
}

/** Stops the reading in the background, also of the page that is being read, or lets it go on. */
export function pauseReading(backend: Backend, isPaused: boolean): ReadingState {
  const queue = queueOf(backend);
  if (queue.isPaused !== isPaused) {
    queue.isPaused = isPaused;
    if (isPaused) queue.pause.abort();
    else queue.pause = new AbortController();
    tell(queue);
    if (!isPaused) queue.wake();
  }
  return readingState(backend);
}

export const tell = ({ rings }: Queue): void => rings.forEach((ring) => ring());

/** Tells how far the reading is: at once, and whenever that has changed. */
export async function* watchState(backend: Backend, signal: AbortSignal | undefined) {
  const queue = queueOf(backend);
  const alarm = createAlarm(signal);
  const isOver = (): boolean => signal?.aborted === true;
  queue.rings.add(alarm.ring);
  try {
    for (let told = ''; !isOver();) {
      const startedAtMs = performance.now();
      const state = readingState(backend);
      const tookMs = performance.now() - startedAtMs;
      const text = JSON.stringify(state);
      if (text !== told) yield state;
      told = text;
      while (!isOver() && !(await alarm.wait(restMs * 30)));
      if (!isOver()) await pause(Math.max(restMs, tookMs / countingShare));
    }
  } finally {
    queue.rings.delete(alarm.ring);
  }
}
