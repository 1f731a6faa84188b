import { describe, expect, it } from 'vitest';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts';
import { obligationKinds } from '#shared/domain/obligations.ts';
import { stagedLoss } from '#shared/domain/staged-loss.ts';
import { reasonWords } from '#renderer/features/client/strategy-words.ts';
import { dutyFacts, dutyName, dutyWords } from '#renderer/features/today/duty-words.ts';
import { lossWords } from '#renderer/i18n/loss-words.ts';
import { certificationPack } from '../../rules/certification-pack.ts';
import { chinese, everyLanguage, isUnspoken } from '../speech.ts';

const today = calendarDate('2026-09-22');
const past = calendarDate('2026-09-18');
const ahead = calendarDate('2026-10-21');
const { losses } = certificationPack.validity;

const dutyOf = (kind: ObligationRow['kind'], changes: Partial<ObligationRow> = {}): ObligationRow => ({
  id: `${kind}:1`,
  kind,
  clientId: 'c1',
  clientName: '示例小馆有限公司',
  accountId: null,
  applicationId: null,
  documentId: null,
  feeId: null,
  taskId: null,
  consultantId: null,
  consultantName: null,
  subject: kind === 'paper_expiry' || kind === 'licence_term' ? 'business_licence' : '示例小馆',
  step: null,
  losses: [],
  waitingOn: 'us',
  unit: 'calendar_day',
  total: null,
  startsOn: past,
  startsAtMs: null,
  opensOn: null,
  legalOn: ahead,
  legalAtMs: null,
  internalOn: ahead,
  dueOn: ahead,
  provisional: false,
  stakeFen: 30_000,
  refillNo: 1,
  refillMax: 3,
  blockerCount: null,
  ...changes,
});

const ended = (days: number, of = losses) => {
  const legalOn = addDays(today, -days);
  return dutyOf('certification_expiry', { legalOn, internalOn: legalOn, dueOn: legalOn, losses: [...of] });
};

describe('a duty of the agenda in words', () => {
  it.each(everyLanguage)('is there for every kind, before and after its day, in $language', (speech) => {
    const words = obligationKinds.flatMap((kind) =>
      [past, ahead].flatMap((legalOn) => {
        const duty = dutyOf(kind, { legalOn, losses: kind === 'certification_expiry' ? [...losses] : [] });
        return [dutyWords(duty, { ...speech, today }), ...dutyFacts(duty, { ...speech, today })];
      }),
    );
    expect(words.filter(isUnspoken)).toEqual([]);
  });

  it.each(everyLanguage)('gives way only in its name, never in its date, in $language', (speech) => {
    for (const kind of obligationKinds) {
      const duty = dutyOf(kind);
      const words = dutyWords(duty, { ...speech, today });
      const name = dutyName(duty, speech.t);
      const rest = words.replace(name, '');
      const date = speech.format.dateNear(ahead, today);
      expect(rest.includes(date)).toBe(words.includes(date));
      if (kind === 'review_window' || kind === 'collecting') expect(name).toBe(duty.subject);
    }
  });

  it('has no name to cut in a year', () => {
    expect(dutyName(dutyOf('annual_report', { subject: '2025' }), chinese.t)).toBe('');
  });

  it('says of a refill whether the client, the pre-check or nobody holds it back', () => {
    const say = (changes: Partial<ObligationRow>) =>
      dutyWords(dutyOf('clock_refill', changes), { ...chinese, today });
    expect(say({ waitingOn: 'client' })).toBe('「示例小馆」第 1 次补交');
    expect(say({ blockerCount: 2 })).toBe('「示例小馆」预检还有 2 处要处理再补交');
    expect(say({ blockerCount: 0 })).toBe('「示例小馆」必备资料已齐，可以补交');
  });
});

describe('an ended certification', () => {
  const speech = { ...chinese, today };

  it('has lost from the end day on, and says so in the same words on every page', () => {
    const [first] = stagedLoss(past, losses, today).held;
    if (first === undefined) throw new Error('nothing is lost');
    const said = '9月18日起已经不能发布新版本，不能被搜索';
    expect(lossWords(first, speech)).toBe(said);
    expect(dutyWords(ended(4), speech)).toBe('「示例小馆」认证9月18日已过期');
    expect(dutyFacts(ended(4), speech)).toContain(said);
    const { ruleText: say, ...others } = speech;
    const days = -4;
    const basis = {
      from: 'rule',
      packId: 'p',
      place: 'validity.losses.0',
      tag: 'P',
      source: [],
      asOf: past,
    } as const;
    const reason = { code: 'loss', on: first.on, days, text: first.text, basis } as const;
    expect(reasonWords(reason, { ...others, say })).toBe(said);
  });

  it('names what is still to stop with its day, and every loss once it holds', () => {
    expect(dutyFacts(ended(4), speech)).toContain('10月18日起不能被分享');
    expect(dutyFacts(ended(31), speech)).toEqual(
      expect.arrayContaining(['9月21日起已经不能被分享', '10月21日起新用户不能进入，支付受影响']),
    );
  });

  it('claims no loss on the end day itself, and none where the rules name none', () => {
    expect(dutyWords(ended(0), speech)).toBe('「示例小馆」认证9月22日到期');
    expect(dutyFacts(ended(0), speech)).toContain('9月22日起不能发布新版本，不能被搜索');
    const bare = dutyFacts(ended(4, []), speech).filter((fact) => fact.includes('不能'));
    expect(bare).toEqual([]);
  });
});
