import type { AccountDetails } from '#shared/contract/account-pages.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { reviewPlanOf } from '#shared/domain/review-plan.ts';
import type { ReviewPlan } from '#shared/domain/review-plan.ts';
import { packFor } from '#shared/domain/rule-pack-lookup.ts';
import { listApplicationsOfAccount, paperIdsOfAccount } from '#backend/applications/of-account.ts';
import type { Backend } from '#backend/backend.ts';
import { clientWithPeople } from '#backend/clients/service.ts';
import { documentsById } from '#backend/documents/service.ts';
import { listFeesOfClient } from '#backend/fees/service.ts';
import { accountHistoryCount, readHistory } from '#backend/history/service.ts';
import { obligationsOfClient } from '#backend/obligations/service.ts';
import { accountById } from './queries.ts';
import type { AccountRecord } from './queries.ts';
import { accountSummaryOf } from './service.ts';

/** How much of the history the page shows before it is asked for more, in entries. */
const historyShown = 50;

/** Everything of one account, also of one in the trash. Throws AppError NOT_FOUND. */
export function getAccount(backend: Backend, id: string): AccountDetails {
  const account = accountSummaryOf(backend, id);
  const record = accountById(backend.db, id);
  const { clientId } = account;
  const applications = listApplicationsOfAccount(backend, id);
  const orders = new Set<string | null>(applications.map((order) => order.id));
  return {
    ...clientWithPeople(backend, clientId),
    account: { ...account, deletedAtMs: record?.deleted_at_ms ?? null },
    applications,
    plan: record === undefined ? null : planOf(backend, record),
    documents: [...documentsById(backend, paperIdsOfAccount(backend, id)).values()],
    fees: listFeesOfClient(backend, clientId).filter((fee) => orders.has(fee.applicationId)),
    obligations: obligationsOfClient(backend, clientId).filter(
      (duty) => duty.accountId === id || (duty.applicationId !== null && orders.has(duty.applicationId)),
    ),
    history: readHistory(backend, { accountId: id, limit: historyShown }),
    historyCount: accountHistoryCount(backend, id),
  };
}

/** By the same rules as its duties. */
function planOf({ rules, calendar, clock }: Backend, record: AccountRecord): ReviewPlan | null {
  const packs = rules.all.map(({ pack }) => pack);
  const place = { platform: record.platform, accountKind: record.kind };
  const validity = packFor(packs, place, 'annual_review')?.validity;
  const endsOn = record.certified_until_on as CalendarDate | null;
  if (!validity || endsOn === null) return null;
  return reviewPlanOf({ endsOn, endsAtMs: record.certified_until_at_ms }, validity, calendar, clock.today());
}
