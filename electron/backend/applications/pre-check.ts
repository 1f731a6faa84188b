import type { ApplicationItem } from '#shared/contract/applications.ts';
import { AppError } from '#shared/contract/errors.ts';
import { calendarDate, dateOfInstant } from '#shared/domain/calendar-date.ts';
import { optionalField } from '#shared/domain/optional-field.ts';
import type { BankFacts, ContactFacts, PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import { preCheck } from '#shared/domain/pre-check.ts';
import type { Finding } from '#shared/domain/pre-check.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { listAccountsOfClient } from '#backend/accounts/service.ts';
import type { AccountSummary } from '#backend/accounts/service.ts';
import { answersOfClient } from '#backend/answers/service.ts';
import type { Backend } from '#backend/backend.ts';
import { callsOfApplication } from '#backend/calls/service.ts';
import { rejectedRequirements } from '#backend/ledger/service.ts';
import { pictureFaults } from '#backend/documents/quality/faults.ts';
import { listDocumentsOfClient } from '#backend/documents/service.ts';
import { settledByFirm } from './category-checklist.ts';
import { readChecklists } from './checklist.ts';
import { itemFacts } from './item-facts.ts';
import { readMoments } from './item-moments.ts';
import { paperFacts } from './paper-facts.ts';
import { categoriesOfApplication, packOfApplication } from './pack-of.ts';
import { attemptsOf, bankAccountsOf, contactsOf, findClient, openApplicationOfAccount } from './queries.ts';
import type { ApplicationRecord, BankAccountRecord, ClientRecord, ContactRecord } from './queries.ts';

/** How many findings hold the submission back today. Throws AppError NOT_FOUND. */
export const countBlockers = (backend: Backend, record: ApplicationRecord): number =>
  findingsOf(backend, record).filter(({ level }) => level === 'blocker').length;

/** What the pre-check finds today. Throws AppError NOT_FOUND. */
export function findingsOf(backend: Backend, record: ApplicationRecord): Finding[] {
  const { pack } = packOfApplication(backend, record);
  const facts = preCheckFacts(backend, record, pack);
  return preCheck(facts, pack, categoriesOfApplication(backend, record)?.pack).findings;
}

/** Everything about an application that the pre-check looks at, its checklist by the given rules. Throws AppError NOT_FOUND. */
export const preCheckFacts = (
  backend: Backend,
  record: ApplicationRecord,
  pack: RulePack,
): PreCheckFacts => ({
  ...factsBesideChecklist(backend, record),
  ...checklistFactsBy(backend, record, pack),
});

/** What the pre-check looks at of a case's checklist: its items, and the firm's word on them. */
type ChecklistPart = 'items' | 'answers' | 'settledLeaves';

/** What does not depend on the rules. Throws AppError NOT_FOUND. */
export function factsBesideChecklist(
  backend: Backend,
  record: ApplicationRecord,
): Omit<PreCheckFacts, ChecklistPart> {
  const { db, clock } = backend;
  const client = findClient(db, record.client_id);
  if (client === undefined) throw new AppError('NOT_FOUND', { what: 'clients', id: record.client_id });
  const accounts = listAccountsOfClient(backend, record.client_id);
  const account = accounts.find(({ id }) => id === record.account_id);
  return {
    today: clock.today(),
    kind: record.kind,
    openedOn: dateOfInstant(record.opened_at_ms),
    isReturned: record.stage === 'returned',
    ...optionalField('otherCertification', otherCertification(backend, record)),
    ...(record.stage === 'collecting' && {
      certification: optionalField('until', account?.certifiedUntilOn ?? undefined),
    }),
    client: clientFacts(client, record),
    accountName: record.account_name,
    ...optionalField('category', account?.category ?? undefined),
    ...(record.category !== null && { appliedCategory: record.category }),
    accountOn: { platform: record.platform, kind: account?.kind ?? 'mini_program' },
    ...optionalField('appId', account?.appId ?? undefined),
    ...optionalField('originalId', account?.originalId ?? undefined),
    otherAccounts: accounts.filter((each) => each !== account).map(otherAccount),
    contacts: contactsOf(db, record.client_id).map(contactFacts),
    bankAccounts: bankAccountsOf(db, record.client_id).map(bankFacts),
    papers: papersOf(backend, record.client_id),
    returns: returnsOf(backend, record.id),
    calls: callsOfApplication(backend, record.id).map(({ atMs, outcome }) => ({ atMs, outcome })),
  };
}

function papersOf(backend: Backend, clientId: string): PreCheckFacts['papers'] {
  const rows = listDocumentsOfClient(backend, clientId);
  const faults = pictureFaults(backend, rows);
  return rows.map((row) => paperFacts(row, faults));
}

/** The number of a first certification beside an annual review of the same account, or the other way round. */
function otherCertification({ db }: Backend, { account_id, kind }: ApplicationRecord): string | undefined {
  if (kind !== 'first_certification' && kind !== 'annual_review') return undefined;
  const other = kind === 'annual_review' ? 'first_certification' : 'annual_review';
  return openApplicationOfAccount(db, { accountId: account_id, kind: other, category: null })?.number;
}

function returnsOf(backend: Backend, applicationId: string): PreCheckFacts['returns'] {
  const named = rejectedRequirements(backend, [applicationId]);
  return attemptsOf(backend.db, [applicationId]).flatMap((attempt) => {
    const { id, reason_code: reasonCode, returned_at_ms: atMs } = attempt;
    if (atMs === null) return [];
    return [{ ...(reasonCode !== null && { reasonCode }), ...optionalField('rejects', named.get(id)), atMs }];
  });
}

/** The client's answers; what the firm has settled in the checklist stands before them. */
function answersOf(
  answers: Readonly<Record<string, boolean>>,
  settled: ReturnType<typeof settledByFirm>,
): Pick<PreCheckFacts, 'answers'> {
  const all = { ...answers, ...settled.answers };
  return Object.keys(all).length > 0 ? { answers: all } : {};
}

/** The checklist of an application by the given rules, as the pre-check looks at it. */
export function checklistFactsBy(
  backend: Backend,
  record: ApplicationRecord,
  pack: RulePack,
): Pick<PreCheckFacts, ChecklistPart> {
  const items = readChecklists(backend, [record], () => pack).get(record.id) ?? [];
  const settled = record.category === null ? settledByFirm([]) : settledByFirm(items);
  return {
    ...answersOf(answersOfClient(backend, record.client_id), settled),
    ...(settled.settledLeaves.length > 0 && { settledLeaves: settled.settledLeaves }),
    items: withMoments(backend, record, items),
  };
}

function withMoments(
  backend: Backend,
  record: ApplicationRecord,
  items: readonly ApplicationItem[],
): PreCheckFacts['items'] {
  const moments = readMoments(backend, [record]);
  return items.map((item) => ({ ...itemFacts(item), ...moments.ofItem(item.id) }));
}

function clientFacts(client: ClientRecord, record: ApplicationRecord): PreCheckFacts['client'] {
  const { name, credit_code, credit_code_note, legal_representative, address } = client;
  const { licence_until_on, business_scope, standing, standing_checked_on } = client;
  return {
    name,
    entityType: record.entity_type,
    ...(credit_code !== null && { creditCode: credit_code }),
    ...(credit_code_note !== null && { creditCodeNote: credit_code_note }),
    ...(legal_representative !== null && { legalRepresentative: legal_representative }),
    ...(address !== null && { address }),
    ...(licence_until_on !== null && { licenceUntil: calendarDate(licence_until_on) }),
    ...(client.licence_forever === 1 && { licenceUntil: 'forever' as const }),
    ...(standing !== null && { standing }),
    ...(standing_checked_on !== null && { standingCheckedOn: calendarDate(standing_checked_on) }),
    ...(business_scope !== null && { businessScope: business_scope }),
  };
}

const contactFacts = (record: ContactRecord): ContactFacts => ({
  contactId: record.id,
  name: record.name,
  isLegalRepresentative: record.is_legal_representative === 1,
  isAdministrator: record.is_administrator === 1,
  answersCalls: record.answers_calls === 1,
  ...(record.phone !== null && { phone: record.phone }),
  ...(record.id_number !== null && { idNumber: record.id_number }),
  ...(record.available_hours !== null && { availableHours: record.available_hours }),
});

const bankFacts = (record: BankAccountRecord): BankFacts => ({
  bankAccountId: record.id,
  kind: record.kind,
  holder: record.kind === 'personal' ? 'personal' : 'corporate',
  holderName: record.holder_name,
  ...(record.account_number !== null && { accountNumber: record.account_number }),
  ...(record.bank_name !== null && { bankName: record.bank_name }),
});

const otherAccount = ({ name, originalId }: AccountSummary): PreCheckFacts['otherAccounts'][number] => ({
  name,
  ...(originalId !== null && { originalId }),
});
