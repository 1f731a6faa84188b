import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import type { AccountNumber } from '#shared/domain/rule-pack.ts';
import { readStep } from '#renderer/features/application/step-draft.ts';
import { feeSumWords } from '#renderer/i18n/fee-words.ts';
import { chinese } from '../speech.ts';

const nowMs = Date.parse('2026-09-22T09:00:00+08:00');
const account = {
  id: 'a1',
  clientId: 'c1',
  platform: 'wechat',
  kind: 'mini_program',
  name: '示例',
  appId: null,
  originalId: null,
  filingNumber: null,
  filedOn: null,
  category: null,
  certifiedSinceOn: null,
  certifiedUntilOn: null,
  certifiedUntilAtMs: null,
  remark: null,
  openApplicationId: null,
  certifiedYears: [],
} as const;
const empty = { app_id: '', original_id: '', merchant_number: '', filing_number: '' };

function read(texts: Partial<typeof empty>, asked: readonly AccountNumber[]) {
  const draft = {
    ...{ moment: null, feeText: '', reasonCode: null, reasonText: '', rejects: [] },
    ...{ certifiedUntil: null, endTime: '' },
    numbers: { texts: { ...empty, ...texts }, filedOn: null },
  };
  const bounds = {
    stageSinceAtMs: nowMs,
    nowMs,
    proposedEnd: () => null,
    account: { ...account, certifiedYears: [] },
  };
  return readStep('pass', draft, { ...bounds, asked });
}

describe('the numbers of a pass', () => {
  it('come with the step as far as they were typed; the filing has the day of the pass', () => {
    expect(read({ filing_number: ' 粤ICP备2026012345号 ' }, ['filing_number'])).toEqual({
      ok: true,
      step: { kind: 'pass', numbers: { filingNumber: '粤ICP备2026012345号', filedOn: '2026-09-22' } },
    });
    expect(read({}, ['filing_number'])).toEqual({ ok: true, step: { kind: 'pass' } });
    expect(read({ filing_number: 'x' }, [])).toEqual({ ok: true, step: { kind: 'pass' } });
  });

  it('are refused only where they can’t be right', () => {
    expect(read({ app_id: '123' }, ['app_id'])).toEqual({ ok: false, fault: 'wrong_number' });
    expect(read({ filing_number: '123' }, ['filing_number'])).toMatchObject({ ok: true });
  });
});

describe('the end of a pass', () => {
  const until = calendarDate('2027-09-18');
  const readEnd = (endTime: string) =>
    readStep(
      'pass',
      {
        ...{ moment: null, feeText: '', reasonCode: null, reasonText: '', numbers: null },
        rejects: [],
        ...{ certifiedUntil: until, endTime },
      },
      {
        ...{ stageSinceAtMs: nowMs, nowMs, proposedEnd: () => null, asked: [] },
        account: { ...account, certifiedYears: [] },
      },
    );

  it('is a day, or a moment where its time is known', () => {
    expect(readEnd('')).toEqual({ ok: true, step: { kind: 'pass', certifiedUntil: until } });
    const certifiedUntilAtMs = Date.parse('2027-09-18T15:20:00+08:00');
    expect(readEnd('下午3:20')).toEqual({
      ok: true,
      step: { kind: 'pass', certifiedUntil: until, certifiedUntilAtMs },
    });
    expect(readEnd('soon')).toEqual({ ok: false, fault: 'no_end_time' });
  });
});

describe('a sum of platform fees in words', () => {
  it('says what is unknown beside what is known', () => {
    const say = (knownFen: number, hasUnknown: boolean) =>
      feeSumWords({ knownFen, hasUnknown }, chinese.t, chinese.format);
    expect([say(30_000, false), say(30_000, true), say(0, true)]).toEqual([
      '300 元',
      '300 元，另有未知',
      '未知',
    ]);
  });
});
