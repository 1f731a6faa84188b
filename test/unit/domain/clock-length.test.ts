import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, calendarDate, dateOfInstant } from '#shared/domain/calendar-date.ts';
import { clockLength } from '#shared/domain/clock-length.ts';
import { termEnding } from '#shared/domain/day-term.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';

const calendar = createWorkingCalendar();
const startedAtMs = fc.integer({
  min: Date.parse('2024-01-01T00:00:00+08:00'),
  max: Date.parse('2026-10-01T00:00:00+08:00'),
});
const total = fc.integer({ min: 1, max: 60 });
const open = { legalOn: null, legalAtMs: null };

it('is the length that the legal end was reckoned with, in every unit', () => {
  fc.assert(
    fc.property(startedAtMs, total, (start, units) => {
      const startedOn = dateOfInstant(start);
      const hours = {
        unit: 'hour',
        startedAtMs: start,
        ...open,
        legalAtMs: start + units * 3_600_000,
      } as const;
      const { legalOn } = termEnding(addDays(startedOn, units), calendar);
      const days = { unit: 'calendar_day', startedAtMs: start, ...open, legalOn } as const;
      const { date } = calendar.addWorkingDays(startedOn, units);
      const working = { unit: 'working_day', startedAtMs: start, ...open, legalOn: date } as const;
      expect([hours, days, working].map((bounds) => clockLength(bounds, calendar))).toEqual([
        units,
        units,
        units,
      ]);
    }),
  );
});

it('is null of what has no beginning or no end', () => {
  for (const unit of ['hour', 'calendar_day', 'working_day'] as const) {
    expect(clockLength({ unit, startedAtMs: 0, ...open }, calendar)).toBeNull();
    const ended = { legalOn: calendarDate('2026-09-22'), legalAtMs: 1 };
    expect(clockLength({ unit, startedAtMs: null, ...ended }, calendar)).toBeNull();
  }
});
