import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountFilter } from '#shared/contract/account-pages.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import {
  conditionsOf,
  conditionWords,
  narrowed,
  toggled,
  without,
} from '#renderer/features/accounts/conditions.ts';
import { chinese, everyLanguage, isUnspoken } from '../speech.ts';

const nameOf = (id: string): string => `人 ${id}`;

const filters: fc.Arbitrary<AccountFilter> = fc.record(
  {
    text: fc.string(),
    platforms: fc.uniqueArray(fc.constantFrom(...platforms)),
    kinds: fc.uniqueArray(fc.constantFrom(...accountKinds)),
    consultantIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'nobody' as const)),
    certifiedWithinDays: fc.integer({ min: -1, max: 400 }),
    windowOpen: fc.boolean(),
    certified: fc.boolean(),
    underWay: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('chips of the accounts table', () => {
  it('are there for every condition that says something, and not for the text', () => {
    const filter: AccountFilter = { text: '茶', kinds: [], certified: false, certifiedWithinDays: 0 };
    expect(conditionsOf(filter)).toEqual(['certifiedWithinDays', 'certified']);
  });

  it('taking every chip away leaves the text alone', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const bare = conditionsOf(filter).reduce((left, id) => without(left, id), filter);
        expect(conditionsOf(bare)).toEqual([]);
        expect((bare.text ?? '').trim()).toBe((filter.text ?? '').trim());
      }),
    );
  });

  it('a value chosen twice is as if it had never been chosen', () => {
    fc.assert(
      fc.property(filters, fc.constantFrom(...platforms), (filter, platform) => {
        const twice = toggled(toggled(filter, 'platforms', platform), 'platforms', platform);
        expect(new Set(twice.platforms)).toEqual(new Set(filter.platforms));
      }),
    );
  });

  it.each(everyLanguage)('have words for all that a filter can hold in $language', ({ t }) => {
    fc.assert(
      fc.property(filters, (filter) => {
        for (const id of conditionsOf(filter)) {
          const { field, value } = conditionWords(filter, id, { t, nameOf });
          expect(isUnspoken(field)).toBe(false);
          expect(isUnspoken(value)).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('say what they hold', () => {
    const filter: AccountFilter = {
      platforms: ['wechat', 'alipay'],
      certifiedWithinDays: -1,
      certified: false,
    };
    const words = conditionsOf(filter).map((id) => {
      const { field, operator, value } = conditionWords(filter, id, { ...chinese, nameOf });
      return `${field} ${operator} ${value}`;
    });
    expect(words).toEqual(['平台 是 微信、支付宝', '认证有效期 是 已过期', '已认证  否']);
  });
});

it('of two conditions that exclude each other the later choice counts', () => {
  expect(narrowed({ windowOpen: true, certifiedWithinDays: 30, text: 'x' }, { certified: false })).toEqual({
    certified: false,
    text: 'x',
  });
  expect(narrowed({ certified: false }, { windowOpen: true })).toEqual({ windowOpen: true });
  expect(narrowed({ certified: false }, { certifiedWithinDays: -1 })).toEqual({ certifiedWithinDays: -1 });
  expect(narrowed({ certified: false }, { underWay: true })).toEqual({ certified: false, underWay: true });
  expect(narrowed({ windowOpen: true }, { certifiedWithinDays: 30 })).toEqual({
    windowOpen: true,
    certifiedWithinDays: 30,
  });
});
