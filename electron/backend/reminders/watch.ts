import type { reminderBatch } from '#shared/contract/reminders.ts';
import type { z } from 'zod';
import type { Backend } from '#backend/backend.ts';
import { deriveForNewDay } from '#backend/derivations.ts';
import { readSettings } from '#backend/settings/service.ts';
import { onAnnouncement } from '#backend/system/announcements.ts';
import { createAlarm } from './alarm.ts';
import { evaluateReminders } from './service.ts';

type Batch = z.infer<typeof reminderBatch>;

/** The clock is looked at no less often than this: a timer alone would sleep on when the computer does. */
const tickMs = 30_000;
/** Changes come in bursts; one look after the burst is enough. */
const settleMs = 800;

export interface ReminderWatch {
  /** Looks again now: the computer woke up, or its clock was moved. */
  lookNow(): void;
  batches(signal: AbortSignal | undefined): AsyncGenerator<Batch>;
}

/**
 * Tells, in batches, what has fallen due: at start, after changes, at a new day, and when a step's time comes. While
 * reminders are switched off it tells nothing; what is due then comes when they are switched on.
 */
export function createReminderWatch(backend: Backend): ReminderWatch {
  const rings = new Set<() => void>();
  const wake = (): void => rings.forEach((ring) => ring());
  wakeAfterChanges(backend, wake);

  async function* batches(signal: AbortSignal | undefined): AsyncGenerator<Batch> {
    const alarm = createAlarm(signal);
    rings.add(alarm.ring);
    try {
      const look = createLook(backend);
      for (let woken = true; !signal?.aborted; woken = await alarm.wait(look.restMs())) {
        const batch = await look.at(woken, signal);
        if (batch !== null) yield batch;
      }
    } finally {
      rings.delete(alarm.ring);
    }
  }
  return { lookNow: wake, batches };
}

/** What the reminders do not hang on. */
const beside: ReadonlySet<string> = new Set(['backups', 'integrity', 'file_texts', 'intake_folder']);

function wakeAfterChanges(backend: Backend, wake: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  onAnnouncement(backend, ({ tables }) => {
    if (tables.every((table) => beside.has(table))) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      wake();
    }, settleMs).unref();
  });
}

/** What one watcher has been told already, and when there may be something new. */
function createLook(backend: Backend) {
  let sinceStart = true;
  let day = '';
  let nextAtMs = Infinity;
  let told: ReadonlySet<string> = new Set();

  /** The work is done only when something has changed, a step has fallen due or a day has begun. */
  const at = async (hasChanged: boolean, signal: AbortSignal | undefined): Promise<Batch | null> => {
    const today = backend.clock.today();
    const isNewDay = today !== day;
    if (!hasChanged && !isNewDay && backend.clock.nowMs() < nextAtMs) return null;
    if (isNewDay) await deriveForNewDay(backend, signal);
    if (signal?.aborted === true) return null;
    day = today;
    const evaluation = await evaluateReminders(backend);
    nextAtMs = evaluation.nextAtMs ?? Infinity;
    if (!readSettings(backend).remindersEnabled) return null;
    const { due } = evaluation;
    const ids = due.map(({ id }) => id).filter((id) => !told.has(id));
    // One that is no longer due may come back: it was put off.
    told = new Set(due.map(({ id }) => id));
    const batch = { ids, totalDue: due.length, sinceStart };
    sinceStart = false;
    return ids.length === 0 ? null : batch;
  };
  const restMs = (): number => Math.min(tickMs, Math.max(0, nextAtMs - backend.clock.nowMs()));
  return { at, restMs };
}
