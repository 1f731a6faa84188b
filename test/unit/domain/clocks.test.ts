import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  calendarDate,
  compareDates,
  dateOfInstant,
  instantOf,
} from '#shared/domain/calendar-date.ts';
import type { Clock, DayClock } from '#shared/domain/clocks.ts';
import { clocksOf, rulerTicks, runningClock, toneOfClock } from '#shared/domain/clocks.ts';
import type { ApplicationAction, ApplicationProgress } from '#shared/domain/stages.ts';
import { openApplication } from '#shared/domain/stages.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';
import { actionAt, anyRun, replay, runOf } from './application-runs.ts';

const calendar = createWorkingCalendar();
const HOUR_MS = 3_600_000;
const day = calendarDate;
const at = (date: string, time = '10:00'): number => instantOf(day(date), time);

type Step = readonly [kind: ApplicationAction['kind'], date: string, time?: string];

function progressOf(openedOn: string, ...steps: Step[]): ApplicationProgress {
  const start = openApplication('first_certification', 'company', at(openedOn, '00:00'));
  return replay(
    start,
    steps.map(([kind, date, time]) => actionAt(kind, at(date, time))),
  );
}

function clockAt(progress: ApplicationProgress, id: Clock['id'], nowMs: number): Clock {
  const clock = clocksOf(progress, pack, calendar, nowMs).find((candidate) => candidate.id === id);
  if (!clock) throw new Error(`no clock ${id}`);
  return clock;
}

function dayClockAt(progress: ApplicationProgress, id: Clock['id'], nowMs: number): DayClock {
  const clock = clockAt(progress, id, nowMs);
  if (clock.unit === 'hour') throw new Error(`${id} is a clock of hours`);
  return clock;
}

/** A review that began on a day: submitted, authorised and paid that day. */
const reviewFrom = (date: string, time?: string): ApplicationProgress =>
  progressOf(date, ['submit', date, time], ['authorise', date, time], ['pay', date, time]);

describe('the review clock, in working days', () => {
  it.each([
    ['2026-09-28', '2026-10-23', 'National Day, with the make-up Saturday of 10 October'],
    ['2026-02-09', '2026-03-06', 'Spring Festival, with two make-up Saturdays'],
    ['2026-04-29', '2026-05-22', 'Labour Day, with a make-up Saturday'],
    ['2025-12-31', '2026-01-22', 'a year change, with a working Sunday'],
    ['2024-02-19', '2024-03-11', 'a leap day'],
    ['2026-08-31', '2026-09-20', 'a month end, ending on a working Sunday'],
  ])('15 working days from %s end on %s: %s', (from, until) => {
    const clock = dayClockAt(reviewFrom(from), 'review', at(from));
    expect(clock).toMatchObject({ total: 15, used: 0, left: 15, legalOn: until, internalOn: until });
    expect(calendar.workingDaysBetween(day(from), day(until))).toBe(15);
    expect(clock.provisional).toBe(false);
  });

  it('marks an end in a year without a published notice as provisional', () => {
    expect(dayClockAt(reviewFrom('2026-12-21'), 'review', at('2026-12-21')).provisional).toBe(true);
  });

  it('begins with the payment, or with the authorisation where nothing is charged', () => {
    const paid = progressOf(
      '2026-08-18',
      ['submit', '2026-08-18'],
      ['authorise', '2026-08-19'],
      ['pay', '2026-08-20'],
    );
    expect(clockAt(paid, 'review', at('2026-08-20')).startedAtMs).toBe(at('2026-08-20'));
    const free = replay(openApplication('first_certification', 'government', at('2026-08-18')), [
      actionAt('submit', at('2026-08-18')),
      actionAt('authorise', at('2026-08-19')),
    ]);
    expect(clockAt(free, 'review', at('2026-08-20')).startedAtMs).toBe(at('2026-08-19'));
    expect(clocksOf(free, pack, calendar, at('2026-08-20')).map(({ id }) => id)).toEqual([
      'authorisation',
      'review',
    ]);
  });
});

