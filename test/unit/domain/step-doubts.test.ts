import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, instantOf } from '#shared/domain/calendar-date.ts';
import type { DayClock, HourClock } from '#shared/domain/clocks.ts';
import type { ApplicationAction } from '#shared/domain/stages.ts';
import { stepDoubtsOf } from '#shared/domain/step-doubts.ts';
import type { DoubtFacts } from '#shared/domain/step-doubts.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';

const on = calendarDate('2026-09-22');
const atMs = instantOf(on, '10:00');
const clockBase = {
  total: 24,
  startedAtMs: atMs,
  used: 0,
  left: 24,
  provisional: false,
  consequence: { zh: '', en: '' },
  tag: 'V',
  source: ['S7'],
} as const;
const hours = (legalAtMs: number, onExpiry: HourClock['onExpiry'] = 'back_to_collecting'): HourClock => ({
  ...clockBase,
  id: 'authorisation',
  unit: 'hour',
  legalAtMs,
  onExpiry,
});
const days: DayClock = {
  ...clockBase,
  id: 'refill',
  unit: 'calendar_day',
  legalOn: on,
  internalOn: on,
  onExpiry: 'failed',
};
const { validity } = certificationPack;
const facts: DoubtFacts = {
  kind: 'annual_review',
  running: undefined,
  validity,
  certifiedUntil: addDays(on, 60),
  heldBackBy: 0,
};
const doubts = (action: ApplicationAction, changes: Partial<DoubtFacts> = {}) =>
  stepDoubtsOf(action, { ...facts, ...changes });

describe('stepDoubtsOf', () => {
  it('asks about what came after the end of the clock that it stops, to the minute and to the day', () => {
    expect(doubts({ kind: 'authorise', atMs }, { running: hours(atMs) })).toEqual([]);
    expect(doubts({ kind: 'authorise', atMs: atMs + 60_000 }, { running: hours(atMs) })).toEqual([
      'after_end',
    ]);
    expect(doubts({ kind: 'withdraw', atMs: atMs + 60_000 }, { running: hours(atMs) })).toEqual([]);
    expect(doubts({ kind: 'authorise', atMs: atMs + 60_000 }, { running: hours(atMs, 'none') })).toEqual([]);
    const midnight = instantOf(addDays(on, 1));
    expect(doubts({ kind: 'resubmit', atMs: midnight - 1 }, { running: days })).toEqual([]);
    expect(doubts({ kind: 'resubmit', atMs: midnight }, { running: days })).toEqual(['after_end']);
    expect(doubts({ kind: 'authorise', atMs: midnight }, { running: days })).toEqual([]);
  });

  it('holds to the platform’s end where the firm has made a clock longer', () => {
    const firm = { packTotal: 30, tag: 'F', source: [], asOf: on, reason: { zh: '', en: '' } } as const;
    const started = addDays(on, -40);
    const clock = { ...days, total: 60, startedAtMs: instantOf(started), legalOn: addDays(on, 20), firm };
    expect(doubts({ kind: 'resubmit', atMs: instantOf(addDays(started, 30)) }, { running: clock })).toEqual(
      [],
    );
    expect(doubts({ kind: 'resubmit', atMs }, { running: clock })).toEqual(['after_end']);
  });

  it('asks about a review that was handed in before its window, and about no other case', () => {
    const early = { certifiedUntil: addDays(on, 91) };
    expect(doubts({ kind: 'submit', atMs }, early)).toEqual(['before_window']);
    expect(doubts({ kind: 'submit', atMs }, { certifiedUntil: addDays(on, 90) })).toEqual([]);
    expect(doubts({ kind: 'submit', atMs }, { ...early, kind: 'first_certification' })).toEqual([]);
    expect(doubts({ kind: 'resubmit', atMs }, early)).toEqual([]);
    expect(doubts({ kind: 'submit', atMs }, { certifiedUntil: null })).toEqual([]);
  });

  it('asks about a submission that is held back, and about an end far from the rules', () => {
    expect(doubts({ kind: 'submit', atMs }, { heldBackBy: 1 })).toEqual(['held_back']);
    expect(doubts({ kind: 'resubmit', atMs }, { heldBackBy: 2 })).toEqual(['held_back']);
    expect(doubts({ kind: 'pay', atMs }, { heldBackBy: 2 })).toEqual([]);
    const pass = (certifiedUntil: string): ApplicationAction => ({
      kind: 'pass',
      atMs,
      certifiedUntil: calendarDate(certifiedUntil),
    });
    expect(doubts(pass('2027-09-22'))).toEqual([]);
    expect(doubts(pass('2036-01-01'))).toEqual(['unusual_end']);
    expect(doubts(pass('2036-01-01'), { validity: null })).toEqual([]);
  });

  it('once a step is late it stays late', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 * 86_400_000 }), fc.nat(86_400_000), (past, more) => {
        const late = doubts({ kind: 'resubmit', atMs: atMs + past }, { running: days });
        if (late.length > 0)
          expect(doubts({ kind: 'resubmit', atMs: atMs + past + more }, { running: days })).toEqual(late);
      }),
    );
  });
});
