import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, daysBetween } from '#shared/domain/calendar-date.ts';
import { readHolidayFile } from '#shared/domain/holiday-file.ts';
import { holidayDifference, moves, stretches } from '#shared/domain/holiday-difference.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';

const day = calendarDate;
const without = createWorkingCalendar([{ year: 2027, holidays: {}, workdays: {} }]);
const withDays = createWorkingCalendar([
  {
    year: 2027,
    holidays: { [day('2027-03-01')]: '元旦', [day('2027-03-02')]: '元旦' },
    workdays: { [day('2027-03-06')]: '元旦' },
  },
]);

describe('what another arrangement changes', () => {
  it('is each day of the year that becomes another kind', () => {
    expect(holidayDifference(without, withDays, 2027)).toEqual([
      { date: '2027-03-01', before: 'working', after: 'holiday' },
      { date: '2027-03-02', before: 'working', after: 'holiday' },
      { date: '2027-03-06', before: 'weekend', after: 'make_up' },
    ]);
    expect(holidayDifference(withDays, withDays, 2027)).toEqual([]);
  });

  it('moves an internal day that is no longer worked, and none far from it', () => {
    const deadline = (legal: string) => ({
      legalOn: day(legal),
      internalOn: day(legal),
      countedFrom: null,
    });
    expect(moves(deadline('2027-03-02'), without, withDays)).toBe(true);
    expect(moves(deadline('2027-03-04'), without, withDays)).toBe(false);
    expect(moves({ ...deadline('2027-03-02'), internalOn: null }, without, withDays)).toBe(false);
  });

  it('moves a clock of working days that runs over it', () => {
    const clock = (from: string, to: string) => ({
      legalOn: day(to),
      internalOn: null,
      countedFrom: day(from),
    });
    expect(moves(clock('2027-02-26', '2027-03-04'), without, withDays)).toBe(true);
    expect(moves(clock('2027-03-08', '2027-03-12'), without, withDays)).toBe(false);
  });
});

describe('stretches of days', () => {
  it('hold every day once, and never touch each other', () => {
    const days = fc
      .uniqueArray(fc.nat(60))
      .map((numbers) => numbers.toSorted((a, b) => a - b).map((n) => addDays(day('2027-01-20'), n)));
    fc.assert(
      fc.property(days, (given) => {
        const found = stretches(given);
        const held = found.flatMap(([from, to]) =>
          Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index)),
        );
        expect(held).toEqual(given);
        found.slice(1).forEach(([from], index) => {
          expect(daysBetween(found[index]![1], from)).toBeGreaterThan(1);
        });
      }),
    );
  });
});

describe('a file with days of two years', () => {
  it('is refused, unless they are the last days of the year before', () => {
    const file = (...dates: readonly string[]) => ({
      holidays: Object.fromEntries(dates.map((date) => [date, '元旦'])),
    });
    expect(readHolidayFile(file('2027-01-01', '2028-01-01'))).toMatchObject({
      ok: false,
      faults: [{ code: 'several_years', at: 'holidays.2027-01-01' }],
    });
    expect(readHolidayFile(file('2026-12-31', '2027-01-01', '2027-01-02'))).toMatchObject({
      ok: true,
      year: { year: 2027 },
    });
  });
});
