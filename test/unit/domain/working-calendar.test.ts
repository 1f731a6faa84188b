import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import {
  addDays,
  calendarDate,
  compareDates,
  dateOfEpochDay,
  epochDayOf,
} from '#shared/domain/calendar-date.ts';
import type { CalendarYear } from '#shared/domain/working-calendar.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';

const calendar = createWorkingCalendar();
const day = calendarDate;
const knownDay = fc
  .integer({ min: epochDayOf(day('2004-01-01')), max: epochDayOf(day('2026-12-31')) })
  .map(dateOfEpochDay);
const anyDay = fc
  .integer({ min: epochDayOf(day('2000-01-01')), max: epochDayOf(day('2040-12-31')) })
  .map(dateOfEpochDay);

function daysOf(year: number): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let date = day(`${year}-01-01`); date.startsWith(String(year)); date = addDays(date, 1))
    days.push(date);
  return days;
}

function sampleYear(holidays: readonly string[], workdays: readonly string[]): CalendarYear {
  const named = (dates: readonly string[]) =>
    Object.fromEntries(dates.map((date) => [date, "New Year's Day,元旦,1"]));
  return { year: 2027, holidays: named(holidays), workdays: named(workdays) };
}

describe('counting working days', () => {
  it.each([
    ['2026-09-28', 5, '2026-10-10'],
    ['2026-09-28', 15, '2026-10-23'],
    ['2026-04-29', 7, '2026-05-12'],
    ['2026-01-01', 3, '2026-01-06'],
    ['2026-02-09', 20, '2026-03-13'],
    ['2025-09-26', 10, '2025-10-16'],
    ['2026-10-12', -5, '2026-09-29'],
    ['2026-02-15', 0, '2026-02-24'],
  ])('%s %i → %s', (from, count, result) => {
    expect(calendar.addWorkingDays(day(from), count)).toEqual({ date: result, provisional: false });
  });

  it('agrees with the published calendar library in every known year', () => {
    fc.assert(
      fc.property(knownDay, fc.integer({ min: -40, max: 40 }), (date, count) => {
        const { date: result, provisional } = calendar.addWorkingDays(date, count);
        fc.pre(!provisional);
        expect(result).toBe(chineseDays.findWorkday(count, date));
      }),
    );
    for (const year of calendar.knownYears) {
      const wrong = daysOf(year).filter(
        (date) => calendar.isWorkingDay(date) !== chineseDays.isWorkday(date),
      );
      expect(wrong).toEqual([]);
    }
  });

  it('counts what it added, both ways', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (date, count) => {
        const later = calendar.addWorkingDays(date, count).date;
        expect(calendar.isWorkingDay(later)).toBe(true);
        expect(calendar.workingDaysBetween(date, later)).toBe(count);
        expect(calendar.workingDaysBetween(later, date)).toBe(-count);
        const earlier = calendar.addWorkingDays(date, -count).date;
        expect(calendar.workingDaysBetween(addDays(earlier, -1), addDays(date, -1))).toBe(count);
      }),
    );
  });

  it('finds the working day on or before and on or after', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const before = calendar.lastWorkingDayOnOrBefore(date);
        const after = calendar.addWorkingDays(date, 0).date;
        expect([calendar.isWorkingDay(before), calendar.isWorkingDay(after)]).toEqual([true, true]);
        expect(compareDates(before, date)).not.toBe(1);
        expect(compareDates(after, date)).not.toBe(-1);
        expect(calendar.workingDaysBetween(before, date)).toBe(0);
        expect(calendar.isWorkingDay(date)).toBe(before === date && after === date);
      }),
    );
    expect(calendar.lastWorkingDayOnOrBefore(day('2026-10-07'))).toBe('2026-09-30');
    expect(calendar.workingDaysBetween(day('2026-02-15'), day('2026-02-15'))).toBe(0);
  });

  it('refuses a fraction of a day', () => {
    expect(() => calendar.addWorkingDays(day('2026-01-05'), 1.5)).toThrow(RangeError);
  });
});

describe('the published arrangements of 2025 and 2026', () => {
  const makeUps = {
    2025: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    2026: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  };
  const weekdayHolidays = {
    2025: `01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02
      10-01 10-02 10-03 10-06 10-07 10-08`,
    2026: `01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25
      10-01 10-02 10-05 10-06 10-07`,
  };

  it.each([2025, 2026] as const)('%i', (year) => {
    const days = daysOf(year);
    const isWeekend = (date: CalendarDate): boolean => (epochDayOf(date) + 3) % 7 >= 5;
    expect(days.filter((date) => calendar.dayKind(date) === 'make_up')).toEqual(makeUps[year]);
    expect(days.filter((date) => calendar.dayKind(date) === 'holiday' && !isWeekend(date))).toEqual(
      weekdayHolidays[year].split(/\s+/).map((date) => `${year}-${date}`),
    );
    expect(days.filter((date) => calendar.isWorkingDay(date))).toHaveLength(248);
    expect(days.filter((date) => calendar.isProvisional(date))).toEqual([]);
  });

  it('names days in both languages', () => {
    expect(calendar.holidayName(day('2026-02-17'))).toEqual({ zh: '春节', en: 'Spring Festival' });
    expect(calendar.holidayName(day('2026-02-14'))).toEqual({ zh: '春节', en: 'Spring Festival' });
    expect(calendar.holidayName(day('2026-03-02'))).toBeUndefined();
    expect(calendar.dayKind(day('2026-10-03'))).toBe('holiday');
    expect(calendar.dayKind(day('2026-03-07'))).toBe('weekend');
    expect(calendar.dayKind(day('2026-03-02'))).toBe('working');
  });
});

describe('years without published data', () => {
  it('marks results that touch them', () => {
    expect(calendar.knownYears[0]).toBe(2004);
    expect(calendar.knownYears.at(-1)).toBe(2026);
    expect(calendar.isProvisional(day('2027-01-01'))).toBe(true);
    expect(calendar.addWorkingDays(day('2026-12-31'), 2)).toEqual({ date: '2027-01-04', provisional: true });
    expect(calendar.addWorkingDays(day('2026-12-30'), 1)).toEqual({ date: '2026-12-31', provisional: false });
    expect(calendar.addWorkingDays(day('2027-01-04'), -3).provisional).toBe(true);
    expect(calendar.addWorkingDays(day('2003-12-31'), 5).provisional).toBe(true);
  });

  it('takes in a later notice', () => {
    const informed = createWorkingCalendar([sampleYear(['2027-01-01', '2026-12-31'], ['2027-01-03'])]);
    expect(informed.knownYears.at(-1)).toBe(2027);
    expect(informed.addWorkingDays(day('2026-12-30'), 2)).toEqual({ date: '2027-01-04', provisional: false });
    expect(informed.dayKind(day('2026-12-31'))).toBe('holiday');
    expect(informed.dayKind(day('2026-02-14'))).toBe('make_up');
    expect(calendar.dayKind(day('2026-12-31'))).toBe('working');
  });

  it('lets a notice replace a bundled year', () => {
    const replaced = createWorkingCalendar([
      { year: 2026, holidays: { [day('2026-01-01')]: '元旦' }, workdays: {} },
    ]);
    expect(replaced.holidayName(day('2026-01-01'))).toEqual({ zh: '元旦', en: '元旦' });
    expect(replaced.dayKind(day('2026-10-01'))).toBe('working');
    expect(replaced.dayKind(day('2025-10-01'))).toBe('holiday');
  });

  it('refuses a year file with keys that are no dates', () => {
    expect(() => createWorkingCalendar([sampleYear(['2027-02-30'], [])])).toThrow(RangeError);
  });
});
