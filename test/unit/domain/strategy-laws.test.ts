import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { isFirm } from '#shared/domain/strategy-reason.ts';
import { strategyOf } from '#shared/domain/strategy.ts';
import { certificationOf, hasPassed, orderUnderWay } from '#shared/domain/strategy-facts.ts';
import type { StrategyFacts } from '#shared/domain/strategy-facts.ts';
import { anyFacts, facts, pricedPack, program, rules, today } from './strategy-cases.ts';

const holds = (law: (given: StrategyFacts) => void): void => {
  fc.assert(fc.property(anyFacts, law));
};

describe('the recommendation', () => {
  it('is the same each time and in any order of the facts', () => {
    holds((given) => {
      const turned = {
        ...given,
        accounts: given.accounts.toReversed(),
        orders: given.orders.toReversed(),
        documents: given.documents.toReversed(),
      };
      const packs = [...rules.packs, pricedPack(0)];
      expect(strategyOf(turned, { ...rules, packs: packs.toReversed() })).toEqual(
        strategyOf(given, { ...rules, packs }),
      );
    });
  });

  it('has a reason for every step, with trust and source unless it is from our records', () => {
    holds((given) => {
      const { steps } = strategyOf(given, rules);
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
      for (const { reasons } of steps) {
        expect(reasons.length).toBeGreaterThan(0);
        for (const { basis } of reasons) {
          if (basis.from !== 'record') expect(basis.source.length).toBeGreaterThan(0);
        }
      }
    });
  });

  it('has no step for what is done', () => {
    holds((given) => {
      for (const { action, account } of strategyOf(given, rules).steps) {
        const known = given.accounts.find(({ accountId }) => accountId === account?.accountId);
        if (known === undefined) continue;
        if (action === 'certify') expect(certificationOf(known, given)).toBe('none');
        if (action === 'file') expect(hasPassed(known.accountId, 'filing', given)).toBe(false);
        if (action === 'onboard_merchant') {
          expect(known.appId).toBeUndefined();
          expect(hasPassed(known.accountId, 'merchant_onboarding', given)).toBe(false);
        }
      }
    });
  });

  it('begins no order that is under way', () => {
    holds((given) => {
      for (const { begin, underWay } of strategyOf(given, rules).steps) {
        if (begin !== null && begin.accountId !== null) {
          expect(orderUnderWay(begin.accountId, begin.kind, given)).toBeUndefined();
        }
        expect(begin === null || underWay === null).toBe(true);
      }
    });
  });

  it('calls a duty only what a platform’s rule on firm ground asks for', () => {
    holds((given) => {
      for (const { weight, reasons } of strategyOf(given, rules).steps) {
        if (weight === 'duty') expect(reasons.some(isFirm)).toBe(true);
      }
    });
  });

  it('puts options behind all else and renewals before', () => {
    holds((given) => {
      const { steps } = strategyOf(given, rules);
      const isOption = steps.map(({ weight }) => weight === 'option');
      expect(isOption).toEqual(isOption.toSorted((a, b) => Number(a) - Number(b)));
      const isRenewal = steps.map(({ action }) => action === 'renew');
      expect(isRenewal).toEqual(isRenewal.toSorted((a, b) => Number(b) - Number(a)));
    });
  });

  it.each(entityTypes)('is there for %s', (entityType) => {
    expect(strategyOf({ ...facts, entityType }, rules).steps.length).toBeGreaterThan(0);
    expect(strategyOf({ ...facts, entityType, accounts: [program] }, rules).steps[0]?.action).toBe('certify');
    expect(() => strategyOf({ ...facts, entityType, today }, { ...rules, packs: [] })).not.toThrow();
  });
});
