import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { comparePlatforms } from '#shared/domain/platform-comparison.ts';
import type { ComparedPlatform, ComparedRules } from '#shared/domain/platform-comparison.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { Platform } from '#shared/domain/platform.ts';
import { trustTags } from '#shared/domain/rule-pack.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { certificationPack } from '../rules/certification-pack.ts';
import { shippedPack } from '../rules/shipped-packs.ts';
import { line, official, packWith, told } from '../rules/small-packs.ts';

const on = calendarDate('2026-09-22');

const comparedOn = (packs: readonly RulePack[], platform: Platform): ComparedPlatform => {
  const found = comparePlatforms(packs, on).platforms.find((one) => one.platform === platform);
  if (found === undefined) throw new Error(platform);
  return found;
};

const rulesOf = (packs: readonly RulePack[], platform: Platform): ComparedRules => {
  const { rules } = comparedOn(packs, platform);
  if (rules === null) throw new Error(`no rules of ${platform}`);
  return rules;
};

describe('the shipped packs', () => {
  it('tell who may not certify from who is not named', () => {
    const subjects = rulesOf([shippedPack('baidu.smart_program')], 'baidu').subjects;
    const stateOf = (type: (typeof entityTypes)[number]) =>
      subjects.find(({ entityType }) => entityType === type);
    expect(stateOf('individual')).toMatchObject({ state: 'may_not', basis: { tag: 'P', source: ['S36'] } });
    expect(stateOf('company')).toMatchObject({ state: 'may' });
    expect(stateOf('sole_trader')).toMatchObject({ state: 'unknown' });
  });
});

describe('the shipped certification pack', () => {
  const rules = rulesOf([certificationPack], 'wechat');

  it('names its times, terms and refills with the leaf that says so', () => {
    expect(rules.review).toMatchObject({
      state: 'known',
      value: { unit: 'working_day', total: 15 },
      basis: { packId: 'wechat.mp.certification', place: 'clocks.review', tag: 'V', source: ['S1'] },
    });
    expect(rules.validity).toMatchObject({ state: 'known', value: { years: 1 } });
    expect(rules.annualReview).toMatchObject({
      state: 'known',
      value: { opensDaysBefore: 90, losses: [{ afterDays: 0 }, { afterDays: 30 }, { afterDays: 60 }] },
      basis: { tag: 'P' },
    });
    expect(rules.refills).toMatchObject({ state: 'known', value: { max: 3 } });
    expect(rules.nameLength).toMatchObject({ state: 'known', value: { minUnits: 4, maxUnits: 30 } });
  });

  it('has each entity type once among the subjects and once among the fees', () => {
    expect(rules.subjects.map(({ entityType }) => entityType)).toEqual([...entityTypes]);
    const priced = rules.fees.flatMap((fee) => fee.entityTypes);
    expect(priced.toSorted()).toEqual(entityTypes.toSorted());
  });

  it('tells free from a fee, and a third party from the platform', () => {
    const feeOf = (type: (typeof entityTypes)[number]) =>
      rules.fees.find((fee) => fee.entityTypes.includes(type))?.amountFen;
    expect(feeOf('government')).toMatchObject({ state: 'known', value: 0, basis: { tag: 'V' } });
    expect(feeOf('sole_trader')).toMatchObject({ state: 'known', value: 3000, basis: { tag: 'P' } });
    expect(feeOf('overseas')).toMatchObject({ state: 'known', value: 30000, basis: { tag: 'I' } });
  });

  it('rests each subject on the paper that proves it', () => {
    const basisOf = (type: (typeof entityTypes)[number]) =>
      rules.subjects.find(({ entityType }) => entityType === type)?.basis;
    expect(basisOf('company')).toMatchObject({
      tag: 'V',
      place: 'requirements.company.subject.business_licence',
    });
    expect(basisOf('law_firm')).toMatchObject({ tag: 'I' });
    expect(basisOf('individual')).toMatchObject({ tag: 'V' });
  });
});

