import { AppError } from '#shared/contract/errors.ts';
import { addDays, compareDates } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { permitNeeds } from '#shared/domain/category-permit.ts';
import { optionalField } from '#shared/domain/optional-field.ts';
import type { StrategyAccount, StrategyFacts } from '#shared/domain/strategy-facts.ts';
import { strategyOf } from '#shared/domain/strategy.ts';
import type { Strategy } from '#shared/domain/strategy.ts';
import { listAccountsOfClient } from '#backend/accounts/service.ts';
import type { AccountSummary } from '#backend/accounts/service.ts';
import { listApplicationsOfClient } from '#backend/applications/service.ts';
import type { Backend } from '#backend/backend.ts';
import { listDocumentsOfClient } from '#backend/documents/service.ts';
import { listFeesOfClient } from '#backend/fees/service.ts';
import { newestPacks } from '#backend/rules/newest.ts';
import { clientById } from './queries.ts';
import type { ClientRecord } from './queries.ts';

/** How far back the platform fees are added up, in days. */
const feeDays = 365;

/** What is recommended for a client today, by the newest rules. Throws AppError NOT_FOUND. */
export function strategyOfClient(backend: Backend, id: string): Strategy {
  const record = clientById(backend.db, id);
  if (record === undefined) throw new AppError('NOT_FOUND', { what: 'clients', id });
  return strategyOf(factsOf(backend, record), { packs: newestPacks(backend), permitsOf: permitNeeds });
}

function factsOf(backend: Backend, { id, entity_type: entityType }: ClientRecord): StrategyFacts {
  const today = backend.clock.today();
  return {
    today,
    entityType,
    accounts: listAccountsOfClient(backend, id).map(accountOf),
    orders: listApplicationsOfClient(backend, id).map((application) => ({
      applicationId: application.id,
      accountId: application.accountId,
      kind: application.kind,
      stage: application.stage,
    })),
    documents: listDocumentsOfClient(backend, id).map((document) => ({
      documentId: document.id,
      kind: document.kind,
      ...optionalField('validUntil', document.validUntil ?? undefined),
    })),
    platformFeesFen: platformFees(backend, id, today),
  };
}

const accountOf = (account: AccountSummary): StrategyAccount => ({
  accountId: account.id,
  name: account.name,
  platform: account.platform,
  kind: account.kind,
  ...optionalField('appId', account.appId ?? undefined),
  ...optionalField('category', account.category ?? undefined),
  ...optionalField('certifiedSince', account.certifiedSinceOn ?? undefined),
  ...optionalField('certifiedUntil', account.certifiedUntilOn ?? undefined),
});

function platformFees(backend: Backend, clientId: string, today: CalendarDate): number {
  const since = addDays(today, -feeDays);
  return listFeesOfClient(backend, clientId)
    .filter(({ kind, chargedOn }) => kind === 'platform' && compareDates(chargedOn, since) > 0)
    .reduce((sum, { amountFen }) => sum + amountFen, 0);
}
