import { AppError } from '#shared/contract/errors.ts';
import { addDays, compareDates } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { pathText } from '#shared/domain/category-pack.ts';
import { optionalField } from '#shared/domain/optional-field.ts';
import type { PermitGap, StrategyAccount, StrategyFacts } from '#shared/domain/strategy-facts.ts';
import { strategyOf } from '#shared/domain/strategy.ts';
import type { Strategy } from '#shared/domain/strategy.ts';
import { listAccountsOfClient } from '#backend/accounts/service.ts';
import type { AccountSummary } from '#backend/accounts/service.ts';
import { judgeCategoriesFor } from '#backend/applications/categories.ts';
import { listApplicationsOfClient } from '#backend/applications/service.ts';
import type { Backend } from '#backend/backend.ts';
import { listDocumentsOfClient } from '#backend/documents/service.ts';
import { listFeesOfClient } from '#backend/fees/service.ts';
import { newestLists } from '#backend/rules/categories.ts';
import { newestPacks } from '#backend/rules/newest.ts';
import { clientById } from './queries.ts';
import type { ClientRecord } from './queries.ts';

/** How far back the platform fees are added up, in days. */
const feeDays = 365;

/** What is recommended for a client today, by the newest rules. Throws AppError NOT_FOUND. */
export function strategyOfClient(backend: Backend, id: string): Strategy {
  const record = clientById(backend.db, id);
  if (record === undefined) throw new AppError('NOT_FOUND', { what: 'clients', id });
  const otherSources = newestLists(backend.categories).flatMap(({ pack }) => pack.sources);
  return strategyOf(factsOf(backend, record), { packs: newestPacks(backend), otherSources });
}

function factsOf(backend: Backend, { id, entity_type: entityType }: ClientRecord): StrategyFacts {
  const today = backend.clock.today();
  return {
    today,
    entityType,
    accounts: listAccountsOfClient(backend, id).map((account) => accountOf(backend, account)),
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

const accountOf = (backend: Backend, account: AccountSummary): StrategyAccount => ({
  accountId: account.id,
  name: account.name,
  platform: account.platform,
  kind: account.kind,
  ...optionalField('appId', account.appId ?? undefined),
  permitGaps: permitGaps(backend, account),
  ...optionalField('certifiedSince', account.certifiedSinceOn ?? undefined),
  ...optionalField('certifiedUntil', account.certifiedUntilOn ?? undefined),
});

/** Of the categories that the account's text names: those that are closed to the client or lack their papers. */
function permitGaps(
  backend: Backend,
  { clientId, platform, kind, category: text }: AccountSummary,
): PermitGap[] {
  const list = backend.categories.find(platform, kind)?.pack;
  const entityType = clientById(backend.db, clientId)?.entity_type;
  if (text === null || list === undefined || entityType === undefined) return [];
  // A list that is not made for this kind of body says nothing of it.
  if (list.notFor.includes(entityType)) return [];
  return judgeCategoriesFor(backend, { clientId, text, platform })
    .matches.filter(({ verdict: { state } }) => state === 'missing' || state === 'closed')
    .map(({ category, verdict, needed }) => ({
      categoryId: category.id,
      category: pathText(category),
      needed: verdict.state === 'closed' ? null : needed,
      basis: {
        packId: list.id,
        place: `categories.${category.id}`,
        tag: category.tag,
        source: category.source,
        asOf: category.asOf,
      },
    }));
}

function platformFees(backend: Backend, clientId: string, today: CalendarDate): number {
  const since = addDays(today, -feeDays);
  return listFeesOfClient(backend, clientId)
    .filter(({ kind, chargedOn }) => kind === 'platform' && compareDates(chargedOn, since) > 0)
    .reduce((sum, { amountFen }) => sum + amountFen, 0);
}