describe('the clocks of 24 hours', () => {
  const waiting = progressOf('2026-10-01', ['submit', '2026-10-01', '12:00']);

  it('run through days off to the minute', () => {
    expect(clockAt(waiting, 'authorisation', at('2026-10-01', '12:00'))).toMatchObject({
      unit: 'hour',
      used: 0,
      left: 24,
      legalAtMs: at('2026-10-02', '12:00'),
      provisional: false,
    });
    expect(clockAt(waiting, 'authorisation', at('2026-10-02', '08:40'))).toMatchObject({ used: 20, left: 4 });
    expect(clockAt(waiting, 'authorisation', at('2026-10-02', '12:00'))).toMatchObject({ used: 24, left: 0 });
    expect(clockAt(waiting, 'authorisation', at('2026-10-02', '13:00'))).toMatchObject({
      used: 25,
      left: -1,
    });
  });

  it('turn red under six hours', () => {
    const tone = (time: string) =>
      toneOfClock(clockAt(waiting, 'authorisation', at('2026-10-02', time)), at('2026-10-02', time));
    expect(['05:59', '06:00', '06:01'].map(tone)).toEqual(['warning', 'warning', 'danger']);
  });

  it('keep what they used for the history', () => {
    const paid = progressOf(
      '2026-08-19',
      ['submit', '2026-08-20', '09:00'],
      ['authorise', '2026-08-20', '11:30'],
      ['pay', '2026-08-20', '16:45'],
    );
    const later = at('2026-09-22');
    expect(clockAt(paid, 'authorisation', later)).toMatchObject({
      used: 2,
      endedAtMs: at('2026-08-20', '11:30'),
    });
    expect(clockAt(paid, 'payment', later)).toMatchObject({ used: 5, endedAtMs: at('2026-08-20', '16:45') });
  });
});

describe('the refill clock, in calendar days', () => {
  const returned = progressOf(
    '2026-08-10',
    ['submit', '2026-08-20', '09:00'],
    ['authorise', '2026-08-20', '11:00'],
    ['pay', '2026-08-20', '16:00'],
    ['return', '2026-09-03'],
  );

  it('never shifts its legal end and plans for the working day before it', () => {
    expect(dayClockAt(returned, 'refill', at('2026-09-22'))).toMatchObject({
      used: 19,
      left: 11,
      legalOn: '2026-10-03',
      internalOn: '2026-09-30',
      provisional: false,
      onExpiry: 'failed',
      tag: 'V',
    });
  });

  it('draws a tick a day: spent, left, and red after the internal date', () => {
    const ticks = rulerTicks(clockAt(returned, 'refill', at('2026-09-22')), calendar, day('2026-09-22'));
    const drawn = ticks.map(({ rest, state }) =>
      rest ? state.slice(0, 1) : state.slice(0, 1).toUpperCase(),
    );
    // From Friday 4 September; Sunday the 20th is worked; the last three are National Day.
    expect(drawn.join('')).toBe('SssSSSSSssSSSSSsSSS' + 'LLlllLLL' + 'lll');
    expect(ticks.map(({ state }) => state).filter((state) => state === 'late')).toHaveLength(3);
    expect([ticks.at(0)?.date, ticks.at(-1)?.date]).toEqual(['2026-09-04', '2026-10-03']);
  });

  it('counts from the first return, stands still in review and runs on after the next return', () => {
    const again = replay(returned, [actionAt('resubmit', at('2026-09-10'))]);
    expect(dayClockAt(again, 'refill', at('2026-09-22'))).toMatchObject({
      used: 7,
      endedAtMs: at('2026-09-10'),
    });
    expect(runningClock(clocksOf(again, pack, calendar, at('2026-09-22')))?.id).toBe('review');
    const third = replay(again, [actionAt('return', at('2026-09-18'))]);
    expect(dayClockAt(third, 'refill', at('2026-09-22'))).toMatchObject({ used: 19, legalOn: '2026-10-03' });
  });

  it.each([
    ['2026-01-31', '2026-03-02', '2026-03-02', 'month end'],
    ['2024-01-30', '2024-02-29', '2024-02-29', 'leap day'],
    ['2025-12-15', '2026-01-14', '2026-01-14', 'year change'],
    ['2026-01-16', '2026-02-15', '2026-02-14', 'Spring Festival, back to the make-up Saturday'],
  ])('30 days from %s end on %s, internally on %s: %s', (from, legalOn, internalOn) => {
    const progress = replay(reviewFrom(from), [actionAt('return', at(from, '23:59'))]);
    expect(dayClockAt(progress, 'refill', at(from, '23:59'))).toMatchObject({ legalOn, internalOn });
  });

  it('belongs to the day that a clock in Shanghai shows', () => {
    const before = replay(reviewFrom('2026-09-02'), [actionAt('return', at('2026-09-03', '00:00') - 1)]);
    const after = replay(reviewFrom('2026-09-02'), [actionAt('return', at('2026-09-03', '00:00'))]);
    expect(dayClockAt(before, 'refill', at('2026-09-04')).legalOn).toBe('2026-10-02');
    expect(dayClockAt(after, 'refill', at('2026-09-04')).legalOn).toBe('2026-10-03');
    expect(dayClockAt(after, 'refill', at('2026-09-04', '00:00') - 1).used).toBe(0);
    expect(dayClockAt(after, 'refill', at('2026-09-04', '00:00')).used).toBe(1);
  });

  it('is blue, amber from 14 days, red from 3', () => {
    const tone = (today: string) => toneOfClock(clockAt(returned, 'refill', at(today)), at(today));
    expect(['2026-09-18', '2026-09-19', '2026-09-29', '2026-09-30'].map(tone)).toEqual([
      'info',
      'warning',
      'warning',
      'danger',
    ]);
  });
});

