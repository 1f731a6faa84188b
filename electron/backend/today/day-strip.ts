import type { ObligationRow } from '#shared/contract/obligations.ts';
import type { TodayPage } from '#shared/contract/today.ts';
import { groupOf } from '#shared/domain/agenda.ts';
import { addDays, compareDates } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';

/**
 * How many duties fall on each day. Overdue ones stand on the day before today, where the strip begins; a legal date
 * on a day off is counted there too, beside the working day that was planned for it.
 */
export function dayStrip(
  duties: readonly ObligationRow[],
  { today, nowMs }: { readonly today: CalendarDate; readonly nowMs: number },
  from: CalendarDate,
  count: number,
): TodayPage['days'] {
  const live = duties.filter(
    (duty) => duty.waitingOn !== 'platform' && groupOf(duty, today, nowMs) !== 'later',
  );
  return Array.from({ length: count }, (_, index) => {
    const date = addDays(from, index);
    const past = compareDates(date, today) < 0;
    const due = past ? 0 : live.filter((duty) => dayOf(duty) === date).length;
    const overdue =
      date === from ? live.filter((duty) => groupOf(duty, today, nowMs) === 'overdue').length : 0;
    const legal = past
      ? 0
      : live.filter((duty) => duty.legalOn === date && duty.internalOn !== null && duty.internalOn !== date)
          .length;
    return { date, due, overdue, legal };
  });
}

const dayOf = (duty: ObligationRow): CalendarDate => duty.internalOn ?? duty.legalOn ?? duty.dueOn;
