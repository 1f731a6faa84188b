import type { CalendarDate } from './calendar-date.ts';
import { dateOfInstant, daysBetween } from './calendar-date.ts';
import type { ClockUnit } from './rule-pack.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Where a clock begins and ends; an end in days or, for hours, an instant. */
export type ClockBounds = {
  readonly unit: ClockUnit;
  readonly startedAtMs: number | null;
  readonly legalOn: CalendarDate | null;
  readonly legalAtMs: number | null;
};

const HOUR_MS = 3_600_000;

/** How many of its own units a clock has from its beginning to its legal end; null where it has no end. */
export function clockLength(
  { unit, startedAtMs, legalOn, legalAtMs }: ClockBounds,
  calendar: WorkingCalendar,
): number | null {
  if (startedAtMs === null) return null;
  if (unit === 'hour') return legalAtMs === null ? null : (legalAtMs - startedAtMs) / HOUR_MS;
  if (legalOn === null) return null;
  const startedOn = dateOfInstant(startedAtMs);
  return unit === 'calendar_day'
    ? daysBetween(startedOn, legalOn)
    : calendar.workingDaysBetween(startedOn, legalOn);
}
