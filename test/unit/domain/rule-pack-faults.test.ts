import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { rulePackFaults } from '#shared/domain/rule-pack-faults.ts';
import { clockRule } from '#shared/domain/rule-pack-lookup.ts';
import type { ClockEnd, RulePack } from '#shared/domain/rule-pack.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';

const codesOf = (changes: Partial<RulePack>): string[] => [
  ...new Set(rulePackFaults({ ...pack, ...changes }).map(({ code }) => code)),
];

const marks = { tag: 'I', source: ['OWN'], asOf: pack.asOf } as const;
const step = { id: 'step', text: pack.title, ...marks };
const duty = {
  title: pack.title,
  waitingOn: 'us',
  plan: { unit: 'working_day', total: 5, ...marks },
} as const;

describe('faults of a rule pack', () => {
  it('finds none in the shipped pack', () => {
    expect(rulePackFaults(pack)).toEqual([]);
  });

  it.each<[string, Partial<RulePack>, string]>([
    ['a source nobody named', { refills: { ...pack.refills, source: ['S1', 'S999'] } }, 'unknown_source'],
    [
      'a source nobody uses',
      { sources: [...pack.sources, { code: 'S99', title: pack.title, publisher: 'official' }] },
      'unused_source',
    ],
    [
      'an official fact without an official source',
      { refills: { ...pack.refills, source: ['S14'] } },
      'official_without_official_source',
    ],
    [
      'knowledge from after the pack',
      { refills: { ...pack.refills, asOf: calendarDate('2026-11-23') } },
      'known_after_pack_date',
    ],
    ['a missing upload profile', { uploadProfiles: [] }, 'unknown_upload_profile'],
    ['a clock named twice', { clocks: [...pack.clocks, ...pack.clocks.slice(0, 1)] }, 'duplicate_id'],
    ['a missing clock', { clocks: pack.clocks.slice(1) }, 'not_known_and_not_said'],
    ['a missing stage', { stages: pack.stages.slice(1) }, 'stage_missing'],
    [
      'a covered type without requirements',
      { requirements: pack.requirements.slice(1) },
      'requirements_missing',
    ],
    ['a kind without requirements', { applicationKinds: ['filing'] }, 'requirements_missing'],
    ['two fees at once', { fees: [...pack.fees, ...pack.fees.slice(0, 1)] }, 'fee_missing_or_ambiguous'],
    [
      'a fee that has run out',
      { fees: pack.fees.map((fee) => ({ ...fee, to: calendarDate('2026-11-21') })) },
      'fee_missing_or_ambiguous',
    ],
    [
      'a duty after the pass without a time',
      { aftercare: [{ ...step, duty: { ...duty, plan: undefined } }] as RulePack['aftercare'] },
      'aftercare_without_time',
    ],
    [
      'a duty after one that does not stand before it',
      { aftercare: [{ ...step, duty: { ...duty, after: 'step' } }] },
      'unknown_aftercare',
    ],
    [
      'a duty beside one that is none',
      { aftercare: [{ ...step, duty: { ...duty, alternatives: ['record_end'] } }, ...pack.aftercare] },
      'unknown_aftercare',
    ],
    [
      'a duty on an answer that nobody is asked for',
      {
        aftercare: [
          { ...step, duty: { ...duty, condition: { fact: 'uses_parent_name', is: true, unknown: 'ask' } } },
        ],
        requirements: pack.requirements.map((set) => ({
          ...set,
          groups: set.groups.filter(({ formula }) => !JSON.stringify(formula).includes('uses_parent_name')),
        })),
      },
      'unasked_fact',
    ],
  ])('finds %s', (_name, changes, code) => {
    expect(codesOf(changes)).toContain(code);
  });

  it('lets an order begin anew only before anybody looked at it, and sends back only after that', () => {
    const authorisation = clockRule(pack, 'authorisation');
    if (authorisation === undefined) return expect.unreachable();
    const ends = (path: RulePack['path'], onExpiry: ClockEnd) =>
      rulePackFaults({
        ...pack,
        path,
        clocks: [{ ...authorisation, id: 'confirmation', startsAt: 'submitted', onExpiry }],
      }).filter(({ at }) => at === 'clocks.confirmation');
    const fault = { code: 'path_broken', at: 'clocks.confirmation' };
    expect(ends(['in_review', 'awaiting_confirmation'], 'back_to_collecting')).toEqual([fault]);
    expect(ends(['in_review', 'awaiting_confirmation'], 'failed')).toEqual([]);
    expect(ends(['awaiting_confirmation', 'in_review'], 'back_to_collecting')).toEqual([]);
    expect(ends(['awaiting_confirmation', 'in_review'], 'returned')).toEqual([fault]);
    // No return reason of this pack says so.
    expect(ends(['in_review', 'awaiting_confirmation'], 'returned')).toEqual([fault]);
  });

  it('accepts a fee that changes on a day', () => {
    const fees = pack.fees.map((fee) => ({ ...fee, from: null, to: calendarDate('2026-06-30') }));
    const today = pack.fees
      .filter(({ to }) => to === null)
      .map((fee) => ({ ...fee, from: calendarDate('2026-07-01') }));
    const undated = fees.filter((_, index) => pack.fees[index]?.to === null);
    expect(rulePackFaults({ ...pack, conflicts: [], fees: [...undated, ...today] })).toEqual([]);
  });

  it('takes a variant for another fee by its nature, but not for the fee itself', () => {
    const variant = { id: 'once', text: { zh: '一次', en: 'once' } };
    const base = pack.fees.filter(({ variant: own }) => own === undefined);
    const company = base.find(({ entityTypes }) => entityTypes.includes('company'));
    if (company === undefined) throw new Error('no fee');
    const other = { ...company, amountFen: 0, variant };
    expect(rulePackFaults({ ...pack, conflicts: [], fees: [...base, other] })).toEqual([]);
    expect(codesOf({ fees: [...base, other, { ...other, amountFen: 1 }] })).toContain('contradiction');
    const alone = base.map((fee) => (fee === company ? { ...fee, variant } : fee));
    expect(codesOf({ fees: alone })).toContain('fee_missing_or_ambiguous');
  });

  it('finds a plan that hands in before the window opens, or asks for papers after that', () => {
    const { validity } = pack;
    const planned = (askDaysBefore: number, submitDaysBefore: number) =>
      rulePackFaults({
        ...pack,
        validity: { ...validity, plan: { ...validity.plan, askDaysBefore, submitDaysBefore } },
      });
    expect(planned(300, 91)).toEqual([{ code: 'contradiction', at: 'validity.window' }]);
    expect(planned(10, 60)).toEqual([{ code: 'contradiction', at: 'validity.window' }]);
    expect(planned(90, 90)).toEqual([]);
  });

  it('finds a paper that a case is asked for twice under two names', () => {
    const [first, ...others] = pack.requirements;
    const [group] = first?.groups ?? [];
    if (first === undefined || group?.formula.op !== 'all_of') return expect.unreachable();
    const [paper] = group.formula.parts;
    if (paper?.op !== 'document') return expect.unreachable();
    const again = { id: 'again', title: group.title, formula: { ...paper, id: 'again.licence' } };
    const requirements = [{ ...first, groups: [...first.groups, again] }, ...others];
    expect(rulePackFaults({ ...pack, requirements })).toEqual([
      { code: 'paper_asked_twice', at: `requirements.${first.entityType}.again.licence` },
    ]);
  });

  it('finds an alternative that asks for nothing for certain', () => {
    const requirements = pack.requirements.map((set) => ({
      ...set,
      groups: set.groups.map((group) => {
        const [first] = group.formula.op === 'all_of' ? group.formula.parts : [];
        if (first?.op !== 'document') return group;
        const optional = { ...first, needed: 'if_applicable' } as const;
        const title = group.title;
        const choice = { op: 'any_of', id: `${group.id}.choice`, title, options: [first, optional] } as const;
        return { ...group, formula: choice };
      }),
    }));
    const faults = rulePackFaults({ ...pack, requirements });
    expect(faults).toContainEqual({ code: 'option_without_required_paper', at: 'subject.subject.choice.1' });
  });
});
