import type { TodayPage } from '#shared/contract/today.ts';
import { addDays, compareDates } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { GroupedDuty } from './duties.ts';

/**
 * How many duties fall on each day. Overdue ones stand on the day before today, where the strip begins; a legal date
 * on a day off is counted there too, beside the working day that was planned for it.
 */
export function dayStrip(
  duties: readonly GroupedDuty[],
  today: CalendarDate,
  from: CalendarDate,
  count: number,
): TodayPage['days'] {
  const live = duties.filter(({ waitingOn, group }) => waitingOn !== 'platform' && group !== 'later');
  const due = countBy(live, dayOf);
  const legal = countBy(
    live.filter(({ internalOn, legalOn }) => internalOn !== null && internalOn !== legalOn),
    ({ legalOn }) => legalOn,
  );
  const overdue = live.filter(({ group }) => group === 'overdue').length;
  return Array.from({ length: count }, (_, index) => {
    const date = addDays(from, index);
    const isPast = compareDates(date, today) < 0;
    return {
      date,
      due: isPast ? 0 : (due.get(date) ?? 0),
      overdue: date === from ? overdue : 0,
      legal: isPast ? 0 : (legal.get(date) ?? 0),
    };
  });
}

const dayOf = (duty: GroupedDuty): CalendarDate => duty.internalOn ?? duty.legalOn ?? duty.dueOn;

function countBy(
  duties: readonly GroupedDuty[],
  dayOfDuty: (duty: GroupedDuty) => CalendarDate | null,
): Map<CalendarDate | null, number> {
  const counts = new Map<CalendarDate | null, number>();
  for (const duty of duties) counts.set(dayOfDuty(duty), (counts.get(dayOfDuty(duty)) ?? 0) + 1);
  return counts;
}
