import { describe, expect, it } from 'vitest';
import { countedWords } from '#renderer/features/application/counted-value.ts';
import { chinese } from '../speech.ts';

const { t } = chinese;

describe('a count against its limit', () => {
  it('is told in words', () => {
    expect(countedWords('last_refill', '3 / 2', t)).toBe('第 3 次，规则只给 2 次');
    expect(countedWords('last_refill', '3 / 3', t)).toBe('第 3 次，末次');
    expect(countedWords('calls_missed', '2 / 3', t)).toBe('未接 2 次，满 3 次即不通过');
  });

  it('is left alone where the finding is about another value', () => {
    expect(countedWords('address_differs', '3 / 2', t)).toBeUndefined();
    expect(countedWords('last_refill', '2026-09-22', t)).toBeUndefined();
  });
});
