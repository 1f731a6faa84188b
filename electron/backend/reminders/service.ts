import { AppError } from '#shared/contract/errors.ts';
import type { Reminder, ReminderGist } from '#shared/contract/reminders.ts';
import { addDays } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { ladderAt, latestStepAt } from '#shared/domain/reminder-ladder.ts';
import type { DueReminder } from '#shared/domain/reminder-ladder.ts';
import type { Backend } from '#backend/backend.ts';
import { datesOfDuties, obligationsById } from '#backend/obligations/service.ts';
import type { DutyDates } from '#backend/obligations/service.ts';
import { quietMoments } from '#backend/quiet.ts';
import { announce } from '#backend/system/announcements.ts';
import { reminderStates, snoozedAfter, writeReminderState } from './queries.ts';
import type { ReminderState } from './queries.ts';

/** The ladders reach from 90 days before a date to 60 days after it; the margin covers plans that start earlier. */
const reachDays = 120;

export interface Evaluation {
  /** Due now and not yet shown, put off or done, oldest first; of one duty only the latest step. */
  readonly due: readonly DueReminder[];
  /** When the next step of any duty falls due; undefined when none is in reach. */
  readonly nextAtMs: number | undefined;
}

/**
 * Works out from the data alone which reminders are due: nothing depends on a timer having fired, so that what fell
 * due while the program was closed is there at the next start, with its own date. Other calls come first in
 * between; what they change is seen by the next evaluation.
 */
export async function evaluateReminders(backend: Backend): Promise<Evaluation> {
  const { clock, db } = backend;
  const nowMs = clock.nowMs();
  const today = clock.today();
  const snoozed = snoozedAfter(db, today);
  const due: DueReminder[] = [];
  let nextAtMs = Infinity;
  const quiet = quietMoments(backend);
  for (const duties of datesOfDuties(backend, addDays(today, -reachDays), addDays(today, reachDays))) {
    const latest: DueReminder[] = [];
    for (const duty of duties) {
      const step = latestStepAt(duty, nowMs);
      nextAtMs = Math.min(nextAtMs, step.nextAtMs ?? Infinity);
      if (step.latest !== undefined && !isPutOff(duty, nowMs, snoozed)) latest.push(step.latest);
    }
    const states = reminderStates(
      db,
      latest.map(({ id }) => id),
    );
    due.push(...latest.filter(({ id }) => isToBeShown(states.get(id))));
    await quiet();
  }
  return {
    due: due.sort((a, b) => a.dueAtMs - b.dueAtMs),
    nextAtMs: nextAtMs === Infinity ? undefined : nextAtMs,
  };
}

/** Of a duty that was put off nothing is due, also not a later step of its ladder. */
const isPutOff = (duty: DutyDates, nowMs: number, snoozed: ReadonlySet<string>): boolean =>
  snoozed.size > 0 && ladderAt(duty, nowMs).due.some(({ id }) => snoozed.has(id));

const isToBeShown = (state: ReminderState | undefined): boolean =>
  state === undefined || (state.done_at_ms === null && state.shown_at_ms === null);

/** Everything that is due now, with its duties. */
export async function dueReminders(backend: Backend): Promise<Reminder[]> {
  const { due } = await evaluateReminders(backend);
  return withDuties(backend, due);
}

/** So many are named in a notice. */
const namedAtMost = 3;
/** More than these are never all of one place. */
const lookedAt = 100;

/** What one notice can say of the duties of reminders, in the order of `ids`; those that no longer stand are left out. */
export function gistOfReminders(backend: Backend, ids: readonly string[]): ReminderGist {
  const duties = ids.slice(0, lookedAt).map(dutyIdOf);
  const byId = new Map(obligationsById(backend, duties).map((duty) => [duty.id, duty]));
  const standing = duties.flatMap((id) => byId.get(id) ?? []);
  const isAll = ids.length <= lookedAt;
  return {
    count: ids.length - duties.length + standing.length,
    named: standing.slice(0, namedAtMost),
    clientId: isAll ? common(standing.map(({ clientId }) => clientId)) : null,
    applicationId: isAll ? common(standing.map(({ applicationId }) => applicationId)) : null,
  };
}

function common(ids: readonly (string | null)[]): string | null {
  const [first = null] = ids;
  return ids.every((id) => id === first) ? first : null;
}

/** A reminder is named by its duty, the date it is anchored on and the step. */
const dutyIdOf = (reminderId: string): string => reminderId.split('|')[0] ?? '';

function withDuties(backend: Backend, due: readonly DueReminder[]): Reminder[] {
  const duties = obligationsById(
    backend,
    due.map(({ obligationId }) => obligationId),
  );
  const byId = new Map(duties.map((duty) => [duty.id, duty]));
  return due.flatMap(({ id, obligationId, step, dueAtMs }) => {
    const obligation = byId.get(obligationId);
    return obligation === undefined ? [] : [{ id, step: `${step.unit}${step.before}`, dueAtMs, obligation }];
  });
}

/** So many are noted in one go: at the first start of a large firm there are thousands. */
const notedAtOnce = 250;

/** Says that the reminders have been put before the user, so that none is shown twice; other calls come in between. */
export async function markShown(backend: Backend, ids: readonly string[]): Promise<void> {
  const shown = { shownAtMs: backend.clock.nowMs() };
  const quiet = quietMoments(backend);
  for (let from = 0; from < ids.length; from += notedAtOnce) {
    if (from > 0) await quiet();
    note(backend, ids.slice(from, from + notedAtOnce), shown);
  }
  announce(backend, ['reminders']);
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
  note(backend, ids, what);
  announce(backend, ['reminders']);
}

function note(backend: Backend, ids: readonly string[], what: Remembered): void {
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
}
