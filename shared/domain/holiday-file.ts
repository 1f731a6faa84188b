import { calendarDate, isCalendarDate, weekday, yearOf } from './calendar-date.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { CalendarYear } from './working-calendar.ts';

export type HolidayFault = {
  readonly code:
    | 'not_an_object'
    | 'written_twice'
    | 'holidays_missing'
    | 'not_a_date'
    | 'name_missing'
    | 'far_from_year'
    | 'several_years'
    | 'holiday_and_workday'
    | 'workday_on_weekday';
  /** Where in the file: a key, or `holidays.2027-01-01`. */
  readonly at: string;
};

export type HolidayFileResult =
  | { readonly ok: true; readonly year: CalendarYear }
  | { readonly ok: false; readonly faults: readonly HolidayFault[] };

/**
 * Reads a year file in the shape of chinese-days (`holidays` and `workdays`: date → name). The year is the one of most
 * days; a notice may also name the last days of the year before, from its 20 December on. Days of two years are
 * refused, so that none of them is taken for the other. A make-up day is a Saturday or Sunday.
 */
export function readHolidayFile(file: unknown): HolidayFileResult {
  if (!isRecord(file)) return { ok: false, faults: [{ code: 'not_an_object', at: '' }] };
  const holidays = daysOf(file, 'holidays');
  const workdays = daysOf(file, 'workdays');
  const faults = [...holidays.faults, ...workdays.faults];
  if (holidays.days.size === 0) faults.push({ code: 'holidays_missing', at: 'holidays' });
  const year = mostFrequent([...holidays.days.keys(), ...workdays.days.keys()].map(yearOf));
  if (year !== undefined && (year < 2000 || year > 2100))
    faults.push({ code: 'far_from_year', at: 'holidays' });
  for (const [list, days] of [
    ['holidays', holidays.days],
    ['workdays', workdays.days],
  ] as const) {
    for (const date of days.keys()) {
      const fault = year === undefined ? undefined : yearFault(date, year);
      if (fault !== undefined) faults.push({ code: fault, at: `${list}.${date}` });
    }
  }
  for (const date of workdays.days.keys()) {
    if (holidays.days.has(date)) faults.push({ code: 'holiday_and_workday', at: `workdays.${date}` });
    if (weekday(date) < 6) faults.push({ code: 'workday_on_weekday', at: `workdays.${date}` });
  }
  if (year === undefined || faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    year: { year, holidays: Object.fromEntries(holidays.days), workdays: Object.fromEntries(workdays.days) },
  };
}

/** What is wrong with a day in the file of a year; the end of the year before may be in its notice. */
function yearFault(date: CalendarDate, year: number): HolidayFault['code'] | undefined {
  if (yearOf(date) === year) return undefined;
  if (Math.abs(yearOf(date) - year) > 1) return 'far_from_year';
  return date >= `${year - 1}-12-20` && date < `${year}-01-01` ? undefined : 'several_years';
}

/** What the State Council's notices of the years so far leave in working days; some days more or fewer may come. */
const usualWorkingDays = { from: 244, to: 253 };

/** A year that can hardly be whole: it names no day off, or leaves far more or fewer working days than others. */
export const isOddYear = ({
  workingDays,
  days,
}: {
  readonly workingDays: number;
  readonly days: readonly { readonly kind: 'holiday' | 'make_up' }[];
}): boolean =>
  workingDays < usualWorkingDays.from ||
  workingDays > usualWorkingDays.to ||
  !days.some(({ kind }) => kind === 'holiday');

function daysOf(file: Readonly<Record<string, unknown>>, list: 'holidays' | 'workdays') {
  const days = new Map<CalendarDate, string>();
  const faults: HolidayFault[] = [];
  const named = file[list];
  if (named !== undefined && !isRecord(named)) faults.push({ code: 'not_an_object', at: list });
  for (const [date, name] of isRecord(named) ? Object.entries(named) : []) {
    if (!isCalendarDate(date)) faults.push({ code: 'not_a_date', at: `${list}.${date}` });
    else if (typeof name !== 'string' || name.trim() === '')
      faults.push({ code: 'name_missing', at: `${list}.${date}` });
    else days.set(calendarDate(date), name);
  }
  return { days, faults };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function mostFrequent(years: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || b - a).at(0)?.[0];
}
