import { describe, expect, it } from 'vitest';
import { missedCalls } from '#shared/domain/missed-calls.ts';
import { preCheck } from '#shared/domain/pre-check.ts';
import { rulePackFaults } from '#shared/domain/rule-pack-faults.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';
import { cleanCase, sampleSeed } from './pre-check-cases.ts';

const { reviewerCall } = pack;
const returns = (...codes: readonly (string | null)[]) => codes.map((reasonCode) => ({ reasonCode }));

describe('missed calls of the reviewer', () => {
  it('are the returns for the reason that the pack names, of as many as end the order', () => {
    expect(missedCalls([], reviewerCall)).toEqual({ missed: 0, toFail: 3 });
    expect(missedCalls(returns('other', 'call_missed', null, 'call_missed'), reviewerCall)).toEqual({
      missed: 2,
      toFail: 3,
    });
  });

  it('are not counted by a pack that names no reason', () => {
    const { reasonCode, ...unnamed } = reviewerCall;
    expect(missedCalls(returns(reasonCode ?? ''), unnamed).missed).toBe(0);
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

  it('are recorded under a reason that the pack has', () => {
    const astray = { ...pack, reviewerCall: { ...reviewerCall, reasonCode: 'gone' } };
    expect(rulePackFaults(astray)).toEqual([{ code: 'unknown_return_reason', at: 'reviewerCall' }]);
  });
});