describe('what no pack tells', () => {
  it('is said of a platform without a pack', () => {
    expect(comparedOn([certificationPack], 'alipay')).toEqual({
      platform: 'alipay',
      orders: [],
      rules: null,
    });
    expect(comparePlatforms([], on).platforms.map(({ platform }) => platform)).toEqual([...platforms]);
  });

  it('is an unknown cell with the pack’s own word, never a zero', () => {
    const pack = packWith({
      unknowns: [line('fee', 'no fee was found'), line('clock.review', 'no time was found')],
    });
    const rules = rulesOf([pack], 'alipay');
    expect(rules.fees).toEqual([
      {
        entityTypes: ['company', 'individual'],
        amountFen: {
          state: 'unknown',
          text: { zh: 'no fee was found', en: 'no fee was found' },
          basis: { packId: 'bare', place: 'unknowns.fee', ...told },
        },
        note: null,
      },
    ]);
    expect(rules.review).toMatchObject({ state: 'unknown', text: { en: 'no time was found' } });
  });

  it('is our own inference where the pack is silent', () => {
    const rules = rulesOf([packWith({})], 'alipay');
    for (const cell of [rules.review, rules.validity, rules.refills, rules.withdrawal, rules.nameLength]) {
      expect(cell).toMatchObject({ state: 'unknown', text: null, basis: { tag: 'I', source: ['OWN'] } });
    }
  });

  it('is said of the entity types that the pack does not cover', () => {
    const pack = packWith({
      statements: [line('subjects', 'companies and individuals', official)],
      unknowns: [line('other_types', 'others were not found')],
    });
    const { subjects } = rulesOf([pack], 'alipay');
    expect(subjects.filter(({ state }) => state === 'may').map(({ entityType }) => entityType)).toEqual([
      'company',
      'individual',
    ]);
    expect(subjects.find(({ entityType }) => entityType === 'company')?.basis).toMatchObject({
      place: 'statements.subjects',
      tag: 'V',
    });
    expect(subjects.find(({ entityType }) => entityType === 'media')).toMatchObject({
      state: 'unknown',
      text: { en: 'others were not found' },
    });
  });
});

describe('a pack without a term', () => {
  it('does not run out only where it says so', () => {
    const endless = packWith({ statements: [line('validity', 'it has no end')] });
    expect(rulesOf([endless], 'alipay').validity).toMatchObject({ state: 'known', value: { years: null } });
    const both = packWith({
      statements: [line('validity', 'it has no end')],
      unknowns: [line('validity', 'nothing was found')],
    });
    expect(rulesOf([both], 'alipay').validity).toMatchObject({ state: 'unknown' });
  });
});

describe('fees with a period', () => {
  const until = calendarDate('2026-09-30');
  const note = { zh: '优惠', en: 'promotion' };
  const fee = { entityTypes: ['company' as const], note, ...told };
  const pack = packWith({
    fees: [
      { ...fee, amountFen: 0, from: null, to: until },
      { ...fee, amountFen: 30000, from: addDays(until, 1), to: null },
    ],
  });
  const amountOn = (day: typeof until) =>
    comparePlatforms([pack], day).platforms.flatMap(({ rules }) => rules?.fees[0]?.amountFen ?? [])[0];

  it('are those of the day', () => {
    expect(amountOn(until)).toMatchObject({ state: 'known', value: 0, basis: { place: 'fees.0' } });
    expect(amountOn(addDays(until, 1))).toMatchObject({ value: 30000, basis: { place: 'fees.1' } });
  });
});

describe('any set of packs', () => {
  const anyPack = fc
    .record({
      platform: fc.constantFrom(...platforms),
      coveredEntityTypes: fc.uniqueArray(fc.constantFrom(...entityTypes), { minLength: 1 }),
      tag: fc.constantFrom(...trustTags),
      isPriced: fc.boolean(),
    })
    .map(({ platform, coveredEntityTypes, tag, isPriced }) =>
      packWith({
        platform,
        coveredEntityTypes,
        fees: isPriced
          ? [
              {
                ...told,
                tag,
                entityTypes: coveredEntityTypes.slice(0, 1),
                amountFen: 0,
                from: null,
                to: null,
                note: { zh: '', en: '' },
              },
            ]
          : [],
      }),
    );

  it('gives every platform, every entity type, and marks on every cell, whatever the order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyPack, { selector: ({ platform }) => platform }), (packs) => {
        const comparison = comparePlatforms(packs, on);
        expect(comparison).toEqual(comparePlatforms(packs.toReversed(), on));
        expect(comparison.platforms.map(({ platform }) => platform)).toEqual([...platforms]);
        for (const { rules } of comparison.platforms) {
          if (rules === null) continue;
          expect(rules.subjects.map(({ entityType }) => entityType)).toEqual([...entityTypes]);
          const { review, validity, annualReview, refills, withdrawal, nameLength, fees, subjects } = rules;
          const single = [review, validity, annualReview, refills, withdrawal, nameLength];
          for (const { basis } of [...single, ...subjects, ...fees.map(({ amountFen }) => amountFen)]) {
            expect(basis.source.length).toBeGreaterThan(0);
            expect(trustTags).toContain(basis.tag);
          }
        }
      }),
    );
  });
});
