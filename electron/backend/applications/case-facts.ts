import { calendarDate } from '#shared/domain/calendar-date.ts';
import type { CaseFacts } from '#shared/domain/case-outlook.ts';
import type { AccountFacts } from '#shared/domain/client-facts.ts';
import type { AccountKind } from '#shared/domain/platform.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import type { Backend } from '#backend/backend.ts';
import { checklistFactsBy, factsBesideChecklist } from './pre-check.ts';
import { progressOf } from './progress.ts';
import { attemptsOf, findAccount } from './queries.ts';
import type { ApplicationRecord } from './queries.ts';

/** What is known of an open application beside its checklist, which the rules put together. */
export type FactsBesideRules = Omit<CaseFacts, 'preCheck'> & {
  readonly preCheck: ReturnType<typeof factsBesideChecklist>;
};

/** What does not depend on the rules by which an open application is looked at. Throws AppError NOT_FOUND. */
export function factsBesideRules(backend: Backend, record: ApplicationRecord): FactsBesideRules {
  return {
    client: {
      clientId: record.client_id,
      name: record.client_name,
      entityType: record.entity_type,
    },
    account: accountFacts(backend, record),
    application: {
      applicationId: record.id,
      accountId: record.account_id,
      progress: progressOf(record, attemptsOf(backend.db, [record.id])),
    },
    preCheck: factsBesideChecklist(backend, record),
  };
}

/** Everything from which it follows how an open application stands under the given rules. */
export const withChecklistOf = (
  backend: Backend,
  record: ApplicationRecord,
  pack: RulePack,
  facts: FactsBesideRules,
): CaseFacts => ({
  ...facts,
  preCheck: { ...facts.preCheck, ...checklistFactsBy(backend, record, pack) },
});

function accountFacts({ db }: Backend, record: ApplicationRecord): AccountFacts {
  const account = findAccount(db, record.account_id);
  const certifiedUntil = account?.certified_until_on ?? null;
  return {
    accountId: record.account_id,
    name: record.account_name,
    platform: record.platform,
    accountKind: (account?.kind ?? 'mini_program') as AccountKind,
    ...(certifiedUntil !== null && { certifiedUntil: calendarDate(certifiedUntil) }),
  };
}
