import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, instantOf } from '#shared/domain/calendar-date.ts';
import { callRecordUntil, missedCalls } from '#shared/domain/missed-calls.ts';
import type { CallReturn, LoggedCall } from '#shared/domain/missed-calls.ts';
import { preCheck } from '#shared/domain/pre-check.ts';
import { rulePackFaults } from '#shared/domain/rule-pack-faults.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';
import { cleanCase, sampleSeed } from './pre-check-cases.ts';

const { reviewerCall } = pack;
const day = (n: number): number => instantOf(addDays(calendarDate('2026-09-01'), n), '10:00');
const missedOn = (...days: readonly number[]): LoggedCall[] =>
  days.map((n) => ({ atMs: day(n), outcome: 'missed' }));
const returnedOn = (n: number, reasonCode: string | null = 'call_missed') => ({
  reasonCode,
  returnedAtMs: day(n),
});
const count = (calls: readonly LoggedCall[], returns: readonly CallReturn[]): number =>
  missedCalls({ calls, returns }, reviewerCall).missed;

describe('missed calls of the reviewer', () => {
  it('are those of the log, and the returns for the reason that the pack names', () => {
    expect(missedCalls({ calls: [], returns: [] }, reviewerCall)).toEqual({ missed: 0, toFail: 3 });
    expect(count([], [{ reasonCode: 'other' }, { reasonCode: 'call_missed' }, { reasonCode: null }])).toBe(1);
    expect(count([...missedOn(1, 2), { atMs: day(3), outcome: 'answered' }], [])).toBe(2);
  });

  it('are one when the platform sent the order back for a call that the log has', () => {
    expect(count(missedOn(2), [returnedOn(2)])).toBe(1);
    expect(count(missedOn(2), [returnedOn(4)])).toBe(1);
    expect(count(missedOn(1, 2), [returnedOn(4)])).toBe(2);
    expect(count(missedOn(2, 9), [returnedOn(4), returnedOn(9)])).toBe(2);
  });

  it('are two when the call came after that return, or before the one before it', () => {
    expect(count(missedOn(5), [returnedOn(4)])).toBe(2);
    expect(count(missedOn(2), [returnedOn(4, 'other'), returnedOn(9)])).toBe(2);
    expect(count(missedOn(2), [{ reasonCode: 'call_missed' }])).toBe(2);
  });

  it('are counted from the log alone by a pack that names no reason', () => {
    const { reasonCode, ...unnamed } = reviewerCall;
    const record = { calls: missedOn(1), returns: [{ reasonCode: reasonCode ?? '' }] };
    expect(missedCalls(record, unnamed).missed).toBe(1);
  });

  it('are never fewer than either record says, nor more than both say together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(30), fc.boolean()), { maxLength: 5 }),
        (called, returned) => {
          const returns = returned
            .toSorted(([a], [b]) => a - b)
            .map(([n, isCall]) => returnedOn(n, isCall ? 'call_missed' : 'other'));
          const own = returns.filter(({ reasonCode }) => reasonCode === 'call_missed').length;
          const missed = count(missedOn(...called), returns);
          expect(missed).toBeGreaterThanOrEqual(Math.max(called.length, own));
          expect(missed).toBeLessThanOrEqual(called.length + own);
          expect(count(missedOn(...called.toReversed()), returns)).toBe(missed);
        },
      ),
    );
  });

  it('are cut off at the end of a day', () => {
    const record = { calls: missedOn(1, 6), returns: [returnedOn(1), returnedOn(6)] };
    expect(
      missedCalls(callRecordUntil(record, addDays(calendarDate('2026-09-01'), 5)), reviewerCall).missed,
    ).toBe(1);
  });

  it('are told before the next submission, and after it, as a warning', () => {
    const facts = {
      ...cleanCase(sampleSeed),
      returns: [
        { reasonCode: 'call_missed', atMs: 1 },
        { reasonCode: 'other', atMs: 2 },
      ],
    };
    for (const isReturned of [true, false]) {
      const finding = preCheck({ ...facts, isReturned }, pack).findings.find(
        ({ check }) => check === 'calls_missed',
      );
      expect(finding).toMatchObject({ level: 'warning', found: '1 / 3', tag: 'P' });
    }
  });

  it('are told of the log alone as well', () => {
    const facts = { ...cleanCase(sampleSeed), calls: missedOn(1, 2) };
    const finding = preCheck(facts, pack).findings.find(({ check }) => check === 'calls_missed');
    expect(finding).toMatchObject({ level: 'warning', found: '2 / 3' });
  });

  it('are recorded under a reason that the pack has', () => {
    const astray = { ...pack, reviewerCall: { ...reviewerCall, reasonCode: 'gone' } };
    expect(rulePackFaults(astray)).toEqual([{ code: 'unknown_return_reason', at: 'reviewerCall' }]);
  });
});
