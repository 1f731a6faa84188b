import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { comparePlatforms } from '#shared/domain/platform-comparison.ts';
import { textAt } from '#shared/domain/rule-basis.ts';
import { strategyOf } from '#shared/domain/strategy.ts';
import type { StrategyAccount } from '#shared/domain/strategy-facts.ts';
import { shippedPacks } from './shipped-packs.ts';

const packs = shippedPacks;
const today = calendarDate('2026-11-22');

/** The texts of the packs that steps and comparison are argued with. */
const places = {
  'wechat.mp.certification': ['statements.uncertified', 'aftercare.filing'],
  'wechat.mp.registration': ['aftercare.certification', 'aftercare.individual_certification'],
  'wechat.mp.filing': ['statements.duty', 'statements.category_needed'],
  'wechat.pay.merchant': [
    'aftercare.bind_appid',
    'statements.no_individuals',
    'statements.same_name',
    'unknowns.other_subjects',
  ],
  'alipay.mini_program': [
    'statements.subjects',
    'statements.individual_functions',
    'unknowns.fee',
    'unknowns.other_types',
    'unknowns.clock.review',
    'unknowns.validity',
  ],
  'baidu.smart_program': [
    'statements.subjects',
    'statements.positioning',
    'unknowns.fee',
    'unknowns.other_types',
  ],
  'douyin.mini_program': [
    'statements.subject_types',
    'statements.closed_categories',
    'unknowns.fee',
    'unknowns.other_types',
  ],
} as const;

describe('the shipped packs', () => {
  it.each(Object.entries(places))('%s has the texts that the advice quotes', (id, wanted) => {
    const pack = packs.find((one) => one.id === id);
    expect(wanted.filter((place) => textAt(pack, place) === undefined)).toEqual([]);
  });

  it('leave open what no source tells of the other platforms', () => {
    const { platforms } = comparePlatforms(packs, today);
    const open = platforms.map(({ platform, rules }) => [
      platform,
      rules?.review.state,
      rules?.validity.state,
      rules?.fees.some(({ amountFen }) => amountFen.state === 'known'),
    ]);
    expect(open).toEqual([
      ['wechat', 'known', 'known', true],
      ['alipay', 'unknown', 'unknown', false],
      ['baidu', 'unknown', 'unknown', false],
      ['douyin', 'known', 'unknown', false],
    ]);
    for (const { rules } of platforms) {
      for (const line of rules?.fees ?? []) {
        if (line.amountFen.state === 'unknown') expect(line.amountFen.text).not.toBeNull();
      }
    }
  });

  it.each(entityTypes)('give %s a way through certification, merchant number and filing', (entityType) => {
    const account = (accountId: string, parts: Partial<StrategyAccount>): StrategyAccount => ({
      accountId,
      name: '示例',
      platform: 'wechat',
      kind: 'mini_program',
      ...parts,
    });
    const facts = { today, entityType, orders: [], documents: [], platformFeesFen: 0 };
    const rules = { packs, otherSources: [] };
    const before = strategyOf(
      { ...facts, accounts: [account('wx', {}), account('pay', { kind: 'merchant' })] },
      rules,
    );
    expect(before.steps[0]).toMatchObject({ action: 'certify', begin: { kind: 'first_certification' } });
    const actions = before.steps.map(({ action }) => action);
    if (entityType === 'individual') expect(actions).toContain('do_without_payment');
    else expect(actions.some((one) => one === 'onboard_merchant' || one === 'ask_platform')).toBe(true);
    const after = strategyOf(
      { ...facts, accounts: [account('wx', { certifiedUntil: calendarDate('2027-06-01') })] },
      rules,
    );
    // No source tells whether an overseas body can file.
    expect(after.steps.some(({ action }) => action === 'file')).toBe(entityType !== 'overseas');
  });
});
