import { addDays, compareDates, daysBetween } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';

/** So many days past its end a ruler still grows; then it stands. */
const mostDays = 14;

/** The days since a legal date, which a ruler shows behind it; none while it has not passed. */
export function overdueDays(legalOn: CalendarDate, today: CalendarDate): CalendarDate[] {
  if (compareDates(today, legalOn) <= 0) return [];
  const count = Math.min(mostDays, daysBetween(legalOn, today));
  return Array.from({ length: count }, (_, index) => addDays(legalOn, index + 1));
}
