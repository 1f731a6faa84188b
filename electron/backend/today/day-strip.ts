import type { dayParts, TodayPage } from '#shared/contract/today.ts';
import { addDays, compareDates } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { GroupedDuty } from './duties.ts';

type DayPart = (typeof dayParts)[number];

/**
 * How many duties stand on each day, the one that their group goes by: those of this week are the groups 「今天」 and
 * 「本周」. Overdue ones stand on the day before today, where the strip begins; a legal date that something else was
 * planned for is counted apart.
 */
export function dayStrip(
  duties: readonly GroupedDuty[],
  today: CalendarDate,
  from: CalendarDate,
  count: number,
): TodayPage['days'] {
  const due = countBy(duties, ({ day }) => day);
  const legal = countBy(duties, legalDayOf);
  const overdue = duties.filter(({ group }) => group === 'overdue').length;
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

/** Whether the strip that begins on `from` counts a duty in a part of a day. */
export function isOnDay(
  duty: GroupedDuty,
  { date, part }: { readonly date: CalendarDate; readonly part: DayPart },
  { from, today }: { readonly from: CalendarDate; readonly today: CalendarDate },
): boolean {
  if (compareDates(date, today) < 0) return part === 'due' && date === from && duty.group === 'overdue';
  return (part === 'due' ? duty.day : legalDayOf(duty)) === date;
}

/** The legal date of what was planned for another day; nothing is to be done by it while the platform has its turn. */
function legalDayOf({ day, group, internalOn, legalOn }: GroupedDuty): CalendarDate | undefined {
  const isDrawn = day !== undefined || group === 'overdue';
  if (!isDrawn || internalOn === null || legalOn === null) return undefined;
  return legalOn === internalOn || legalOn === day ? undefined : legalOn;
}

function countBy(
  duties: readonly GroupedDuty[],
  dayOfDuty: (duty: GroupedDuty) => CalendarDate | undefined,
): Map<CalendarDate | undefined, number> {
  const counts = new Map<CalendarDate | undefined, number>();
  for (const duty of duties) counts.set(dayOfDuty(duty), (counts.get(dayOfDuty(duty)) ?? 0) + 1);
  return counts;
}
