import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { rulesOfType } from '#shared/domain/compared-entity-type.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { comparePlatforms } from '#shared/domain/platform-comparison.ts';
import type { ComparedRules } from '#shared/domain/platform-comparison.ts';
import { platformFee } from '#shared/domain/rule-pack-lookup.ts';
import { shippedPack } from '../rules/shipped-packs.ts';

const on = calendarDate('2026-09-22');
const packs = [
  'wechat.mp.certification',
  'alipay.mini_program',
  'baidu.smart_program',
  'douyin.mini_program',
].map((id) => shippedPack(id));

const rulesFrom = (pack: (typeof packs)[number]): ComparedRules => {
  const rules = comparePlatforms([pack], on).platforms.find(
    ({ platform }) => platform === pack.platform,
  )?.rules;
  if (!rules) throw new Error(pack.id);
  return rules;
};

const ofType = (pack: (typeof packs)[number], type: EntityType) => {
  const found = rulesOfType(rulesFrom(pack), type);
  if (found === undefined) throw new Error(type);
  return found;
};

describe('the rules of one entity type', () => {
  it('have the fee of that type on that day, none where it may not certify, and never a made-up one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...packs), fc.constantFrom(...entityTypes), (pack, type) => {
        const { subject, fee } = ofType(pack, type);
        expect(subject.entityType).toBe(type);
        if (subject.state === 'may_not') {
          expect(fee).toBeNull();
          return;
        }
        const priced = platformFee(pack, type, on);
        const expected =
          subject.state === 'may' && priced !== undefined
            ? { state: 'known', value: priced.amountFen }
            : { state: 'unknown' };
        expect(fee?.amountFen).toMatchObject(expected);
      }),
    );
  });

  it('leave every other type its own fee', () => {
    fc.assert(
      fc.property(fc.constantFrom(...packs), fc.constantFrom(...entityTypes), (pack, type) => {
        const others = ofType(pack, type).otherFees.flatMap((fee) =>
          fee.entityTypes.map((each) => ({ each, amount: fee.amountFen })),
        );
        const all = rulesFrom(pack).fees.flatMap((fee) =>
          fee.entityTypes.map((each) => ({ each, amount: fee.amountFen })),
        );
        expect(others).toEqual(all.filter(({ each }) => each !== type));
      }),
    );
  });

  it('tell no from not found', () => {
    const baidu = shippedPack('baidu.smart_program');
    expect(ofType(baidu, 'individual')).toMatchObject({ subject: { state: 'may_not' }, fee: null });
    expect(ofType(baidu, 'sole_trader')).toMatchObject({
      subject: { state: 'unknown' },
      fee: { entityTypes: ['sole_trader'], amountFen: { state: 'unknown', basis: { tag: 'I' } }, note: null },
    });
    expect(ofType(shippedPack('wechat.mp.certification'), 'sole_trader')).toMatchObject({
      subject: { state: 'may' },
      fee: { amountFen: { state: 'known', value: 3000 } },
    });
  });
});
