import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/calendar-date.ts';
import type { ReasonMatter } from '#shared/domain/strategy-reason.ts';
import { strategyOf } from '#shared/domain/strategy.ts';
import type { StrategyFacts } from '#shared/domain/strategy-facts.ts';
import type { StrategyStep } from '#shared/domain/strategy-step.ts';
import { certificationPack } from '../rules/certification-pack.ts';
import { closed, facts, gap, merchantPack, pricedPack, program, rules, today } from './strategy-cases.ts';

const strategy = (changes: Partial<StrategyFacts>, packs = rules.packs) =>
  strategyOf({ ...facts, ...changes }, { ...rules, packs });
const stepsFor = (...args: Parameters<typeof strategy>) => strategy(...args).steps;
const ids = (...args: Parameters<typeof strategy>) => stepsFor(...args).map(({ id }) => id);
const step = (steps: readonly StrategyStep[], id: string): StrategyStep => {
  const found = steps.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no step ${id} among ${steps.map((one) => one.id).join()}`);
  return found;
};
const codes = ({ reasons }: StrategyStep): ReasonMatter['code'][] => reasons.map(({ code }) => code);

const until = (days: number) => addDays(today, days);
const certified = { ...program, certifiedUntil: until(200) };
const alipay = { ...program, accountId: 'ali', platform: 'alipay' as const };
const merchant = { ...program, accountId: 'pay', kind: 'merchant' as const, name: '商户' };
const filed = { applicationId: 'f1', accountId: 'wx', kind: 'filing' as const, stage: 'passed' as const };

describe('the core platform', () => {
  it('is certified first, although another one is certified already', () => {
    const steps = stepsFor({ accounts: [{ ...alipay, certifiedSince: until(-30) }, program] });
    expect(steps[0]).toMatchObject({
      id: 'certify:wx',
      platform: 'wechat',
      weight: 'advice',
      begin: { accountId: 'wx', kind: 'first_certification' },
    });
    expect(steps[0]?.reasons).toContainEqual({
      code: 'others_certified',
      platforms: ['alipay'],
      basis: { from: 'record' },
    });
    expect(steps[0]?.reasons).toContainEqual({
      code: 'advice',
      advice: 'core_first',
      basis: { from: 'source', tag: 'S', source: ['S0'], asOf: '2025-05-02' },
    });
  });

  it('stands before the others, which follow', () => {
    expect(ids({ accounts: [alipay, program] }).filter((id) => id.startsWith('certify'))).toEqual([
      'certify:wx',
      'certify:ali',
    ]);
  });

  it('is where money is taken, else the one of the article, else the only one', () => {
    expect(strategy({ accounts: [program, { ...merchant, platform: 'alipay' }] }).core).toEqual({
      platform: 'alipay',
      why: 'merchant',
    });
    expect(strategy({ accounts: [alipay, program] }).core).toEqual({ platform: 'wechat', why: 'advice' });
    expect(strategy({ accounts: [alipay] }).core).toEqual({ platform: 'alipay', why: 'only_platform' });
    const baidu = { ...alipay, accountId: 'bd', platform: 'baidu' as const };
    expect(strategy({ accounts: [baidu, alipay] }).core).toEqual({ platform: 'alipay', why: 'not_known' });
    expect(strategy({}).core).toEqual({ platform: 'wechat', why: 'advice' });
  });

  it('gets a program where there is none', () => {
    const [first, ...others] = stepsFor({});
    expect(first).toMatchObject({ id: 'open_account:wechat', weight: 'advice', begin: { accountId: null } });
    expect(others).toEqual([]);
    expect(step(stepsFor({ accounts: [alipay] }), 'open_account:wechat').weight).toBe('option');
  });
});

describe('an annual review', () => {
  it('comes before everything while its window is open, with the days left and what is lost', () => {
    const steps = stepsFor({ accounts: [alipay, { ...program, certifiedUntil: until(40) }] });
    expect(steps[0]).toMatchObject({
      id: 'renew:wx',
      weight: 'duty',
      begin: { accountId: 'wx', kind: 'annual_review' },
    });
    expect(steps[0]?.reasons.slice(0, 2)).toMatchObject([
      {
        code: 'window_open',
        days: 40,
        until: until(40),
        opensOn: until(-50),
        basis: { place: 'validity.window', tag: 'P', source: ['S10'] },
      },
      { code: 'loss', days: 40, on: until(40), basis: { place: 'validity.losses.0' } },
    ]);
  });

  it.each([
    [91, false],
    [90, true],
    [0, true],
    [-1, true],
  ])('with %i days left: %s', (days, isShown) => {
    expect(ids({ accounts: [{ ...program, certifiedUntil: until(days) }] }).includes('renew:wx')).toBe(
      isShown,
    );
  });

  it('that was missed names what has stopped and what stops next', () => {
    const steps = stepsFor({ accounts: [{ ...program, certifiedUntil: until(-10) }] });
    expect(steps[0]?.reasons.slice(0, 3)).toMatchObject([
      { code: 'certification_ended', days: 10 },
      { code: 'loss', days: -10 },
      { code: 'loss', days: 20 },
    ]);
  });

  it('under way is gone on with and not begun again', () => {
    const order = { applicationId: 'r1', accountId: 'wx', kind: 'annual_review', stage: 'returned' } as const;
    const steps = stepsFor({ accounts: [{ ...program, certifiedUntil: until(40) }], orders: [order] });
    expect(steps[0]).toMatchObject({
      begin: null,
      underWay: { applicationId: 'r1', stage: 'returned' },
      reasons: [{ code: 'under_way' }, { code: 'window_open' }, {}, {}, {}, {}],
    });
  });

  it('whose rules are not known is compared with the console shortly before its end', () => {
    const ending = { ...alipay, certifiedUntil: until(20) };
    expect(step(stepsFor({ accounts: [ending] }), 'check_term:ali')).toMatchObject({
      weight: 'advice',
      begin: null,
      reasons: [
        { code: 'certification_ends', days: 20 },
        { code: 'says', text: { en: 'no term was found' } },
      ],
    });
    expect(ids({ accounts: [{ ...alipay, certifiedUntil: until(40) }] })).not.toContain('check_term:ali');
  });
});

describe('a merchant account', () => {
  it('waits for the certification of the program that is bound to it', () => {
    const steps = stepsFor({ accounts: [merchant, program] });
    expect(steps.map(({ id }) => id).slice(0, 2)).toEqual(['certify:wx', 'onboard_merchant:pay']);
    const { reasons } = step(steps, 'certify:wx');
    expect(reasons).toContainEqual({ code: 'merchant_waits', name: '商户', basis: { from: 'record' } });
    expect(reasons).toContainEqual(
      expect.objectContaining({
        code: 'says',
        basis: expect.objectContaining({ place: 'aftercare.bind_appid', tag: 'V' }) as unknown,
      }),
    );
  });

  it('without a program asks for one first', () => {
    expect(ids({ accounts: [merchant] }).slice(0, 2)).toEqual([
      'open_account:wechat',
      'onboard_merchant:pay',
    ]);
    expect(codes(step(stepsFor({ accounts: [merchant] }), 'open_account:wechat'))).toContain(
      'merchant_waits',
    );
  });

  it('with a number, or with its onboarding passed, is done', () => {
    expect(ids({ accounts: [{ ...merchant, appId: '1900000109' }, certified] })).not.toContain(
      'onboard_merchant:pay',
    );
    const passed = {
      applicationId: 'm',
      accountId: 'pay',
      kind: 'merchant_onboarding',
      stage: 'passed',
    } as const;
    expect(ids({ accounts: [merchant, certified], orders: [passed] })).not.toContain('onboard_merchant:pay');
  });

  it('is not for individuals, who are told so once', () => {
    const steps = stepsFor({ entityType: 'individual', accounts: [program, merchant] });
    expect(steps.map(({ action }) => action)).not.toContain('onboard_merchant');
    expect(step(steps, 'do_without_payment:wechat')).toMatchObject({
      account: { accountId: 'pay' },
      reasons: [{ code: 'says', basis: { packId: 'merchant', place: 'statements.no_individuals' } }],
    });
    expect(ids({ entityType: 'individual', accounts: [program] }, [certificationPack])).not.toContain(
      'do_without_payment:wechat',
    );
  });

  it('of a body that no source names is asked about', () => {
    expect(
      step(stepsFor({ entityType: 'overseas', accounts: [merchant] }), 'ask_platform:pay'),
    ).toMatchObject({
      begin: null,
      reasons: [{ code: 'not_covered' }],
    });
  });
});

describe('permits and papers', () => {
  it('a permit that the category asks for is planned before the certification', () => {
    const steps = stepsFor({ accounts: [{ ...program, permitGaps: [gap] }] });
    expect(steps.map(({ action }) => action).slice(0, 2)).toEqual(['plan_permit', 'certify']);
    expect(steps[0]).toMatchObject({
      weight: 'advice',
      reasons: [
        { code: 'permit_missing', needed: { en: 'food business permit' }, basis: { from: 'rule', tag: 'P' } },
        { code: 'advice', advice: 'permits_with_planning' },
      ],
    });
  });

  it('a category that is closed to this kind of body is changed', () => {
    expect(stepsFor({ accounts: [{ ...program, permitGaps: [closed] }] })[0]).toMatchObject({
      id: 'change_category:wx:news',
      begin: null,
      reasons: [{ code: 'category_closed' }],
    });
    expect(ids({ accounts: [program] }).join()).not.toMatch(/plan_permit|change_category/);
  });

  it('a licence near its end is renewed before the order that asks for it, unless a newer one is on file', () => {
    const licence = { documentId: 'd2', kind: 'business_licence' as const, validUntil: until(10) };
    const newer = { ...licence, documentId: 'd3', validUntil: 'forever' as const };
    expect(stepsFor({ accounts: [program], documents: [licence] })[0]).toMatchObject({
      id: 'renew_paper:business_licence',
      platform: null,
      reasons: [
        { code: 'paper_ends', days: 10 },
        { code: 'asked_for', basis: { place: 'requirements.company.subject.business_licence', tag: 'V' } },
      ],
    });
    expect(ids({ accounts: [program], documents: [newer, licence] }).join()).not.toContain('renew_paper');
  });
});

describe('a filing', () => {
  it('follows the pass, until one is on record', () => {
    expect(step(stepsFor({ accounts: [certified] }), 'file:wx')).toMatchObject({
      weight: 'duty',
      begin: { kind: 'filing' },
      reasons: [{ code: 'not_recorded', what: 'filing' }, {}, {}, { code: 'review_time', total: 20 }],
    });
    expect(ids({ accounts: [program] })).not.toContain('file:wx');
    expect(ids({ accounts: [certified], orders: [filed] })).not.toContain('file:wx');
    expect(ids({ accounts: [certified] }, [certificationPack])).not.toContain('file:wx');
  });
});

describe('exposure', () => {
  const accounts = [certified];
  const orders = [filed];

  it('on a platform with an unknown fee says that it is not known', () => {
    const [only, ...others] = stepsFor({ accounts, orders });
    expect(others).toEqual([]);
    expect(only).toMatchObject({ id: 'expose:alipay', weight: 'option', begin: { accountId: null } });
    expect(only?.reasons.slice(0, 2)).toMatchObject([
      { code: 'advice', advice: 'cheap_exposure', basis: { tag: 'S' } },
      { code: 'fee_unknown', text: { en: 'no fee was found' } },
    ]);
  });

  it('is advised where the fee is lower and not where it is the same', () => {
    expect(ids({ accounts, orders }, [...rules.packs, pricedPack(0)])).toContain('expose:douyin');
    expect(ids({ accounts, orders }, [...rules.packs, pricedPack(30_000)])).not.toContain('expose:douyin');
  });

  it('is not advised where the client is already, nor to a body that no source names', () => {
    expect(ids({ accounts: [certified, alipay], orders }).join()).not.toContain('expose');
    expect(ids({ entityType: 'media', accounts, orders }).join()).not.toContain('expose');
  });
});

describe('a platform that does not name the entity type', () => {
  it('is asked, with what the pack says', () => {
    expect(step(stepsFor({ entityType: 'media', accounts: [alipay] }), 'ask_platform:ali')).toMatchObject({
      weight: 'advice',
      begin: null,
      reasons: [{ code: 'not_covered', text: { en: 'others were not found' } }],
    });
  });
});

describe('the running cost', () => {
  it('adds what is known and counts what is not', () => {
    const { cost } = strategy({
      accounts: [certified, { ...program, accountId: 'wx2' }, alipay, merchant],
      platformFeesFen: 30_000,
    });
    expect(cost).toMatchObject({
      yearlyFen: 60_000,
      knownCount: 2,
      unknownCount: 1,
      chargedFen: 30_000,
      bases: [{ packId: 'wechat.mp.certification', place: 'fees.0', tag: 'V' }],
    });
    expect(strategy({ accounts: [] }, [merchantPack]).cost).toMatchObject({ yearlyFen: 0, unknownCount: 0 });
  });
});
