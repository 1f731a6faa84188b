import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgendaDuty } from '#shared/domain/agenda.ts';
import {
  agendaDay,
  agendaGroups,
  countdownOf,
  groupOf,
  lastWorkingDayOfWeek,
  urgencyOrder,
} from '#shared/domain/agenda.ts';
import { addDays, calendarDate, dateOfInstant, instantOf } from '#shared/domain/calendar-date.ts';
import { obligationKinds } from '#shared/domain/obligations.ts';
import { clockUnits, waitingParties } from '#shared/domain/rule-pack.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';

const calendar = createWorkingCalendar();
const day = calendarDate;
/** A Tuesday; Friday is the Mid-Autumn Festival. */
const today = day('2026-09-22');
const at = (time: string, date: string = today): number => instantOf(day(date), time);
const nowMs = at('08:40');

const duty = (changes: Partial<AgendaDuty>): AgendaDuty => ({
  id: 'x',
  kind: 'task',
  unit: 'calendar_day',
  waitingOn: 'us',
  ...changes,
});
const dueIn = (days: number): AgendaDuty => duty({ internalOn: addDays(today, days) });
const refillIn = (days: number, changes: Partial<AgendaDuty> = {}): AgendaDuty =>
  duty({ kind: 'clock_refill', waitingOn: 'client', internalOn: addDays(today, days), ...changes });
const hoursUntil = (legalAtMs: number): AgendaDuty =>
  duty({
    kind: 'clock_authorisation',
    unit: 'hour',
    waitingOn: 'client',
    legalAtMs,
    legalOn: dateOfInstant(legalAtMs),
  });

const countdown = (of: AgendaDuty) => countdownOf(of, today, nowMs, calendar);
const group = (of: AgendaDuty) => groupOf(of, today, nowMs);

describe('the groups of the agenda', () => {
  it.each([
    [-1, 'overdue'],
    [0, 'today'],
    [1, 'this_week'],
    [5, 'this_week'],
    [6, 'later'],
  ])('our duty due in %i days: %s', (days, expected) => {
    expect(group(dueIn(days))).toBe(expected);
  });

  it('go by the internal date, not the legal one', () => {
    expect(group(duty({ internalOn: addDays(today, -1), legalOn: addDays(today, 3) }))).toBe('overdue');
    expect(group(duty({ legalOn: addDays(today, -1) }))).toBe('overdue');
  });

  it('keep what waits for others apart until its date is near or past', () => {
    expect(group(refillIn(20))).toBe('waiting_client');
    expect(group(refillIn(2))).toBe('this_week');
    expect(group(refillIn(-1))).toBe('overdue');
    const review = (days: number) =>
      duty({ kind: 'clock_review', waitingOn: 'platform', internalOn: addDays(today, days) });
    expect([review(-1), review(0), review(2), review(20)].map(group)).toEqual([
      'overdue',
      'waiting_platform',
      'waiting_platform',
      'waiting_platform',
    ]);
  });

  it('put a limit of hours into today, also across midnight', () => {
    expect(group(hoursUntil(at('12:00')))).toBe('today');
    expect(group(hoursUntil(at('08:39', '2026-09-23')))).toBe('today');
    expect(group(hoursUntil(at('08:39')))).toBe('overdue');
    expect(group(hoursUntil(at('12:00', '2026-09-24')))).toBe('this_week');
    expect(group(hoursUntil(at('12:00', '2026-09-29')))).toBe('later');
  });

  it('ask for our next step as soon as everything is there and the platform accepts it', () => {
    const ready = duty({ kind: 'collecting', internalOn: addDays(today, 30) });
    expect(group(ready)).toBe('today');
    expect(group({ ...ready, opensOn: addDays(today, 1) })).toBe('later');
    expect(group({ ...ready, opensOn: today })).toBe('today');
    expect(group(duty({ kind: 'collecting' }))).toBe('today');
    expect(group(refillIn(20, { waitingOn: 'us' }))).toBe('today');
    expect(group(duty({ kind: 'clock_review', waitingOn: 'us' }))).toBe('today');
    expect(group(duty({ kind: 'clock_review', waitingOn: 'platform' }))).toBe('waiting_platform');
    expect(group(duty({}))).toBe('later');
  });

  it('show one row for the end of a certification: its window before, the loss after', () => {
    const of = (legalOn: string) => {
      const end = { legalOn: day(legalOn), internalOn: day(legalOn) };
      const window = { ...end, internalOn: addDays(day(legalOn), -60) };
      return [duty({ kind: 'review_window', ...window }), duty({ kind: 'certification_expiry', ...end })].map(
        group,
      );
    };
    expect(of('2026-09-18')).toEqual(['later', 'overdue']);
    expect(of('2026-09-22')).toEqual(['overdue', 'later']);
    expect(of('2026-11-22')).toEqual(['this_week', 'later']);
  });

  it('bring up a review in the weeks in which its papers are asked for, it opens and is handed in', () => {
    const plan = (askInDays: number) => {
      const startsOn = addDays(today, askInDays);
      return duty({
        kind: 'review_window',
        startsOn,
        opensOn: addDays(startsOn, 10),
        internalOn: addDays(startsOn, 40),
        legalOn: addDays(startsOn, 100),
      });
    };
    const seen = (askInDays: number) => [group(plan(askInDays)), countdown(plan(askInDays))];
    // The week of the sample day ends five days later.
    expect(seen(6)).toMatchObject(['later', { form: 'left_days', n: 6, of: 'plan' }]);
    expect(seen(3)).toMatchObject(['this_week', { form: 'left_days', n: 3, of: 'plan' }]);
    expect(seen(0)).toMatchObject(['today', { form: 'today' }]);
    expect(seen(-35)).toMatchObject(['this_week', { form: 'left_days', n: 5, of: 'internal' }]);
    expect(group(plan(-1))).toBe('later');
    expect(group(plan(-6))).toBe('this_week');
    expect(group(plan(-10))).toBe('today');
    expect(group(plan(-20))).toBe('later');
    expect(group(plan(-40))).toBe('today');
    expect(group(plan(-41))).toBe('overdue');
  });

  it.each([
    ['2026-09-22', '2026-09-24'],
    ['2026-10-08', '2026-10-10'],
    ['2026-09-20', '2026-09-20'],
    ['2026-09-26', undefined],
    ['2026-10-03', undefined],
  ])('this week, seen from %s, reaches to %s', (from, until) => {
    expect(lastWorkingDayOfWeek(day(from), calendar)).toBe(until);
  });
});