describe('clocks of any application', () => {
  const laterMs = fc.integer({ min: 0, max: 90 * 24 * HOUR_MS });

  it('never run backwards and always add up', () => {
    fc.assert(
      fc.property(anyRun, laterMs, laterMs, (run, firstMs, secondMs) => {
        const { final } = runOf(run);
        const earlier = clocksOf(final, pack, calendar, final.stageSinceAtMs + firstMs);
        const later = clocksOf(final, pack, calendar, final.stageSinceAtMs + firstMs + secondMs);
        expect(later.map(({ id }) => id)).toEqual(earlier.map(({ id }) => id));
        for (const [index, clock] of earlier.entries()) {
          expect(clock.used).toBeGreaterThanOrEqual(0);
          expect(clock.used + clock.left).toBe(clock.total);
          expect(later[index]?.used).toBeGreaterThanOrEqual(clock.used);
          const frozen = { used: 0, left: 0 };
          expect({ ...later[index], ...frozen }).toEqual({ ...clock, ...frozen });
        }
      }),
    );
  });

  it('run one at a time, and only while the platform or the client has a limit to keep', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        for (const progress of runOf(run).states) {
          const clocks = clocksOf(progress, pack, calendar, progress.stageSinceAtMs);
          const running = clocks.filter(({ endedAtMs }) => endedAtMs === undefined);
          const expected = {
            collecting: [],
            awaiting_authorisation: ['authorisation'],
            awaiting_payment: ['payment'],
            pre_review: ['pre_review'],
            awaiting_confirmation: ['confirmation'],
            in_review: ['review'],
            returned: ['refill'],
            passed: [],
            failed: [],
            withdrawn: [],
          }[progress.stage];
          expect(running.map(({ id }) => id)).toEqual(expected);
        }
      }),
    );
  });

  it('end internally on a working day on or before the legal end, with one tick a unit', () => {
    fc.assert(
      fc.property(anyRun, laterMs, (run, waitMs) => {
        const { final } = runOf(run);
        const nowMs = final.stageSinceAtMs + waitMs;
        for (const clock of clocksOf(final, pack, calendar, nowMs)) {
          const ticks = rulerTicks(clock, calendar, dateOfInstant(nowMs));
          expect(ticks).toHaveLength(clock.total);
          expect(ticks.filter(({ state }) => state === 'spent')).toHaveLength(
            Math.min(clock.used, clock.total),
          );
          if (clock.unit === 'hour') continue;
          expect(calendar.isWorkingDay(clock.internalOn)).toBe(true);
          expect(compareDates(clock.internalOn, clock.legalOn)).not.toBe(1);
          expect(calendar.workingDaysBetween(clock.internalOn, clock.legalOn)).toBe(0);
          expect(ticks.at(-1)?.date).toBe(clock.legalOn);
          if (clock.unit === 'calendar_day') {
            expect(clock.legalOn).toBe(addDays(dateOfInstant(clock.startedAtMs), 30));
          }
        }
      }),
    );
  });
});
