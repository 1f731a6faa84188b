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
