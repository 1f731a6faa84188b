import fc from 'fast-check';
import { applicationKinds, stages } from '#shared/domain/application.ts';
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import type {
  PermitGap,
  StrategyAccount,
  StrategyFacts,
  StrategyRules,
} from '#shared/domain/strategy-facts.ts';
import { certificationPack } from '../rules/certification-pack.ts';
import { line, official, packWith, told } from '../rules/small-packs.ts';

export const today = calendarDate('2026-09-22');

const organisations = entityTypes.filter((type) => type !== 'individual');

const review = {
  id: 'review',
  unit: 'working_day',
  total: 20,
  startsAt: 'handed_in',
  onExpiry: 'none',
  consequence: { zh: '', en: '' },
  ...told,
} as const;

export const merchantPack = packWith({
  id: 'merchant',
  platform: 'wechat',
  accountKinds: ['merchant'],
  applicationKinds: ['merchant_onboarding'],
  coveredEntityTypes: organisations.filter((type) => type !== 'overseas'),
  aftercare: [line('bind_appid', 'the program must be certified', official)],
  statements: [line('no_individuals', 'not for individuals')],
});

export const filingPack = packWith({
  id: 'filing',
  platform: 'wechat',
  applicationKinds: ['filing'],
  coveredEntityTypes: entityTypes.filter((type) => type !== 'overseas'),
  clocks: [review],
  statements: [line('duty', 'new programs are filed first')],
});

export const alipayPack = packWith({
  id: 'alipay',
  coveredEntityTypes: ['company', 'sole_trader', 'individual'],
  unknowns: [
    line('fee', 'no fee was found'),
    line('other_types', 'others were not found'),
    line('validity', 'no term was found'),
  ],
});

export const pricedPack = (amountFen: number): RulePack =>
  packWith({
    id: 'douyin',
    platform: 'douyin',
    fees: [
      {
        ...told,
        entityTypes: ['company', 'individual'],
        amountFen,
        from: null,
        to: null,
        note: { zh: '', en: '' },
      },
    ],
  });

export const rules: StrategyRules = {
  packs: [certificationPack, merchantPack, filingPack, alipayPack],
  otherSources: [],
};

export const program: StrategyAccount = {
  accountId: 'wx',
  name: '栩禾小馆',
  platform: 'wechat',
  kind: 'mini_program',
};

/** A category that asks for a paper, and one that is closed. */
export const gap: PermitGap = {
  categoryId: 'dining.place',
  category: { zh: '餐饮-餐饮服务场所', en: 'Dining – Restaurants' },
  needed: { zh: '食品经营许可证', en: 'food business permit' },
  basis: { packId: 'categories', place: 'categories.dining.place', ...told },
};
export const closed: PermitGap = { ...gap, categoryId: 'news', needed: null };

export const facts: StrategyFacts = {
  today,
  entityType: 'company',
  accounts: [],
  orders: [],
  documents: [],
  platformFeesFen: 0,
};

const day = fc.integer({ min: -200, max: 500 }).map((days) => addDays(today, days));

const account = (accountId: string): fc.Arbitrary<StrategyAccount> =>
  fc.record(
    {
      accountId: fc.constant(accountId),
      name: fc.constantFrom('甲', '乙', '丙'),
      platform: fc.constantFrom(...platforms),
      kind: fc.constantFrom(...accountKinds),
      appId: fc.constant('1900000109'),
      permitGaps: fc.subarray([gap, closed]),
      certifiedSince: day,
      certifiedUntil: day,
    },
    { requiredKeys: ['accountId', 'name', 'platform', 'kind'] },
  );

const someIds = ['a', 'b', 'c', 'd'];

const accountsOfSome = fc
  .subarray(someIds)
  .chain((ids) => fc.tuple(...ids.map(account)).map((accounts): readonly StrategyAccount[] => accounts));

/** Any client, also one that makes little sense. */
export const anyFacts: fc.Arbitrary<StrategyFacts> = fc.record({
  today: fc.constant(today),
  entityType: fc.constantFrom(...entityTypes),
  accounts: accountsOfSome,
  orders: fc.uniqueArray(
    fc.record({
      applicationId: fc.uuid(),
      accountId: fc.constantFrom(...someIds),
      kind: fc.constantFrom(...applicationKinds),
      stage: fc.constantFrom(...stages),
    }),
    { selector: ({ applicationId }) => applicationId, maxLength: 6 },
  ),
  documents: fc.uniqueArray(
    fc.record(
      {
        documentId: fc.uuid(),
        kind: fc.constantFrom(...documentKinds),
        validUntil: fc.oneof(day, fc.constant('forever' as const)),
      },
      { requiredKeys: ['documentId', 'kind'] },
    ),
    { selector: ({ documentId }) => documentId, maxLength: 6 },
  ),
  platformFeesFen: fc.nat(100_000),
});
