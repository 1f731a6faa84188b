import { addDays, calendarDate, yearOf } from './calendar-date.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { DayKind, WorkingCalendar } from './working-calendar.ts';

/** A day that is another kind of day by another arrangement. */
export type DayChange = { readonly date: CalendarDate; readonly before: DayKind; readonly after: DayKind };

/** The days of a year that two calendars say different things of, in order. */
export function holidayDifference(
  before: WorkingCalendar,
  after: WorkingCalendar,
  year: number,
): DayChange[] {
  const changes: DayChange[] = [];
  for (let date = calendarDate(`${year}-01-01`); yearOf(date) === year; date = addDays(date, 1)) {
    const change = { date, before: before.dayKind(date), after: after.dayKind(date) };
    if (change.before !== change.after) changes.push(change);
  }
  return changes;
}

/** What of a deadline depends on which days are worked. */
export type DayDeadline = {
  readonly legalOn: CalendarDate;
  /** The last working day on or before the legal one; null where the firm has none of its own. */
  readonly internalOn: CalendarDate | null;
  /** The day from which working days are counted up to the legal one; null where calendar days are. */
  readonly countedFrom: CalendarDate | null;
};

/** Whether a deadline lies on another day by another calendar. */
export function moves(
  { legalOn, internalOn, countedFrom }: DayDeadline,
  before: WorkingCalendar,
  after: WorkingCalendar,
): boolean {
  if (countedFrom !== null) {
    const total = before.workingDaysBetween(countedFrom, legalOn);
    return after.addWorkingDays(countedFrom, total).date !== legalOn;
  }
  if (internalOn === null) return false;
  return after.lastWorkingDayOnOrBefore(legalOn) !== before.lastWorkingDayOnOrBefore(legalOn);
}

/** Days that follow each other as stretches, each with its first and its last day; the days are in order. */
export function stretches(days: readonly CalendarDate[]): (readonly [CalendarDate, CalendarDate])[] {
  const found: [CalendarDate, CalendarDate][] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last !== undefined && addDays(last[1], 1) === day) last[1] = day;
    else found.push([day, day]);
  }
  return found;
}
