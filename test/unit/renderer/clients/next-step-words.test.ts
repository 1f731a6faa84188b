import { describe, expect, it } from 'vitest';
import { obligationKinds } from '#shared/domain/obligations.ts';
import { nextStepWords, refillWords } from '#renderer/features/clients/next-step-words.ts';
import { chinese, everyLanguage, isUnspoken } from '../speech.ts';

const dutyOf = (kind: (typeof obligationKinds)[number]) => ({
  kind,
  subject: kind === 'paper_expiry' || kind === 'licence_term' ? 'food_business_permit' : '示例小馆',
  waitingOn: 'us' as const,
  refillNo: 2,
  refillMax: 3,
  stakeFen: 360_000,
});

describe('the next step in words', () => {
  it.each(everyLanguage)('is there for every kind of duty in $language', ({ t, format }) => {
    const words = obligationKinds.map((kind) => nextStepWords(dutyOf(kind), t, format));
    expect(words.filter(isUnspoken)).toEqual([]);
    expect(new Set(words).size).toBe(obligationKinds.length);
  });

  it('names the paper, the amount and whose turn it is', () => {
    const { t, format } = chinese;
    expect(nextStepWords(dutyOf('paper_expiry'), t, format)).toBe('换食品经营许可证');
    expect(nextStepWords(dutyOf('fee_due'), t, format)).toBe('收款 3,600 元');
    expect(nextStepWords({ ...dutyOf('collecting'), waitingOn: 'client' }, t, format)).toBe('等客户补资料');
  });

  it('says that the third refill is the last', () => {
    expect(refillWords(2, 3, chinese.t)).toBe('补交第 2 次');
    expect(refillWords(3, 3, chinese.t)).toBe('补交第 3 次，末次');
    expect(refillWords(3, null, chinese.t)).toBe('补交第 3 次');
  });
});
