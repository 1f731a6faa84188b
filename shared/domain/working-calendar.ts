import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { CalendarDate } from './calendar-date.ts';
import { calendarDate, dateOfEpochDay, epochDayOf, weekdayOfEpochDay, yearOf } from './calendar-date.ts';

/** `holiday` is every day of a published holiday, weekend days included; `make_up` a weekend day that is worked. */
export type DayKind = 'working' | 'weekend' | 'holiday' | 'make_up';

export type HolidayName = { readonly zh: string; readonly en: string };

/**
 * The State Council's arrangement for one year, in the shape of the year files of chinese-days: date → name,
 * written 'English,中文,number of statutory days' or as a bare name.
 */
export type CalendarYear = {
  readonly year: number;
  readonly holidays: Readonly<Record<CalendarDate, string>>;
  readonly workdays: Readonly<Record<CalendarDate, string>>;
};

export interface WorkingCalendar {
  isWorkingDay(date: CalendarDate): boolean;
  dayKind(date: CalendarDate): DayKind;
  /** The holiday a day belongs to, or, for a make-up day, the holiday it makes up for. */
  holidayName(date: CalendarDate): HolidayName | undefined;
  /** Whether the year has no published arrangement, so that Monday to Friday is only assumed. */
  isProvisional(date: CalendarDate): boolean;
  /**
   * Counts working days: day 0 is the event day, the first counted day is the next working day; a negative
   * number counts back, 0 gives the first working day on or after the date. `provisional` tells that the count
   * touched a year without published data.
   */
  addWorkingDays(date: CalendarDate, days: number): { date: CalendarDate; provisional: boolean };
  lastWorkingDayOnOrBefore(date: CalendarDate): CalendarDate;
  /** Number of working days after `from` up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween(from: CalendarDate, to: CalendarDate): number;
  /** Years with published data, ascending. */
  readonly knownYears: readonly number[];
}

type NamedDay = { readonly kind: 'holiday' | 'make_up'; readonly name: HolidayName };
type NamedDays = ReadonlyMap<number, NamedDay>;

/**
 * The working calendar of mainland China, from the data of chinese-days. A year given here replaces the bundled
 * one. Throws RangeError when a year's key is not a date.
 */
export function createWorkingCalendar(extraYears: readonly CalendarYear[] = []): WorkingCalendar {
  const { namedDays, knownYears } = collectYears(extraYears);
  const kindOf = (epochDay: number): DayKind =>
    namedDays.get(epochDay)?.kind ?? (weekdayOfEpochDay(epochDay) >= 6 ? 'weekend' : 'working');
  const isWorking = (epochDay: number): boolean => {
    const kind = kindOf(epochDay);
    return kind === 'working' || kind === 'make_up';
  };
  const isProvisional = (date: CalendarDate): boolean => !knownYears.has(yearOf(date));

  return {
    isWorkingDay: (date) => isWorking(epochDayOf(date)),
    dayKind: (date) => kindOf(epochDayOf(date)),
    holidayName: (date) => namedDays.get(epochDayOf(date))?.name,
    isProvisional,
    addWorkingDays: (date, days) => {
      const end = dateOfEpochDay(countDays(isWorking, epochDayOf(date), days));
      return { date: end, provisional: touchesUnknownYear(knownYears, date, end) };
    },
    lastWorkingDayOnOrBefore: (date) => dateOfEpochDay(seek(isWorking, epochDayOf(date), -1)),
    workingDaysBetween: (from, to) => countBetween(isWorking, epochDayOf(from), epochDayOf(to)),
    knownYears: [...knownYears].sort((a, b) => a - b),
  };
}

function collectYears(extraYears: readonly CalendarYear[]) {
  const replaced = new Set(extraYears.map((extra) => extra.year));
  const knownYears = new Set<number>(replaced);
  const namedDays = new Map<number, NamedDay>();
  const addAll = (days: object, kind: NamedDay['kind'], keep: (date: CalendarDate) => boolean): void => {
    for (const [text, label] of Object.entries(days)) {
      const date = calendarDate(text);
      if (keep(date)) namedDays.set(epochDayOf(date), { kind, name: readName(String(label)) });
    }
  };
  const keepBundled = (date: CalendarDate): boolean => {
    knownYears.add(yearOf(date));
    return !replaced.has(yearOf(date));
  };
  addAll(published.holidays, 'holiday', keepBundled);
  addAll(published.workdays, 'make_up', keepBundled);
  for (const extra of extraYears) {
    // A notice may also name the last days of the year before: those are added to what is known of it.
    addAll(extra.holidays, 'holiday', () => true);
    addAll(extra.workdays, 'make_up', () => true);
  }
  return { namedDays: namedDays satisfies NamedDays, knownYears: knownYears satisfies ReadonlySet<number> };
}

function readName(label: string): HolidayName {
  const [en = label, zh = en] = label.split(',');
  return { zh, en };
}

function countDays(isWorking: (epochDay: number) => boolean, start: number, days: number): number {
  if (!Number.isInteger(days)) throw new RangeError(`not a whole number of working days: ${days}`);
  if (days === 0) return seek(isWorking, start, 1);
  const step = days > 0 ? 1 : -1;
  let day = start;
  for (let left = Math.abs(days); left > 0; left -= 1) day = seek(isWorking, day + step, step);
  return day;
}

function seek(isWorking: (epochDay: number) => boolean, start: number, step: 1 | -1): number {
  let day = start;
  while (!isWorking(day)) day += step;
  return day;
}

function countBetween(isWorking: (epochDay: number) => boolean, from: number, to: number): number {
  if (to < from) return 0 - countBetween(isWorking, to, from);
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) if (isWorking(day)) count += 1;
  return count;
}

function touchesUnknownYear(known: ReadonlySet<number>, a: CalendarDate, b: CalendarDate): boolean {
  const last = Math.max(yearOf(a), yearOf(b));
  for (let year = Math.min(yearOf(a), yearOf(b)); year <= last; year += 1) {
    if (!known.has(year)) return true;
  }
  return false;
}
