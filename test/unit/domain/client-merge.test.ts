import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fieldStanding,
  joinedRemarks,
  mergeFields,
  suggestedTakes,
  takenFacts,
} from '#shared/domain/client-merge.ts';
import type { MergeableFacts } from '#shared/domain/client-merge.ts';

const nothing: MergeableFacts = {
  ...{
    name: '示例',
    entityType: 'company',
    creditCode: null,
    creditCodeNote: null,
    legalRepresentative: null,
  },
  ...{ address: null, establishedOn: null, licenceUntil: null, standing: null, standingCheckedOn: null },
  ...{ annualReportYear: null, businessScope: null, consultantId: null, serviceStatus: 'active' },
  ...{ serviceSinceOn: null, serviceFeeFen: null, remark: null },
};
const facts = (own: Partial<MergeableFacts>): MergeableFacts => ({ ...nothing, ...own });
const code = '91440399MAXA00014R';

describe('what a merge suggests', () => {
  it.each<[string, Partial<MergeableFacts>, Partial<MergeableFacts>, string[]]>([
    ['what is missing', {}, { address: '路', remark: '注' }, ['address', 'remark']],
    ['nothing where both have a value', { address: '路' }, { address: '街' }, []],
    ['nothing for a fee of zero', { serviceFeeFen: 0 }, { serviceFeeFen: 100 }, []],
    ['a credit code for an old one', { creditCode: 'MAXA00014' }, { creditCode: code }, ['creditCode']],
    ['no old code for a credit code', { creditCode: code }, { creditCode: 'MAXA00014' }, []],
  ])('is %s', (_what, kept, other, fields) => {
    expect(suggestedTakes(facts(kept), facts(other))).toEqual(fields);
  });
});

it('a note goes with its code, and the day with the standing', () => {
  const other = facts({
    creditCode: code,
    creditCodeNote: '如此',
    standing: 'closed',
    standingCheckedOn: '2026-01-01',
  });
  expect(takenFacts(other, ['creditCode', 'standing', 'name'])).toEqual({
    ...{ creditCode: code, creditCodeNote: '如此', standing: 'closed' },
    ...{ standingCheckedOn: '2026-01-01', name: '示例' },
  });
  expect(fieldStanding('standing', facts({ standing: 'closed' }), other)).toBe('differs');
});

it('remarks are put together only where both say something else', () => {
  expect(joinedRemarks(facts({ remark: '甲' }), facts({ remark: '乙' }))).toBe('甲\n\n乙');
  for (const [a, b] of [
    ['甲', '甲'],
    ['甲', null],
    [null, '乙'],
  ] as const)
    expect(joinedRemarks(facts({ remark: a }), facts({ remark: b }))).toBeNull();
});

it('what is suggested fills gaps and never leaves one', () => {
  const value = fc.constantFrom(null, '甲', '乙');
  const any = fc.record(
    Object.fromEntries(Object.keys(nothing).map((key) => [key, value])),
  ) as fc.Arbitrary<MergeableFacts>;
  fc.assert(
    fc.property(any, any, (kept, other) => {
      const merged = { ...kept, ...takenFacts(other, suggestedTakes(kept, other)) };
      for (const field of mergeFields) {
        expect(merged[field] === null).toBe(kept[field] === null && other[field] === null);
        if (kept[field] !== null) expect(merged[field]).toBe(kept[field]);
      }
    }),
  );
});
