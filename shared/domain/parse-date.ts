import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from './calendar-date.ts';
import { compareDates, dateOfEpochDay, dateOfInstant, isCalendarDate } from './calendar-date.ts';
import { withArabicDigits } from './chinese-numeral.ts';
import { withoutInvisible, withoutSpaces, withPlainDashes } from './plain-text.ts';

/** `ambiguous`: more than one day, or both a day and no limit, can be meant (3/4/2026, 2026年3月, 无). */
export type DateProblem = 'no_such_day' | 'not_a_date' | 'ambiguous';

export type TypedDate =
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'forever' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid'; readonly reason: DateProblem };

export type TypedRange =
  | {
      readonly kind: 'range';
      readonly from?: CalendarDate;
      /** The last valid day, or 'forever' for a paper without a term. */
      readonly until: CalendarDate | 'forever';
    }
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid'; readonly reason: DateProblem | 'reversed' };

type RangeEnd = Extract<TypedDate, { kind: 'date' | 'forever' }>;

const FOREVER =
  /^(长期|长期有效|永久|永久有效|长久|永续|永续经营|无期限|无限期|无固定期限|不约定期限|LONG-?TERM|PERMANENT)$/;
/** Words for "no end" that may as well say that the entry is missing. */
const MAYBE_NOTHING = /^(无|未约定)$/;
const NOTHING = /^[-/]*$/;
/** A year that databases and spreadsheets write for "no end". */
const FOREVER_YEAR = '9999';

