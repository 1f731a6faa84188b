import { AppError } from '#shared/contract/errors.ts';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import type { Reminder } from '#shared/contract/reminders.ts';
import { addDays } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { dueReminders, nextReminderAtMs } from '#shared/domain/reminder-ladder.ts';
import type { DueReminder } from '#shared/domain/reminder-ladder.ts';
import type { Backend } from '#backend/backend.ts';
import { obligationsDue } from '#backend/obligations/service.ts';
import { announce } from '#backend/system/announcements.ts';
import { reminderStates, snoozedAfter, writeReminderState } from './queries.ts';
import type { ReminderState } from './queries.ts';

/** The ladders reach from 90 days before a date to 60 days after it; the margin covers plans that start earlier. */
const reachDays = 120;
const everything = 100_000;

export interface Evaluation {
  /** Due now and not yet shown, put off or done; of one duty only the latest step. */
  readonly due: readonly Reminder[];
  /** When the next step of any duty falls due; undefined when none is in reach. */
  readonly nextAtMs: number | undefined;
}

/**
 * Works out from the data alone which reminders are due: nothing depends on a timer having fired, so that what fell
 * due while the program was closed is there at the next start, with its own date.
 */
export function evaluateReminders(backend: Backend): Evaluation {
  const { clock, db } = backend;
  const nowMs = clock.nowMs();
  const today = clock.today();
  const duties = obligationsDue(backend, addDays(today, -reachDays), addDays(today, reachDays), everything);
  const snoozed = snoozedAfter(db, today);
  const latest = duties.flatMap((duty) => latestStep(duty, nowMs, snoozed));
  const states = reminderStates(
    db,
    latest.map(({ reminder }) => reminder.id),
  );
  const due = latest.filter(({ reminder }) => isToBeShown(states.get(reminder.id))).map(toReminder);
  const next = duties.flatMap((duty) => nextReminderAtMs(duty, nowMs) ?? []);
  return {
    due: due.sort((a, b) => a.dueAtMs - b.dueAtMs),
    nextAtMs: next.length === 0 ? undefined : Math.min(...next),
  };
}

interface Step {
  readonly duty: ObligationRow;
  readonly reminder: DueReminder;
}

/** Of a duty that was put off nothing is due, also not a later step of its ladder. */
function latestStep(duty: ObligationRow, nowMs: number, snoozed: ReadonlySet<string>): Step[] {
  const steps = dueReminders(duty, nowMs);
  const reminder = steps.at(-1);
  if (reminder === undefined || steps.some(({ id }) => snoozed.has(id))) return [];
  return [{ duty, reminder }];
}

const isToBeShown = (state: ReminderState | undefined): boolean =>
  state === undefined || (state.done_at_ms === null && state.shown_at_ms === null);

const toReminder = ({ duty, reminder }: Step): Reminder => ({
  id: reminder.id,
  step: stepName(reminder),
  dueAtMs: reminder.dueAtMs,
  obligation: duty,
});

const stepName = ({ step }: DueReminder): string => `${step.unit}${step.before}`;

/** Says that the reminders have been put before the user, so that none is shown twice. */
export function markShown(backend: Backend, ids: readonly string[]): void {
  remember(backend, ids, { shownAtMs: backend.clock.nowMs() });
}

/** Puts reminders off until a day; on that day they are due again, or the step of the ladder that has come since. */
export function snooze(backend: Backend, ids: readonly string[], until: CalendarDate): void {
  remember(backend, ids, { snoozedUntilOn: until });
}

export function finishReminders(backend: Backend, ids: readonly string[]): void {
  remember(backend, ids, { doneAtMs: backend.clock.nowMs() });
}

interface Remembered {
  readonly shownAtMs?: number;
  readonly snoozedUntilOn?: CalendarDate;
  readonly doneAtMs?: number;
}

function remember(backend: Backend, ids: readonly string[], what: Remembered): void {
  const write = backend.db.transaction(() => {
    for (const id of ids) {
      const [obligationId, anchor, step] = id.split('|');
      if (obligationId === undefined || anchor === undefined || step === undefined) {
        throw new AppError('NOT_FOUND', { what: 'reminders', id });
      }
      writeReminderState(backend.db, {
        id,
        obligationId,
        step,
        dueAtMs: backend.clock.nowMs(),
        shownAtMs: what.shownAtMs ?? null,
        snoozedUntilOn: what.snoozedUntilOn ?? null,
        doneAtMs: what.doneAtMs ?? null,
      });
    }
  });
  write.immediate();
  announce(backend, ['reminders']);
}
