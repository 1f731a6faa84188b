import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  BUSINESS_TIME_ZONE,
  calendarDate,
  compareDates,
  dateOfEpochDay,
  dateOfInstant,
  daysBetween,
  epochDayOf,
  instantOf,
  isCalendarDate,
  monthOf,
  timeOfInstant,
  weekday,
  yearOf,
} from '#shared/domain/calendar-date.ts';

const FIRST = epochDayOf(calendarDate('0001-01-01'));
const LAST = epochDayOf(calendarDate('9999-12-31'));
const anyDate = fc.integer({ min: FIRST, max: LAST }).map(dateOfEpochDay);
const modernDate = fc
  .integer({ min: epochDayOf(calendarDate('1600-01-01')), max: epochDayOf(calendarDate('2400-12-31')) })
  .map(dateOfEpochDay);
const plain = (date: string): Temporal.PlainDate => Temporal.PlainDate.from(date);

describe('calendar dates', () => {
  it('accepts existing days only', () => {
    for (const text of ['2026-02-28', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) {
      expect(isCalendarDate(text), text).toBe(true);
    }
    const refused = ['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-01-00', '2026-04-31'];
    for (const value of [...refused, '2026-1-1', '0000-01-01', '2026-01-01T00:00', '', 20260101, null]) {
      expect(isCalendarDate(value), String(value)).toBe(false);
    }
    expect(() => calendarDate('2026-02-30')).toThrow(RangeError);
  });

  it('keeps to the last day of a shorter month', () => {
    expect(addMonths(calendarDate('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(calendarDate('2024-03-31'), -1)).toBe('2024-02-29');
    expect(addYears(calendarDate('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addYears(calendarDate('2024-02-29'), 4)).toBe('2028-02-29');
  });

  it('refuses results outside the years 1 to 9999 and fractions', () => {
    expect(() => addDays(calendarDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(calendarDate('0001-01-01'), -1)).toThrow(RangeError);
    expect(() => addMonths(calendarDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(calendarDate('2026-01-01'), 0.5)).toThrow(RangeError);
    expect(() => addMonths(calendarDate('2026-01-01'), Number.NaN)).toThrow(RangeError);
  });

  it('counts every day of 800 years one after another', () => {
    let expected = plain('1000-01-01');
    const first = epochDayOf(calendarDate('1000-01-01'));
    for (let offset = 0; offset < 2 * 146_097; offset += 1) {
      const date = dateOfEpochDay(first + offset);
      if (date !== expected.toString()) expect(date).toBe(expected.toString());
      if (offset % 97 === 0) expect(epochDayOf(date)).toBe(first + offset);
      expected = expected.add({ days: 1 });
    }
  });
});

describe('agreement with Temporal', () => {
  it('tells the time of day', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.parse('1995-01-01'), max: Date.parse('2200-01-01') }), (atMs) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(BUSINESS_TIME_ZONE);
        expect(timeOfInstant(atMs)).toBe(zoned.toPlainTime().toString().slice(0, 5));
      }),
    );
  });

  it('adds days', () => {
    fc.assert(
      fc.property(modernDate, fc.integer({ min: -60_000, max: 60_000 }), (date, days) => {
        expect(addDays(date, days)).toBe(plain(date).add({ days }).toString());
      }),
    );
  });

  it('adds months and years, constrained to the month', () => {
    fc.assert(
      fc.property(modernDate, fc.integer({ min: -600, max: 600 }), (date, count) => {
        expect(addMonths(date, count)).toBe(plain(date).add({ months: count }).toString());
        expect(addYears(date, count)).toBe(plain(date).add({ years: count }).toString());
      }),
    );
  });

  it('counts days between, compares, and names the day of the week', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(daysBetween(a, b)).toBe(plain(a).until(plain(b)).days);
        expect(compareDates(a, b)).toBe(Temporal.PlainDate.compare(plain(a), plain(b)));
        expect(weekday(a)).toBe(plain(a).dayOfWeek);
        expect([yearOf(a), monthOf(a)]).toEqual([plain(a).year, plain(a).month]);
        expect(dateOfEpochDay(epochDayOf(a))).toBe(a);
        expect(isCalendarDate(a)).toBe(true);
      }),
    );
  });

  it('knows the business day of an instant', () => {
    const instants = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) });
    fc.assert(
      fc.property(instants, (atMs) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(BUSINESS_TIME_ZONE);
        expect(dateOfInstant(atMs)).toBe(zoned.toPlainDate().toString());
      }),
    );
  });

  it('knows the instant of a business day and time', () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(modernDate, minutes, (date, minute) => {
        const pad = (part: number): string => String(part).padStart(2, '0');
        const time = `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
        const zoned = plain(date).toZonedDateTime({ timeZone: BUSINESS_TIME_ZONE, plainTime: time });
        expect(instantOf(date, time)).toBe(zoned.epochMilliseconds);
      }),
    );
  });
});

describe('instants', () => {
  it('turns at midnight in Shanghai', () => {
    expect(dateOfInstant(Date.UTC(2026, 1, 28, 15, 59, 59, 999))).toBe('2026-02-28');
    expect(dateOfInstant(Date.UTC(2026, 1, 28, 16))).toBe('2026-03-01');
    expect(instantOf(calendarDate('2026-03-01'))).toBe(Date.UTC(2026, 1, 28, 16));
    expect(instantOf(calendarDate('2026-03-01'), '18:30')).toBe(Date.UTC(2026, 2, 1, 10, 30));
  });

  it('refuses what is not a time of day or an instant', () => {
    for (const time of ['24:00', '9:00', '12:60', '']) {
      expect(() => instantOf(calendarDate('2026-03-01'), time), time).toThrow(RangeError);
    }
    expect(() => dateOfInstant(Number.NaN)).toThrow(RangeError);
  });
});
