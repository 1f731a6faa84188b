import { describe, expect, it } from 'vitest';
import { nthRefillWords } from '#renderer/i18n/refill-words.ts';
import { chinese, everyLanguage, isUnspoken } from '../speech.ts';

describe('which refill it is', () => {
  it('names the last one, and one that the rules do not grant', () => {
    const say = (n: number, max: number | null) => nthRefillWords(n, max, chinese.t);
    expect(say(1, 3)).toBe('第 1 次');
    expect(say(3, 3)).toBe('第 3 次，末次');
    expect(say(3, 2)).toBe('第 3 次，规则只给 2 次');
    expect(say(7, null)).toBe('第 7 次');
  });

  it.each(everyLanguage)('is said in $language', ({ t }) => {
    expect(
      [nthRefillWords(1, 2, t), nthRefillWords(2, 2, t), nthRefillWords(3, 2, t)].filter(isUnspoken),
    ).toEqual([]);
  });
});
