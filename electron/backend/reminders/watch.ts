import type { reminderBatch } from '#shared/contract/reminders.ts';
import type { z } from 'zod';
import type { Backend } from '#backend/backend.ts';
import { deriveForNewDay } from '#backend/derivations.ts';
import { evaluateReminders } from './service.ts';

type Batch = z.infer<typeof reminderBatch>;

/** How often the clock is looked at; the work is done only when a step has fallen due or the day has changed. */
const tickMs = 30_000;
/** Changes come in bursts; one look after the burst is enough. */
const settleMs = 800;

export interface ReminderWatch {
  /** Looks again now: the computer woke up, or its clock was moved. */
  lookNow(): void;
  batches(signal: AbortSignal | undefined): AsyncGenerator<Batch>;
}

/** Tells, in batches, what has fallen due: at start, after changes, at a new day, and when a step's time comes. */
export function createReminderWatch(backend: Backend): ReminderWatch {
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const resume of waiting) resume();
  };
  backend.changes.onCommit(() => void setTimeout(wake, settleMs).unref());

  async function* batches(signal: AbortSignal | undefined): AsyncGenerator<Batch> {
    let sinceStart = true;
    let day = '';
    let nextAtMs: number | undefined;
    let changed = true;
    const told = new Set<string>();
    while (!signal?.aborted) {
      const today = backend.clock.today();
      const isNewDay = today !== day;
      if (changed || isNewDay || (nextAtMs !== undefined && backend.clock.nowMs() >= nextAtMs)) {
        if (isNewDay) await deriveForNewDay(backend, signal);
        if (signal?.aborted) return;
        day = today;
        const evaluation = evaluateReminders(backend);
        nextAtMs = evaluation.nextAtMs;
        const fresh = evaluation.due.filter(({ id }) => !told.has(id));
        for (const { id } of fresh) told.add(id);
        if (fresh.length > 0) yield { reminders: fresh, totalDue: evaluation.due.length, sinceStart };
        sinceStart = false;
      }
      changed = await pause(waiting, signal);
    }
  }

  return { lookNow: wake, batches };
}

/** Waits for a wake-up (true) or for the next look at the clock (false). */
function pause(waiting: Set<() => void>, signal: AbortSignal | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (woken: boolean): void => {
      clearTimeout(timer);
      waiting.delete(onWake);
      signal?.removeEventListener('abort', onWake);
      resolve(woken);
    };
    const onWake = (): void => end(true);
    const timer = setTimeout(() => end(false), tickMs);
    timer.unref();
    waiting.add(onWake);
    signal?.addEventListener('abort', onWake, { once: true });
  });
}
