import { describe, expect, it } from 'vitest';
import { trustTags } from '#shared/domain/rule-pack.ts';
import { trustOf } from '#renderer/components/trust-of.ts';
import { everyLanguage, isUnspoken } from '../speech.ts';

describe('the trust in a rule', () => {
  it.each(everyLanguage)('has a word of its own for each tag in $language', ({ t }) => {
    const words = trustTags.map((tag) => t(`status.trust.${trustOf(tag)}`));
    expect(words.filter(isUnspoken)).toEqual([]);
    expect(new Set(words).size).toBe(trustTags.length);
  });

  it('tells the trade article from other third parties', () => {
    expect(trustOf('S')).toBe('article');
    expect(trustOf('P')).toBe('third_party');
  });
});
