import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, dateOfInstant, instantOf } from '#shared/domain/calendar-date.ts';
import { reviewOpensAt } from '#shared/domain/certification-end.ts';

describe('the opening of the annual review', () => {
  it('is at the same time of day, ninety days before', () => {
    const end = instantOf(calendarDate('2026-12-18'), '15:20');
    expect(reviewOpensAt(end, 90)).toBe(instantOf(calendarDate('2026-09-19'), '15:20'));
  });

  it('lies on the day that is reckoned from the day of the end alone', () => {
    const from = Date.parse('2020-01-01T00:00:00Z');
    fc.assert(
      fc.property(fc.nat(300_000_000), fc.nat(365), (seconds, days) => {
        const end = from + seconds * 1000;
        expect(dateOfInstant(reviewOpensAt(end, days))).toBe(addDays(dateOfInstant(end), -days));
      }),
    );
  });
});
