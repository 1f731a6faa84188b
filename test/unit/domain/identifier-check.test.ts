import { describe, expect, it } from 'vitest';
import { identifierCheck, normaliseCode, withLookAlikes } from '#shared/domain/identifier-check.ts';

describe('identifier checks', () => {
  it('give a code the same form however often it is read', () => {
    for (const text of ['ΰ', 'ŉ', 'ﬁ', 'ǰ-1']) {
      expect(normaliseCode(normaliseCode(text))).toBe(normaliseCode(text));
      expect(normaliseCode(text)).toBe(normaliseCode(text).normalize('NFKC'));
    }
  });

  it('puts errors before warnings and keeps their order', () => {
    const warning = { level: 'warning', code: 'first' } as const;
    const error = { level: 'error', code: 'second', at: 1 } as const;
    const check = identifierCheck('value', [warning, error], { fact: 1 });
    expect(check).toEqual({ value: 'value', fact: 1, ...error, flaws: [error, warning] });
    expect(identifierCheck('value', [], {})).toEqual({ value: 'value', level: 'ok', flaws: [] });
  });

  it('replaces look-alikes only where they are not allowed themselves', () => {
    const isDigitOrS = (character: string): boolean => /^[0-9S]$/.test(character);
    expect(withLookAlikes('OISQLZ', isDigitOrS)).toBe('01S012');
    expect(withLookAlikes('0中', isDigitOrS)).toBeUndefined();
  });
});
