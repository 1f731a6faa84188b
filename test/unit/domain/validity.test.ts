import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts';
import { validityOf } from '#shared/domain/validity.ts';

const today = calendarDate('2026-09-22');

describe('validity', () => {
  it.each([
    [-1, 'expired', 'danger', 0],
    [0, 'expiring', 'warning', 0],
    [1, 'expiring', 'warning', 1],
    [30, 'expiring', 'warning', 1],
    [31, 'renewable', 'info', 2],
    [90, 'renewable', 'info', 3],
    [91, 'valid', 'success', 3],
    [365, 'valid', 'success', 12],
    [3650, 'valid', 'success', 12],
  ] as const)('%i days from the end: %s', (days, state, tone, months) => {
    expect(validityOf(addDays(today, days), today)).toEqual({ state, days, months, tone });
  });

  it('knows papers without an end and ends that nobody entered', () => {
    expect(validityOf('forever', today)).toEqual({ state: 'forever', months: 12, tone: 'success' });
    expect(validityOf(undefined, today)).toEqual({ state: 'unknown', months: 0, tone: 'neutral' });
    expect(validityOf(null, today)).toEqual(validityOf(undefined, today));
  });

  it('counts over a leap day and a year change', () => {
    expect(validityOf(calendarDate('2028-03-01'), calendarDate('2028-02-28'))).toMatchObject({ days: 2 });
    expect(validityOf(calendarDate('2027-01-01'), calendarDate('2026-12-31'))).toMatchObject({ days: 1 });
  });

  it('never has more months the nearer the end comes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 500 }), (days) => {
        const until = addDays(today, days);
        const now = validityOf(until, today);
        const tomorrow = validityOf(until, addDays(today, 1));
        expect(tomorrow.months).toBeLessThanOrEqual(now.months);
      }),
    );
  });
});
