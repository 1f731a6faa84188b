import { countdownOf } from './agenda.ts';
import type { AgendaDuty, Countdown } from './agenda.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/**
 * How long is left of an application. The agenda says of a refill how long the client has been waited for; of the
 * application itself the day on which the chance is lost counts, where the rules know one.
 */
export function deadlineCountdown(
  duty: AgendaDuty,
  today: CalendarDate,
  nowMs: number,
  calendar: WorkingCalendar,
): Countdown {
  const hasLastDay = duty.kind === 'clock_refill' && Boolean(duty.legalOn);
  const asOurs = hasLastDay ? { ...duty, waitingOn: 'us' as const } : duty;
  return countdownOf(asOurs, today, nowMs, calendar);
}

/** `left` until the day that is watched, undefined where there is none; `waited` where somebody else has the turn. */
export type Deadline = { readonly left: Countdown | undefined; readonly waited: Countdown | undefined };

/**
 * As `deadlineCountdown`, for a list that is sorted by the day to watch: that day is told apart from how long has been
 * waited, which says nothing of it.
 */
export function deadlineOf(
  duty: AgendaDuty,
  today: CalendarDate,
  nowMs: number,
  calendar: WorkingCalendar,
): Deadline {
  const countdown = deadlineCountdown(duty, today, nowMs, calendar);
  const isWaiting = countdown.form === 'waiting_client' || countdown.form === 'waiting_platform';
  const waited = isWaiting ? countdown : undefined;
  const due = duty.internalOn ?? duty.legalOn;
  if (!due) return { left: undefined, waited };
  return { left: isWaiting ? { form: 'date', date: due, tone: 'neutral' } : countdown, waited };
}
