import { describe, expect, it } from 'vitest';
import type { ApplicationRow } from '#shared/contract/application-pages.ts';
import type { ClientDetails } from '#shared/contract/clients.ts';
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { suggestedApplication } from '#renderer/features/client/suggested-application.ts';
import { orderOf } from './order-of.ts';

const today = calendarDate('2026-09-22');

type Account = ClientDetails['accounts'][number];
type Duty = ClientDetails['obligations'][number];

const accountOf = (id: string, certifiedUntilOn: CalendarDate | null): Account => ({
  id,
  clientId: 'client',
  platform: 'wechat',
  kind: 'mini_program',
  name: `示例 ${id}`,
  appId: null,
  originalId: null,
  filingNumber: null,
  filedOn: null,
  category: null,
  certifiedSinceOn: null,
  certifiedUntilOn,
  certifiedUntilAtMs: null,
  remark: null,
  openApplicationId: null,
  certifiedYears: [],
});

/** The ninety days before the certification of an account ends. */
const windowOf = (accountId: string, until: CalendarDate): Duty => ({
  id: `review_window:${accountId}`,
  kind: 'review_window',
  clientId: 'client',
  clientName: '示例',
  accountId,
  applicationId: null,
  documentId: null,
  feeId: null,
  taskId: null,
  consultantId: null,
  consultantName: null,
  subject: '示例',
  waitingOn: 'us',
  unit: 'calendar_day',
  total: 90,
  startsOn: null,
  startsAtMs: null,
  opensOn: addDays(until, -90),
  legalOn: until,
  legalAtMs: null,
  internalOn: until,
  dueOn: until,
  provisional: false,
  stakeFen: null,
  refillNo: null,
  refillMax: null,
  step: null,
  losses: [],
  blockerCount: null,
});

const suggest = (accounts: readonly Account[], applications: readonly ApplicationRow[] = []) =>
  suggestedApplication(
    {
      accounts: [...accounts],
      applications: [...applications],
      obligations: accounts.flatMap(({ id, certifiedUntilOn }) =>
        certifiedUntilOn === null ? [] : [windowOf(id, certifiedUntilOn)],
      ),
    },
    today,
  );

describe('the suggested application', () => {
  it('is a first certification for an account that was never certified', () => {
    expect(suggest([accountOf('a', null)])).toEqual({
      accountId: 'a',
      kind: 'first_certification',
      reason: 'not_certified',
    });
  });

  it('is the annual review that ends first, inside its window', () => {
    const accounts = [
      accountOf('late', calendarDate('2026-12-02')),
      accountOf('soon', calendarDate('2026-10-09')),
      accountOf('new', null),
    ];
    expect(suggest(accounts)).toEqual({ accountId: 'soon', kind: 'annual_review', reason: 'window' });
  });

  it('is before all a certification that has ended', () => {
    const accounts = [
      accountOf('soon', calendarDate('2026-10-09')),
      accountOf('gone', calendarDate('2026-09-18')),
    ];
    expect(suggest(accounts)).toMatchObject({ accountId: 'gone', kind: 'annual_review', reason: 'expired' });
  });

  it('is a first certification before a review whose window is closed', () => {
    const accounts = [accountOf('far', calendarDate('2027-06-30')), accountOf('new', null)];
    expect(suggest(accounts)).toMatchObject({ accountId: 'new' });
    expect(suggest(accounts.slice(0, 1))).toMatchObject({ accountId: 'far', reason: 'other' });
  });

  it('passes over accounts whose certification is under way, and over no others', () => {
    const accounts = [accountOf('a', null)];
    expect(suggest(accounts, [orderOf('a', 'first_certification')])).toBeNull();
    expect(suggest(accounts, [orderOf('a', 'annual_review')])).toBeNull();
    expect(suggest(accounts, [orderOf('a', 'category_permit', 'life.vet')])).toMatchObject({
      accountId: 'a',
    });
    expect(suggest(accounts, [orderOf('a', 'filing'), orderOf('b', 'annual_review')])).not.toBeNull();
    expect(suggest(accounts, [{ ...orderOf('a', 'annual_review'), stage: 'failed' }])).not.toBeNull();
    expect(suggest([])).toBeNull();
  });
});