const TIME = String.raw`(?:[T\s]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?`;
const WEEKDAY = /\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?/gu;
const SEPARATED = String.raw`(\d{4})\s*[-/.。、年\s]\s*(\d{1,2})\s*[-/.。、月\s]\s*(\d{1,2})\s*[日号]?`;
const YEAR_FIRST = new RegExp(`^${SEPARATED}${TIME}$`, 'u');
const COMPACT = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})${TIME}$`, 'u');
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const INCOMPLETE =
  /^\d{1,2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?$|^\d{4}\s*[-/.年]\s*\d{1,2}\s*月?$|^\d{4}\s*年$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const SERIAL = /^\d{5}(\.\d+)?$/;
/** No spelling of a term is longer; it bounds the work that a pasted page can cause. */
const MAX_LENGTH = 100;
const MIN_SERIAL = 20_000;
const MAX_SERIAL = 80_000;
/** Day number of 1899-12-30, from which Excel's 1900 date system counts (right from March 1900 on). */
const SERIAL_ZERO_EPOCH_DAY = -25_569;

/**
 * Reads one date as people, licences and spreadsheets write it: 2026-3-1, 2026/3/1, 2026.03.01, 2026年3月1日,
 * 20260301, 二〇二六年三月一日, full-width digits, ISO with a time, Excel serial numbers 20000 to 80000 (1900
 * system), 长期 and its synonyms, the year 9999 as no end. An instant with a zone gives its day in Shanghai.
 * Years outside 1800 to 2999 are taken for typing errors.
 */
export function parseTypedDate(value: string | number): TypedDate {
  return parsePlain(plainDateText(String(value)));
}

/**
 * Reads a term: '2016年3月1日至2036年2月28日', '2016.03.01-长期', '至2036-02-28', or a single date, which is the
 * last valid day. A beginning without an end is `ambiguous`.
 */
export function parseTypedRange(text: string): TypedRange {
  const plain = plainDateText(text)
    .replace(/^(有效期限?|营业期限|经营期限|合伙期限|期限)?\s*:?\s*/u, '')
    .replace(/^[自从]\s*/u, '');
  if (plain.length > MAX_LENGTH) return { kind: 'invalid', reason: 'not_a_date' };
  let problem: DateProblem | undefined;
  for (const { left, right } of splits(plain)) {
    const from = parsePlain(left);
    const until = parsePlain(right);
    if (from.kind === 'date' && until.kind === 'empty') return { kind: 'invalid', reason: 'ambiguous' };
    if ((from.kind === 'date' || from.kind === 'empty') && isEnd(until)) return rangeOf(from, until);
    problem ??= problemOfPair(from, until);
  }
  return problem === undefined ? singleEnd(plain) : { kind: 'invalid', reason: problem };
}

function plainDateText(text: string): string {
  const plain = withPlainDashes(withoutInvisible(text).normalize('NFKC')).trim().toUpperCase();
  const withoutWeekday = plain.replace(WEEKDAY, '');
  return /[年月]/u.test(withoutWeekday) ? withArabicDigits(withoutWeekday) : withoutWeekday;
}

function parsePlain(text: string): TypedDate {
  if (text.length > MAX_LENGTH) return { kind: 'invalid', reason: 'not_a_date' };
  const compact = withoutSpaces(text);
  if (NOTHING.test(compact)) return { kind: 'empty' };
  if (MAYBE_NOTHING.test(compact)) return { kind: 'invalid', reason: 'ambiguous' };
  if (FOREVER.test(compact)) return { kind: 'forever' };
  if (INSTANT.test(compact)) return instantDate(compact);
  const parts = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (parts !== null) return dateOfParts(parts[1], parts[2], parts[3]);
  if (SERIAL.test(compact)) return serialDate(Number(compact));
  const yearLast = YEAR_LAST.exec(compact);
  if (yearLast !== null) return yearLastDate(yearLast[3], yearLast[1], yearLast[2]);
  return { kind: 'invalid', reason: INCOMPLETE.test(text) ? 'ambiguous' : 'not_a_date' };
}

function dateOfParts(year = '', month = '', day = ''): TypedDate {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year === FOREVER_YEAR && isCalendarDate(text)) return { kind: 'forever' };
  if (year < '1800' || year > '2999') return { kind: 'invalid', reason: 'not_a_date' };
  return isCalendarDate(text) ? { kind: 'date', date: text } : { kind: 'invalid', reason: 'no_such_day' };
}

function yearLastDate(year = '', first = '', second = ''): TypedDate {
  const dayFirst = dateOfParts(year, second, first);
  const monthFirst = dateOfParts(year, first, second);
  if (dayFirst.kind !== 'date') return monthFirst;
  if (monthFirst.kind !== 'date' || monthFirst.date === dayFirst.date) return dayFirst;
  return { kind: 'invalid', reason: 'ambiguous' };
}

function serialDate(serial: number): TypedDate {
  if (serial < MIN_SERIAL || serial >= MAX_SERIAL + 1) return { kind: 'invalid', reason: 'not_a_date' };
  return { kind: 'date', date: dateOfEpochDay(Math.floor(serial) + SERIAL_ZERO_EPOCH_DAY) };
}

function instantDate(text: string): TypedDate {
  try {
    const date = dateOfInstant(Temporal.Instant.from(text).epochMilliseconds);
    return dateOfParts(date.slice(0, 4), date.slice(5, 7), date.slice(8));
  } catch {
    return { kind: 'invalid', reason: 'no_such_day' };
  }
}

/** Every way to read the text as beginning and end; a hyphen inside a date is one of them and fails later. */
function splits(text: string): { left: string; right: string }[] {
  return [...text.matchAll(/起?\s*(?:至|到|~|〜|-+|TO)\s*|起\s*/gu)].map((match) => ({
    left: text.slice(0, match.index).trim(),
    right: text
      .slice(match.index + match[0].length)
      .replace(/\s*为?止$/u, '')
      .trim(),
  }));
}

/** What is wrong with one side when the other shows that the text was split at the right place. */
function problemOfPair(from: TypedDate, until: TypedDate): DateProblem | undefined {
  const wrong = [from, until].find((side) => side.kind === 'invalid' && side.reason !== 'not_a_date');
  const other = wrong === from ? until : from;
  const isPair = isEnd(other) || (other.kind === 'invalid' && other.reason !== 'not_a_date');
  return wrong?.kind === 'invalid' && isPair ? wrong.reason : undefined;
}

function singleEnd(text: string): TypedRange {
  const end = parsePlain(text.replace(/^截[至止到]?\s*/u, '').replace(/\s*为?[止前]$/u, ''));
  return isEnd(end) ? rangeOf({ kind: 'empty' }, end) : end;
}

function rangeOf(start: Exclude<TypedDate, { kind: 'forever' | 'invalid' }>, end: RangeEnd): TypedRange {
  const until = end.kind === 'date' ? end.date : 'forever';
  if (start.kind === 'empty') return { kind: 'range', until };
  if (until !== 'forever' && compareDates(until, start.date) === -1) {
    return { kind: 'invalid', reason: 'reversed' };
  }
  return { kind: 'range', from: start.date, until };
}

function isEnd(typed: TypedDate): typed is RangeEnd {
  return typed.kind === 'date' || typed.kind === 'forever';
}
