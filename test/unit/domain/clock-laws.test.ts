import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  calendarDate,
  compareDates,
  dateOfInstant,
  daysBetween,
  instantOf,
} from '#shared/domain/calendar-date.ts';
import type { DayClock } from '#shared/domain/clocks.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';
import { clockAt } from '#test/support/clock-vectors.ts';
import type { CertificationClock } from '#test/support/clock-vectors.ts';

const calendar = createWorkingCalendar();
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const anyDay = fc.integer({ min: 0, max: 1400 }).map((days) => addDays(calendarDate('2023-01-01'), days));
const anyTime = fc.integer({ min: 0, max: DAY_MS - 1 });
const anyClock = fc.constantFrom<CertificationClock>('authorisation', 'payment', 'review', 'refill');
const dayClock = fc.constantFrom<CertificationClock>('review', 'refill');
const hourClock = fc.constantFrom<CertificationClock>('authorisation', 'payment');

function dayClockAt(id: CertificationClock, startedAtMs: number, nowMs: number): DayClock {
  const clock = clockAt(id, startedAtMs, nowMs);
  if (clock.unit === 'hour') throw new Error(`${id} counts hours`);
  return clock;
}

describe('a clock of days', () => {
  it('ends on the same day whatever the time of day at which it began', () => {
    fc.assert(
      fc.property(dayClock, anyDay, anyTime, anyTime, (id, day, early, late) => {
        const [a, b] = [early, late].map((ms) => instantOf(day) + ms).map((ms) => dayClockAt(id, ms, ms));
        expect(a?.legalOn).toBe(b?.legalOn);
        expect(a?.internalOn).toBe(b?.internalOn);
      }),
    );
  });

  it('moves on at midnight in Shanghai and at no other moment', () => {
    fc.assert(
      fc.property(dayClock, anyDay, anyTime, fc.integer({ min: 0, max: 40 }), (id, day, ms, later) => {
        const started = instantOf(day) + ms;
        const today = addDays(day, later);
        const used = (nowMs: number) => dayClockAt(id, started, Math.max(nowMs, started)).used;
        const midnight = instantOf(addDays(today, 1));
        expect(used(midnight - 1)).toBe(used(instantOf(today)));
        const counts = id === 'refill' || calendar.isWorkingDay(addDays(today, 1));
        expect(used(midnight) - used(midnight - 1)).toBe(counts ? 1 : 0);
      }),
    );
  });

  it('is used up on its legal day and over on the next day that counts', () => {
    fc.assert(
      fc.property(dayClock, anyDay, anyTime, (id, day, ms) => {
        const started = instantOf(day) + ms;
        const { legalOn } = dayClockAt(id, started, started);
        expect(dayClockAt(id, started, instantOf(addDays(legalOn, 1)) - 1).left).toBe(0);
        expect(dayClockAt(id, started, instantOf(legalOn) - 1).left).toBe(1);
        const next = id === 'refill' ? addDays(legalOn, 1) : calendar.addWorkingDays(legalOn, 1).date;
        expect(dayClockAt(id, started, instantOf(next)).left).toBe(-1);
      }),
    );
  });

  it('of calendar days never shifts its end, and plans for the last working day before it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { legalOn, internalOn } = dayClockAt('refill', instantOf(day), instantOf(day));
        expect(daysBetween(day, legalOn)).toBe(30);
        expect(compareDates(internalOn, legalOn)).not.toBe(1);
        expect(calendar.isWorkingDay(internalOn)).toBe(true);
        expect(calendar.workingDaysBetween(internalOn, legalOn)).toBe(0);
      }),
    );
  });

  it('that begins later never ends earlier', () => {
    fc.assert(
      fc.property(dayClock, anyDay, fc.integer({ min: 0, max: 30 }), (id, day, later) => {
        const [a, b] = [day, addDays(day, later)].map((one) => {
          const ms = instantOf(one, '12:00');
          return dayClockAt(id, ms, ms).legalOn;
        });
        expect(a === undefined || b === undefined || compareDates(a, b) <= 0).toBe(true);
      }),
    );
  });
});

describe('a clock of hours', () => {
  it('ends so many hours after its beginning, days off or not', () => {
    fc.assert(
      fc.property(hourClock, anyDay, anyTime, (id, day, ms) => {
        const started = instantOf(day) + ms;
        const clock = clockAt(id, started, started);
        expect(clock.unit === 'hour' && clock.legalAtMs - started).toBe(24 * HOUR_MS);
        expect(dateOfInstant(started + 24 * HOUR_MS)).toBe(addDays(day, 1));
      }),
    );
  });
});

describe('every clock', () => {
  it('before its beginning reads as at its beginning, and adds up at any time', () => {
    fc.assert(
      fc.property(
        anyClock,
        anyDay,
        anyTime,
        fc.integer({ min: -40 * DAY_MS, max: 90 * DAY_MS }),
        (id, day, ms, off) => {
          const started = instantOf(day) + ms;
          const clock = clockAt(id, started, started + off);
          expect(clock.used + clock.left).toBe(clock.total);
          if (off <= 0) expect(clock.used).toBe(0);
        },
      ),
    );
  });
});
