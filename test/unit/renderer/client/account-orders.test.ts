import { describe, expect, it } from 'vitest';
import {
  certificationUnderWay,
  foremostOrder,
  isUnderWay,
} from '#renderer/features/client/account-orders.ts';
import { orderOf } from './order-of.ts';

const vet = orderOf('a', 'category_permit', 'life.vet');
const review = orderOf('a', 'annual_review');

describe('the orders of an account', () => {
  it('are told apart by kind, and of category permits by category', () => {
    const details = { applications: [vet, orderOf('b', 'filing')] };
    const takes = (accountId: string, kind: 'filing' | 'category_permit', category?: string) =>
      isUnderWay({ accountId, kind, ...(category !== undefined && { category }) }, details);
    expect(takes('a', 'category_permit', 'life.vet')).toBe(true);
    expect(takes('a', 'category_permit', 'shop.food')).toBe(false);
    expect(takes('b', 'category_permit', 'life.vet')).toBe(false);
    expect(takes('a', 'filing')).toBe(false);
    expect(takes('b', 'filing')).toBe(true);
  });

  it('are over once they have a result', () => {
    const details = { applications: [{ ...vet, stage: 'passed' as const }] };
    expect(isUnderWay({ accountId: 'a', kind: 'category_permit', category: 'life.vet' }, details)).toBe(
      false,
    );
    expect(foremostOrder('a', details)).toBeUndefined();
  });

  it('are named by the certification first', () => {
    expect(foremostOrder('a', { applications: [vet, review] })).toBe(review);
    expect(foremostOrder('a', { applications: [vet] })).toBe(vet);
    expect(certificationUnderWay('a', { applications: [vet] })).toBeUndefined();
  });
});
