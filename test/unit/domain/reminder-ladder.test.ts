import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, instantOf } from '#shared/domain/calendar-date.ts';
import { obligationKinds } from '#shared/domain/obligations.ts';
import { ladderAt, ladderOf } from '#shared/domain/reminder-ladder.ts';

const day = calendarDate;
const at = (date: string, time = '09:00'): number => instantOf(day(date), time);
const permit = {
  id: 'paper_expiry:d1',
  kind: 'paper_expiry',
  startsOn: day('2026-08-02'),
  legalOn: day('2026-10-31'),
} as const;
const DAY_MS = 86_400_000;
const dueReminders = (...asked: Parameters<typeof ladderAt>) => ladderAt(...asked).due;
const nextReminderAtMs = (...asked: Parameters<typeof ladderAt>) => ladderAt(...asked).nextAtMs;

describe('the ladder of reminders', () => {
  it('of a paper climbs from the beginning of its renewal to 7 days after its end', () => {
    const dates = dueReminders(permit, at('2027-01-01')).map(({ dueOn }) => dueOn);
    expect(dates).toEqual([
      '2026-08-02',
      '2026-09-01',
      '2026-10-01',
      '2026-10-17',
      '2026-10-24',
      '2026-10-30',
      '2026-10-31',
      '2026-11-01',
      '2026-11-07',
    ]);
  });

  it('has no step before the renewal begins', () => {
    const late = { ...permit, startsOn: day('2026-10-10') };
    expect(dueReminders(late, at('2027-01-01')).map(({ dueOn }) => dueOn)).toEqual([
      '2026-10-10',
      '2026-10-17',
      '2026-10-24',
      '2026-10-30',
      '2026-10-31',
      '2026-11-01',
      '2026-11-07',
    ]);
    expect(nextReminderAtMs(late, at('2026-08-01'))).toBe(at('2026-10-10'));
  });

  it('has fallen due at nine in the morning, not before, and keeps its date when noticed late', () => {
    expect(dueReminders(permit, at('2026-08-02', '08:59'))).toEqual([]);
    const [first] = dueReminders(permit, at('2026-08-02'));
    expect(first).toMatchObject({ dueOn: '2026-08-02', dueAtMs: at('2026-08-02'), superseded: false });
    const late = dueReminders(permit, at('2026-08-25'));
    expect(late).toEqual([first]);
  });

  it('shows only the last of several missed steps', () => {
    const missed = dueReminders(permit, at('2026-10-20'));
    expect(missed.map(({ superseded }) => superseded)).toEqual([true, true, true, false]);
  });

  it('of hours counts back from the minute', () => {
    const legalAtMs = at('2026-09-22', '12:00');
    const clock = { id: 'clock_authorisation:p1', kind: 'clock_authorisation', legalAtMs } as const;
    expect(dueReminders(clock, legalAtMs).map(({ dueAtMs }) => dueAtMs)).toEqual([
      at('2026-09-22', '06:00'),
      at('2026-09-22', '11:00'),
    ]);
    expect(nextReminderAtMs(clock, at('2026-09-22', '06:00'))).toBe(at('2026-09-22', '11:00'));
    expect(nextReminderAtMs(clock, legalAtMs)).toBeUndefined();
  });

  it('of a review window asks at 100 days, tells the opening and counts down to the plan', () => {
    const end = day('2026-12-20');
    const window = {
      id: 'review_window:a1',
      kind: 'review_window',
      startsOn: addDays(end, -100),
      opensOn: addDays(end, -90),
      internalOn: addDays(end, -60),
      legalOn: end,
    } as const;
    const dates = dueReminders(window, at('2027-01-01')).map(({ dueOn }) => dueOn);
    expect(dates).toEqual(['2026-09-11', '2026-09-21', '2026-10-07', '2026-10-14', '2026-10-21']);
  });

  it('makes new reminders when the date moves, and the same ones when it does not', () => {
    const ids = (legalOn: string) =>
      dueReminders(
        { ...permit, startsOn: addDays(day(legalOn), -90), legalOn: day(legalOn) },
        at('2028-01-01'),
      ).map(({ id }) => id);
    expect(ids('2026-10-31')).toEqual(ids('2026-10-31'));
    expect(ids('2027-10-31').filter((id) => ids('2026-10-31').includes(id))).toEqual([]);
  });

  it('is silent where the date is missing', () => {
    for (const kind of obligationKinds) {
      const bare = {
        id: `${kind}:x`,
        kind,
        legalOn: null,
        internalOn: null,
        startsOn: null,
        legalAtMs: null,
      };
      expect(dueReminders(bare, at('2030-01-01'))).toEqual([]);
    }
  });

  it('exists for every kind', () => {
    for (const kind of obligationKinds) expect(ladderOf(kind).length).toBeGreaterThan(0);
  });
});

describe('a year in which the program sleeps at random', () => {
  it('misses no step and repeats none', () => {
    const wakes = fc.array(fc.integer({ min: 0, max: 400 * 24 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(wakes, fc.constantFrom(...obligationKinds), (hours, kind) => {
        const start = at('2026-01-01');
        const duty = {
          id: `${kind}:x`,
          kind,
          startsOn: day('2026-05-01'),
          opensOn: day('2026-05-11'),
          internalOn: day('2026-07-31'),
          legalOn: day('2026-08-01'),
          legalAtMs: at('2026-08-01', '14:00'),
        };
        const seen: string[] = [];
        const nows = [...hours.toSorted((a, b) => a - b), 401 * 24].map((hour) => start + hour * 3_600_000);
        for (const nowMs of nows) {
          const fresh = dueReminders(duty, nowMs).filter(({ id }) => !seen.includes(id));
          seen.push(...fresh.map(({ id }) => id));
          const next = nextReminderAtMs(duty, nowMs);
          if (next !== undefined) expect(dueReminders(duty, next).length).toBeGreaterThan(seen.length);
        }
        expect(seen).toEqual(dueReminders(duty, start + 2 * 365 * DAY_MS).map(({ id }) => id));
        expect(seen).toHaveLength(ladderOf(kind).length);
      }),
    );
  });
});
