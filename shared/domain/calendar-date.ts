import { Temporal } from 'temporal-polyfill';

declare const calendarDateBrand: unique symbol;

/** A day of the Gregorian calendar without time or zone, as 'YYYY-MM-DD' text, years 0001 to 9999. */
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

/** IANA name of the zone in which every deadline of the business is counted. */
export const BUSINESS_TIME_ZONE = 'Asia/Shanghai';

const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
/** Shanghai had summer time until September 1991; from 1992 its offset is constant and needs no zone data. */
const CONSTANT_OFFSET_FROM_MS = 694_224_000_000;
const DAYS_BEFORE_EPOCH = 719_468;
const DAYS_PER_ERA = 146_097;
const MIN_EPOCH_DAY = -719_162;
const MAX_EPOCH_DAY = 2_932_896;

/** Whether the value is text that names an existing day as 'YYYY-MM-DD'. */
export function isCalendarDate(text: unknown): text is CalendarDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const day = Number(text.slice(8));
  return year >= 1 && day >= 1 && day <= daysInMonth(year, Number(text.slice(5, 7)));
}

/** Reads 'YYYY-MM-DD' text as a date. Throws RangeError when the text is not an existing day. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`not a calendar date: ${text}`);
  return text;
}

/** The date `days` days after the given one; a negative number goes back. RangeError outside years 0001 to 9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfEpochDay(epochDayOf(date) + days);
}

/** The same day `months` months later; a day that month lacks becomes its last day (31 January + 1 = 28 or 29 February). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  if (!Number.isInteger(months)) throw new RangeError(`not a whole number of months: ${months}`);
  const monthIndex = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(monthIndex / 12);
  const month = monthIndex - year * 12 + 1;
  return dateOf(year, month, Math.min(dayOfMonth(date), daysInMonth(year, month)));
}

/** The same day `years` years later; 29 February becomes 28 February in a common year. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  return addMonths(date, years * 12);
}

/** Number of days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return epochDayOf(to) - epochDayOf(from);
}

/** Sort order of two dates: -1 when the first is earlier, 1 when it is later, 0 when they are equal. */
export function compareDates(a: CalendarDate, b: CalendarDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Day of the week after ISO 8601: Monday 1 to Sunday 7. */
export function weekday(date: CalendarDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return weekdayOfEpochDay(epochDayOf(date));
}

/** Calendar year, 1 to 9999. */
export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** Month of the year, 1 to 12. */
export function monthOf(date: CalendarDate): number {
  return Number(date.slice(5, 7));
}

/** The date shown by a clock in the business time zone at an instant in milliseconds since 1970-01-01T00:00Z. */
export function dateOfInstant(atMs: number): CalendarDate {
  if (atMs >= CONSTANT_OFFSET_FROM_MS) {
    return dateOfEpochDay(Math.floor((atMs + SHANGHAI_OFFSET_MS) / DAY_MS));
  }
  const instant = Temporal.Instant.fromEpochMilliseconds(atMs);
  return calendarDate(instant.toZonedDateTimeISO(BUSINESS_TIME_ZONE).toPlainDate().toString());
}

/**
 * The instant in milliseconds at which a clock in the business time zone shows that date and time.
 * Throws RangeError when the time is not 'HH:mm'.
 */
export function instantOf(date: CalendarDate, time = '00:00'): number {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`not a time of day: ${time}`);
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const atMs = epochDayOf(date) * DAY_MS + minutes * 60_000 - SHANGHAI_OFFSET_MS;
  if (atMs >= CONSTANT_OFFSET_FROM_MS) return atMs;
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: BUSINESS_TIME_ZONE, plainTime: time })
    .epochMilliseconds;
}

/** The time of day, HH:mm, that a clock in the business time zone shows at an instant. */
export function timeOfInstant(atMs: number): string {
  const minutes = Math.floor((atMs - instantOf(dateOfInstant(atMs))) / 60_000);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${hour}:${minute}`;
}

/** Number of days from 1970-01-01 to the date: the integer in which loops over days count. */
export function epochDayOf(date: CalendarDate): number {
  const month = monthOf(date);
  // The year begins in March here, so that the leap day is its last day.
  const year = month > 2 ? yearOf(date) : yearOf(date) - 1;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth(date) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_BEFORE_EPOCH;
}

/** The date a number of days after 1970-01-01. Throws RangeError for a fraction or outside years 0001 to 9999. */
export function dateOfEpochDay(epochDay: number): CalendarDate {
  if (!Number.isInteger(epochDay) || epochDay < MIN_EPOCH_DAY || epochDay > MAX_EPOCH_DAY) {
    throw new RangeError(`no calendar date for day number ${epochDay}`);
  }
  const shifted = epochDay + DAYS_BEFORE_EPOCH;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return written(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
}

/** Day of the week of a day number, Monday 1 to Sunday 7. 1970-01-01 was a Thursday. */
export function weekdayOfEpochDay(epochDay: number): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((((epochDay + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

function dateOf(year: number, month: number, day: number): CalendarDate {
  if (year < 1 || year > 9999) throw new RangeError(`year out of range: ${year}`);
  return written(year, month, day);
}

function written(year: number, month: number, day: number): CalendarDate {
  const yearText = year >= 1000 ? String(year) : String(year).padStart(4, '0');
  return `${yearText}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as CalendarDate;
}

function dayOfMonth(date: CalendarDate): number {
  return Number(date.slice(8));
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
