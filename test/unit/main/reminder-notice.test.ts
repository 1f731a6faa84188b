import { expect, test } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { obligationRow } from '#shared/contract/obligations.ts';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import type { ReminderGist } from '#shared/contract/reminders.ts';
import { reminderNotice } from '../../../electron/main/reminder-notice.ts';
import { textsOf } from '../../../electron/main/texts/texts.ts';

const zh = textsOf('zh-CN');

const due = (no: number, over: Partial<ObligationRow> = {}): ObligationRow =>
  obligationRow.parse({
    ...{ id: `duty-${no}`, kind: 'paper_expiry', clientId: `client-${no}`, clientName: `示例公司${no}` },
    ...{ accountId: null, applicationId: null, documentId: null, feeId: null, taskId: null },
    ...{ consultantId: null, consultantName: null, subject: 'business_licence', waitingOn: 'us' },
    ...{ unit: 'calendar_day', total: null, startsOn: null, startsAtMs: null, opensOn: null },
    ...{ legalOn: null, legalAtMs: null, internalOn: null, dueOn: '2026-09-30', provisional: false },
    ...{ stakeFen: null, refillNo: null, refillMax: null, step: null, blockerCount: null, losses: [] },
    ...over,
  });

const noticeOf = (duties: readonly ObligationRow[], texts = zh, place: Partial<ReminderGist> = {}) =>
  reminderNotice(
    { count: duties.length, named: duties.slice(0, 3), clientId: null, applicationId: null, ...place },
    texts,
  );

test('nothing due, nothing said', () => {
  expect(noticeOf([], zh)).toBeNull();
});

test('one reminder names its client and opens the page of the client', () => {
  expect(noticeOf([due(1)], zh, { clientId: 'client-1' })).toEqual({
    title: '示例公司1',
    body: '资料到期 · 营业执照 · 期限 2026-09-30',
    path: '/clients/client-1',
  });
});

test('a reminder of an application opens the application', () => {
  expect(noticeOf([due(1)], zh, { clientId: 'client-1', applicationId: 'a/1' })?.path).toBe(
    '/applications/a%2F1',
  );
});

test('two and three are named in one notice', () => {
  const notice = noticeOf([due(1), due(2), due(3)], zh);
  expect(notice?.title).toBe('3 项提醒');
  expect(notice?.body.split('\n')).toEqual([
    '示例公司1 · 资料到期 · 营业执照 · 期限 2026-09-30',
    '示例公司2 · 资料到期 · 营业执照 · 期限 2026-09-30',
    '示例公司3 · 资料到期 · 营业执照 · 期限 2026-09-30',
  ]);
  expect(notice?.path).toBe('/today');
});

test('of more than three the rest is counted', () => {
  const notice = noticeOf(
    Array.from({ length: 12 }, (_, index) => due(index)),
    zh,
  );
  expect(notice?.title).toBe('12 项提醒');
  expect(notice?.body.split('\n')).toHaveLength(4);
  expect(notice?.body).toContain('另有 9 项');
});

test('several of one client open that client', () => {
  expect(noticeOf([due(1), due(2)], zh, { clientId: 'client-1' })?.path).toBe('/clients/client-1');
});

test('the date is the legal one where there is one, and a text of the user stays as it is', () => {
  const task = due(1, { kind: 'task', subject: '给客户回电', legalOn: calendarDate('2026-10-03') });
  const notice = noticeOf([task], zh);
  expect(notice?.body).toBe('提醒 · 给客户回电 · 期限 2026-10-03');
});

test('a clock of hours ends at a time of day', () => {
  const legalAtMs = Date.parse('2026-09-23T09:05:00+08:00');
  const clock = due(1, { kind: 'clock_payment', subject: '示例小馆', unit: 'hour', legalAtMs });
  expect(noticeOf([clock], zh)?.body).toBe('付款 · 示例小馆 · 期限 2026-09-23 09:05');
});

test('English says the same', () => {
  expect(noticeOf([due(1, { subject: '' })], textsOf('en'))?.body).toBe('Paper expiry · due 2026-09-30');
});
