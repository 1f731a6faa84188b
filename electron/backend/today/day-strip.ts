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
  const live = duties.filter(isDrawn);
  const due = countBy(live, dayOf);
  const legal = countBy(live.filter(hasOwnLegalDay), ({ legalOn }) => legalOn);
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

/** Whether the strip that begins on `from` draws a duty on a day. */
export function isOnDay(
  duty: GroupedDuty,
  date: CalendarDate,
  { from, today }: { readonly from: CalendarDate; readonly today: CalendarDate },
): boolean {
  if (!isDrawn(duty)) return false;
  if (compareDates(date, today) < 0) return date === from && duty.group === 'overdue';
  return dayOf(duty) === date || (hasOwnLegalDay(duty) && duty.legalOn === date);
}

const isDrawn = ({ waitingOn, group }: GroupedDuty): boolean => waitingOn !== 'platform' && group !== 'later';

/** The legal date is a day off, so that something else was planned for it. */
const hasOwnLegalDay = ({ internalOn, legalOn }: GroupedDuty): boolean =>
  internalOn !== null && internalOn !== legalOn;

const dayOf = (duty: GroupedDuty): CalendarDate => duty.internalOn ?? duty.legalOn ?? duty.dueOn;

function countBy(
  duties: readonly GroupedDuty[],
  dayOfDuty: (duty: GroupedDuty) => CalendarDate | null,
): Map<CalendarDate | null, number> {
  const counts = new Map<CalendarDate | null, number>();
  for (const duty of duties) counts.set(dayOfDuty(duty), (counts.get(dayOfDuty(duty)) ?? 0) + 1);
  return counts;
}
