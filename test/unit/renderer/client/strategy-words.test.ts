import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strategyOf } from '#shared/domain/strategy.ts';
import { actionWords, costWords, reasonWords } from '#renderer/features/client/strategy-words.ts';
import { ruleTextIn } from '#renderer/i18n/rule-text.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import { anyFacts, facts, pricedPack, program, rules, today } from '../../domain/strategy-cases.ts';
import { chinese, everyLanguage, isUnspoken } from '../speech.ts';

const packs = [...rules.packs, pricedPack(0)];

describe.each(everyLanguage)('in $language', ({ language, t, format }) => {
  const say = (text: RuleText): string => ruleTextIn(language, text);

  it('every step and every reason has words', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { steps, cost } = strategyOf(given, { ...rules, packs });
        for (const step of steps) {
          expect(isUnspoken(actionWords(step, { t }))).toBe(false);
          for (const reason of step.reasons) {
            const words = reasonWords(reason, { t, format, say, today });
            expect([words, isUnspoken(words)]).toEqual([words, false]);
          }
        }
        expect(isUnspoken(costWords(cost, { t, format }) ?? 'none')).toBe(false);
      }),
    );
  });
});

describe('a step', () => {
  const say = (text: RuleText): string => text.zh;
  const [first] = strategyOf({ ...facts, accounts: [program] }, rules).steps;

  it('says what is to be done with which account, and why', () => {
    if (first === undefined) throw new Error('no step');
    expect(actionWords(first, chinese)).toBe('认证微信小程序「栩禾小馆」');
    expect(first.reasons.map((reason) => reasonWords(reason, { ...chinese, say, today }))).toEqual([
      '没有认证记录',
      '行业文章：先认证核心业务成交的平台，首选微信',
      '政府、媒体和其他组织须认证后才能发布；个人须认证后才能被搜索和分享',
      '每次提交 300 元',
      '审核 15 个工作日',
    ]);
  });

  it('names the yearly cost, and how many accounts are not in it', () => {
    const wordsOf = (accounts: typeof facts.accounts) =>
      costWords(strategyOf({ ...facts, accounts }, rules).cost, chinese);
    const alipay = { ...program, accountId: 'ali', platform: 'alipay' as const };
    expect(wordsOf([])).toBeUndefined();
    expect(wordsOf([program])).toBe('平台费每年约 300 元（1 个账号），近 365 天记了 0 元');
    expect(wordsOf([program, alipay])).toContain('另有 1 个费用或期限未知，没有计入');
    expect(wordsOf([alipay])).toContain('1 个账号的年费都未知');
  });
});
