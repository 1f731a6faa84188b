import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { obligationKinds } from '#shared/domain/obligations.ts';
import { nextStepWords, refillWords } from '#renderer/features/clients/next-step-words.ts';
import { chinese, everyLanguage, isUnspoken } from '../speech.ts';

const bindStep = {
  ruleId: 'bind_appid',
  title: { zh: '发起 AppID 绑定', en: 'Request the AppID binding' },
  accountName: '示例商户',
};

const today = calendarDate('2026-09-22');
const ahead = calendarDate('2026-10-22');
const past = calendarDate('2026-09-21');

const dutyOf = (kind: (typeof obligationKinds)[number]) => ({
  kind,
  subject: kind === 'paper_expiry' || kind === 'licence_term' ? 'food_business_permit' : '示例小馆',
  waitingOn: kind.endsWith('review') ? ('platform' as const) : ('us' as const),
  refillNo: 2,
  refillMax: 3,
  stakeFen: 360_000,
  step: kind === 'aftercare' ? bindStep : null,
  blockerCount: null,
  opensOn: null,
  legalOn: ahead,
});

describe('the next step in words', () => {
  it.each(everyLanguage)('is there for every kind of duty in $language', ({ t, format, ruleText }) => {
    const words = obligationKinds.map((kind) => nextStepWords(dutyOf(kind), { t, format, ruleText, today }));
    expect(words.filter(isUnspoken)).toEqual([]);
    expect(new Set(words).size).toBe(obligationKinds.length);
  });

  it('names the paper, the amount and whose turn it is', () => {
    const { t, format, ruleText } = chinese;
    expect(nextStepWords(dutyOf('paper_expiry'), { t, format, ruleText, today })).toBe('换食品经营许可证');
    expect(nextStepWords(dutyOf('fee_due'), { t, format, ruleText, today })).toBe('收款 3,600 元');
    expect(
      nextStepWords({ ...dutyOf('collecting'), waitingOn: 'client' }, { t, format, ruleText, today }),
    ).toBe('等客户补资料');
  });

  it('is the pre-check’s while it blocks, and the rule’s own words after a pass', () => {
    const ready = { ...dutyOf('collecting'), waitingOn: 'us' as const };
    expect(nextStepWords({ ...ready, blockerCount: 2 }, { ...chinese, today })).toBe('处理预检 2 处');
    expect(nextStepWords({ ...ready, blockerCount: 0 }, { ...chinese, today })).toBe('提交申请');
    expect(nextStepWords(dutyOf('aftercare'), { ...chinese, today })).toBe('发起 AppID 绑定');
  });

  it('says that the third refill is the last', () => {
    const say = (refillNo: number, refillMax: number | null, blockerCount: number | null = null) =>
      refillWords({ refillNo, refillMax, blockerCount, legalOn: today }, { t: chinese.t, today });
    expect(say(2, 3)).toBe('补交第 2 次');
    expect(say(3, 3)).toBe('末次补交');
    expect(say(3, null)).toBe('补交第 3 次');
    expect(say(3, 3, 0)).toBe('末次补交');
    expect(say(3, 3, 2)).toBe('处理预检 2 处');
  });

  it('says that it is too late for a refill, and when calls were missed too often', () => {
    const refill = { refillNo: 3, refillMax: 3, blockerCount: null, legalOn: past };
    expect(refillWords(refill, { t: chinese.t, today })).toBe('补交期已过，查结果');
    const review = { ...dutyOf('clock_review'), waitingOn: 'us' as const };
    expect(nextStepWords(review, { ...chinese, today })).toBe('来电未接，查结果');
  });

  it('asks for the papers of a review before its window opens', () => {
    const review = dutyOf('review_window');
    expect(nextStepWords({ ...review, opensOn: ahead }, { ...chinese, today })).toBe('收年审资料');
    expect(nextStepWords({ ...review, opensOn: today }, { ...chinese, today })).toBe('提交年审');
  });
});
