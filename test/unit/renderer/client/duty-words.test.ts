import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { obligationKinds } from '#shared/domain/obligations.ts';
import { dutyWords, isToDo } from '#renderer/features/client/duty-words.ts';
import { chinese, everyLanguage, isUnspoken } from '../speech.ts';

const today = calendarDate('2026-09-22');
const past = calendarDate('2026-09-18');
const ahead = calendarDate('2026-10-21');

const bindStep = {
  ruleId: 'bind_appid',
  title: { zh: '发起 AppID 绑定', en: 'Request the AppID binding' },
  accountName: '示例商户',
};

const dutyOf = (kind: (typeof obligationKinds)[number], legalOn = ahead) => ({
  kind,
  subject: kind === 'paper_expiry' || kind === 'licence_term' ? 'business_licence' : '示例小馆',
  waitingOn: 'client' as const,
  refillNo: 1,
  refillMax: 3,
  stakeFen: 30_000,
  legalOn,
  internalOn: legalOn,
  dueOn: legalOn,
  legalAtMs: null,
  step: kind === 'aftercare' ? bindStep : null,
  blockerCount: null,
  opensOn: null,
});

describe('a duty in words', () => {
  it.each(everyLanguage)('is there for every kind, before and after its day, in $language', (speech) => {
    const words = obligationKinds.flatMap((kind) =>
      [past, ahead].map((legalOn) => dutyWords(dutyOf(kind, legalOn), { ...speech, today })),
    );
    expect(words.filter(isUnspoken)).toEqual([]);
  });
});

describe('an annual report', () => {
  const report = { ...dutyOf('annual_report', past), subject: '2025' };
  const say = (duty: typeof report | (Omit<typeof report, 'internalOn'> & { internalOn: null })) =>
    dutyWords(duty, { ...chinese, today });

  it('is late when it is known to be owed, and a question when nobody noted any', () => {
    expect(say({ ...report, legalOn: ahead })).toBe('报送 2025 年度企业年报');
    expect(say(report)).toBe('补报 2025 年度企业年报');
    expect(say({ ...report, internalOn: null })).toBe('核实 2025 年度年报是否已报');
  });
});

describe('what is to be looked up', () => {
  it('is a refill whose time is over, and a review whose calls were missed', () => {
    const late = { ...dutyOf('clock_refill', past), waitingOn: 'us' as const };
    expect(dutyWords(late, { ...chinese, today })).toBe('补交期已过，查结果「示例小馆」');
    const review = { ...dutyOf('clock_review'), waitingOn: 'us' as const };
    expect(dutyWords(review, { ...chinese, today })).toBe('审核来电多次未接，查结果「示例小馆」');
  });
});

describe('a case whose papers are complete', () => {
  const ready = { ...dutyOf('collecting'), waitingOn: 'us' as const };

  it('is ready only once the pre-check finds nothing that blocks', () => {
    expect(dutyWords({ ...ready, blockerCount: 0 }, { ...chinese, today })).toBe('提交申请「示例小馆」');
    expect(dutyWords({ ...ready, blockerCount: 2 }, { ...chinese, today })).toBe(
      '资料已齐，预检有 2 处要处理「示例小馆」',
    );
  });
});

describe('what is to be done', () => {
  it('shows the end of a certification only once it has passed, and its window only until then', () => {
    expect(isToDo(dutyOf('certification_expiry', ahead), today)).toBe(false);
    expect(isToDo(dutyOf('certification_expiry', past), today)).toBe(true);
    expect(isToDo(dutyOf('review_window', ahead), today)).toBe(true);
    expect(isToDo(dutyOf('review_window', past), today)).toBe(false);
    expect(isToDo(dutyOf('paper_expiry', past), today)).toBe(true);
  });
});