describe('the countdown', () => {
  it('counts the days of what is overdue', () => {
    expect(countdown(dueIn(-4))).toEqual({ form: 'overdue_days', n: 4, of: 'agreed', tone: 'danger' });
  });

  it.each([
    [at('12:00'), { form: 'hours', h: 3, m: 20, tone: 'danger' }],
    [at('14:39'), { form: 'hours', h: 5, m: 59, tone: 'danger' }],
    [at('14:40'), { form: 'hours', h: 6, m: 0, tone: 'warning' }],
    [at('18:42'), { form: 'hours', h: 10, m: 2, tone: 'warning' }],
    [at('08:40', '2026-09-23'), { form: 'hours', h: 24, m: 0, tone: 'warning' }],
    [at('08:41', '2026-09-24'), { form: 'left_days', n: 2, of: 'legal', tone: 'neutral' }],
    [at('08:10'), { form: 'overdue_hours', h: 0, m: 30, tone: 'danger' }],
    [at('08:40', '2026-09-21'), { form: 'overdue_hours', h: 24, m: 0, tone: 'danger' }],
    [at('08:39', '2026-09-21'), { form: 'overdue_days', n: 1, of: 'legal', tone: 'danger' }],
    [at('08:39', '2026-09-20'), { form: 'overdue_days', n: 2, of: 'legal', tone: 'danger' }],
    [at('23:30', '2026-09-20'), { form: 'overdue_days', n: 2, of: 'legal', tone: 'danger' }],
    [at('23:30', '2026-09-14'), { form: 'overdue_days', n: 8, of: 'legal', tone: 'danger' }],
  ])('of hours, until %i', (legalAtMs, expected) => {
    expect(countdown(hoursUntil(legalAtMs))).toEqual(expected);
  });

  it('says the time of today, or just today', () => {
    expect(countdown({ ...dueIn(0), legalAtMs: at('14:00') })).toEqual({
      form: 'time',
      atMs: at('14:00'),
      tone: 'neutral',
    });
    expect(countdown(dueIn(0))).toEqual({ form: 'today', tone: 'neutral' });
    expect(countdown(duty({ kind: 'collecting' }))).toEqual({ form: 'today', tone: 'neutral' });
  });

  it.each([
    [dueIn(2), { form: 'left_days', n: 2, of: 'agreed', tone: 'neutral' }],
    [refillIn(2), { form: 'left_days', n: 2, of: 'internal', tone: 'warning' }],
    [refillIn(14, { waitingOn: 'us' }), { form: 'left_days', n: 14, of: 'internal', tone: 'warning' }],
    [refillIn(15, { waitingOn: 'us' }), { form: 'left_days', n: 15, of: 'internal', tone: 'neutral' }],
    [dueIn(30), { form: 'left_days', n: 30, of: 'agreed', tone: 'neutral' }],
    [dueIn(31), { form: 'date', date: '2026-10-23', tone: 'neutral' }],
  ])('%#: says the days left, then the date', (of, expected) => {
    expect(countdown(of)).toEqual(expected);
  });

  it('says which date it counts to: a day that is both internal and legal counts as legal', () => {
    const of = (changes: Partial<AgendaDuty>) => countdown(duty(changes));
    const [internalOn, legalOn] = [addDays(today, -25), addDays(today, -23)];
    const toCome = { internalOn, legalOn: addDays(today, 1) };
    expect(of({ kind: 'paper_expiry', ...toCome })).toMatchObject({ n: 25, of: 'internal' });
    expect(of({ kind: 'paper_expiry', internalOn: legalOn, legalOn })).toMatchObject({
      n: 23,
      of: 'validity',
    });
    expect(of({ kind: 'clock_refill', internalOn: legalOn, legalOn })).toMatchObject({ n: 23, of: 'legal' });
    expect(of({ kind: 'task', internalOn })).toMatchObject({ n: 25, of: 'agreed' });
    expect(of({ kind: 'fee_due', internalOn: legalOn, legalOn })).toMatchObject({ n: 23, of: 'agreed' });
    expect(of({ kind: 'fee_due', ...toCome })).toMatchObject({ n: 25, of: 'internal' });
  });

  it('counts from the legal day once that is over too', () => {
    const past = { internalOn: addDays(today, -25), legalOn: addDays(today, -23) };
    const kinds = { clock_refill: 'legal', fee_due: 'agreed', paper_expiry: 'validity' } as const;
    for (const kind of ['clock_refill', 'fee_due', 'paper_expiry'] as const)
      expect(countdown(duty({ kind, ...past }))).toMatchObject({ n: 23, of: kinds[kind], tone: 'danger' });
    const lastDay = { internalOn: addDays(today, -2), legalOn: today };
    expect(countdown(duty({ kind: 'clock_refill', ...lastDay }))).toMatchObject({ n: 2, of: 'internal' });
  });

  it('is never calmer on the last day of a refill than before it', () => {
    expect(countdown(refillIn(0))).toEqual({ form: 'today', tone: 'danger' });
  });

  it('names the day by which the platform does its part', () => {
    const legalOn = addDays(today, 12);
    const invoice = duty({ kind: 'aftercare', waitingOn: 'platform', startsOn: today, legalOn });
    expect(countdown(invoice)).toEqual({ form: 'date', date: legalOn, tone: 'neutral' });
  });

  it('counts the wait: days for the client, working days for the platform', () => {
    const since = day('2026-09-13');
    expect(countdown(refillIn(20, { startsOn: since }))).toEqual({
      form: 'waiting_client',
      n: 9,
      tone: 'neutral',
    });
    const review = duty({
      kind: 'clock_review',
      waitingOn: 'platform',
      startsOn: since,
      internalOn: addDays(today, 9),
    });
    expect(countdown(review)).toEqual({ form: 'waiting_platform', n: 8, tone: 'neutral' });
    expect(countdown({ ...review, startsOn: null })).toMatchObject({ n: 0 });
  });
});

