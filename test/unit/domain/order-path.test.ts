import { describe, expect, it } from 'vitest';
import { isBeforePayment } from '#shared/domain/order-path.ts';

describe('the payment of an order', () => {
  const path = ['awaiting_authorisation', 'awaiting_payment', 'in_review'] as const;

  it('is still to come up to its own stage, and never where nothing is paid', () => {
    const before = ['collecting', 'awaiting_authorisation', 'awaiting_payment'] as const;
    for (const stage of before) expect(isBeforePayment({ path }, stage)).toBe(true);
    for (const stage of ['in_review', 'returned', 'passed', 'failed'] as const)
      expect(isBeforePayment({ path }, stage)).toBe(false);
    expect(isBeforePayment({ path: ['in_review'] }, 'collecting')).toBe(false);
  });
});
