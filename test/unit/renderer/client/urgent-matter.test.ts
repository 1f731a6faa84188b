import { describe, expect, it } from 'vitest';
import type { ApplicationRow } from '#shared/contract/application-pages.ts';
import type { ClientDetails } from '#shared/contract/clients.ts';
import { calendarDate, instantOf } from '#shared/domain/calendar-date.ts';
import { urgentMatter } from '#renderer/features/client/urgent-matter.ts';

const today = calendarDate('2026-09-22');
const nowMs = instantOf(today, '09:00');

type Details = Parameters<typeof urgentMatter>[0];

const quiet: Details = { applications: [], accounts: [], obligations: [], documents: [] };

const application = (stage: ApplicationRow['stage']): ApplicationRow => ({
  id: 'x',
  number: 'A-2026-0001',
  clientId: 'client',
  clientName: '示例',
  accountId: 'account',
  accountName: '示例',
  platform: 'wechat',
  kind: 'first_certification',
  category: null,
  stage,
  stageSinceAtMs: nowMs,
  openedAtMs: nowMs,
  refillNo: null,
  rail: { at: 0, total: 7 },
  consultantName: null,
  missingCount: 0,
  itemCount: 0,
  clock: null,
});

const account = (until: string): ClientDetails['accounts'][number] => ({
  id: until,
  clientId: 'client',
  platform: 'wechat',
  kind: 'mini_program',
  name: '示例',
  appId: null,
  originalId: null,
  filingNumber: null,
  filedOn: null,
  category: null,
  certifiedSinceOn: null,
  certifiedUntilOn: calendarDate(until),
  certifiedUntilAtMs: null,
  remark: null,
  openApplicationId: null,
  certifiedYears: [],
});

describe('the most urgent matter', () => {
  it('is none when nothing presses', () => {
    expect(urgentMatter(quiet, today, nowMs)).toBeNull();
    expect(urgentMatter({ ...quiet, accounts: [account('2027-06-30')] }, today, nowMs)).toBeNull();
  });

  it('is what was sent back before all else', () => {
    const details = {
      ...quiet,
      applications: [application('in_review'), application('returned')],
      accounts: [account('2026-09-01')],
    };
    expect(urgentMatter(details, today, nowMs)).toEqual({ kind: 'sent_back', count: 1, clock: null });
  });

  it('counts the days of the certification that ends first', () => {
    const of = (...ends: readonly string[]) =>
      urgentMatter({ ...quiet, accounts: ends.map(account) }, today, nowMs);
    expect(of('2027-06-30', '2026-09-18')).toEqual({ kind: 'certification_expired', days: 4 });
    expect(of('2026-10-21')).toEqual({ kind: 'certification_expiring', days: 29 });
    expect(of('2026-12-02')).toEqual({ kind: 'certification_renewable', days: 71 });
  });

  it('is a review under way when there is nothing worse', () => {
    expect(urgentMatter({ ...quiet, applications: [application('in_review')] }, today, nowMs)).toEqual({
      kind: 'in_review',
      count: 1,
    });
  });
});