const anyDay = fc.integer({ min: -40, max: 120 }).map((days) => addDays(today, days));
/** Only clocks count in hours. */
const anyDuty: fc.Arbitrary<AgendaDuty> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...obligationKinds),
    unit: fc.constantFrom(...clockUnits),
    waitingOn: fc.constantFrom(...waitingParties),
    startsOn: fc.option(anyDay),
    opensOn: fc.option(anyDay),
    legalOn: fc.option(anyDay),
    internalOn: fc.option(anyDay),
    legalAtMs: fc.option(fc.integer({ min: nowMs - 40 * 86_400_000, max: nowMs + 40 * 86_400_000 })),
    stakeFen: fc.option(fc.constantFrom(0, 3_000, 30_000)),
  })
  .filter(({ kind, unit }) => unit !== 'hour' || kind.startsWith('clock_'));

describe('the order of the agenda', () => {
  it('is that of the morning page', () => {
    const expired = duty({
      id: 'expired',
      kind: 'certification_expiry',
      internalOn: addDays(today, -4),
      legalOn: addDays(today, -4),
    });
    const rows = [
      duty({
        id: 'platform later',
        waitingOn: 'platform',
        kind: 'clock_review',
        internalOn: addDays(today, 16),
      }),
      duty({
        id: 'platform first',
        waitingOn: 'platform',
        kind: 'clock_review',
        internalOn: addDays(today, 6),
      }),
      refillIn(30, { id: 'waits 6', startsOn: addDays(today, -6) }),
      refillIn(40, { id: 'waits 9', startsOn: addDays(today, -9) }),
      { ...dueIn(2), id: 'permit on Thursday' },
      refillIn(2, { id: 'refill on Thursday', stakeFen: 30_000 }),
      { ...dueIn(1), id: 'Wednesday' },
      { ...dueIn(0), id: 'today' },
      { ...dueIn(0), id: 'call at 14:00', legalAtMs: at('14:00') },
      { ...hoursUntil(at('18:42')), id: 'ten hours' },
      { ...hoursUntil(at('12:00')), id: 'three hours' },
      expired,
      refillIn(-1, { id: 'last chance', stakeFen: 30_000 }),
    ];
    expect(rows.toSorted(urgencyOrder(today, nowMs)).map(({ id }) => id)).toEqual([
      'last chance',
      'expired',
      'three hours',
      'ten hours',
      'call at 14:00',
      'today',
      'Wednesday',
      'refill on Thursday',
      'permit on Thursday',
      'waits 9',
      'waits 6',
      'platform first',
      'platform later',
    ]);
  });

  it('is total and does not depend on the order before', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyDuty, { selector: ({ id }) => id, maxLength: 20 }), (duties) => {
        const order = urgencyOrder(today, nowMs);
        const sorted = duties.toSorted(order);
        expect(duties.toReversed().toSorted(order)).toEqual(sorted);
        const ranks = sorted.map((of) => agendaGroups.indexOf(group(of)));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });

  it('puts a duty on a day that its group goes by', () => {
    fc.assert(
      fc.property(anyDuty, (of) => {
        const on = agendaDay(of, today, nowMs);
        const sunday = addDays(today, 5);
        const isOfWeek = on !== undefined && on <= sunday;
        if (on !== undefined) expect(on >= today).toBe(true);
        expect(on === today).toBe(group(of) === 'today');
        expect(isOfWeek).toBe(group(of) === 'today' || group(of) === 'this_week');
        if (group(of) === 'overdue' || group(of) === 'waiting_platform') expect(on).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  it('says of every duty something that fits its group, in whole numbers that are not negative', () => {
    fc.assert(
      fc.property(anyDuty, (of) => {
        const { form, tone, ...figures } = countdown(of);
        const isOverdue = form === 'overdue_days' || form === 'overdue_hours';
        const isLastDayOfRefill =
          form === 'today' && of.kind === 'clock_refill' && (of.internalOn ?? of.legalOn) === today;
        expect(isOverdue).toBe(group(of) === 'overdue');
        if (form !== 'hours') expect(tone === 'danger').toBe(isOverdue || isLastDayOfRefill);
        for (const value of Object.values(figures)) {
          if (typeof value === 'number') expect(Number.isInteger(value) && value >= 0).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
