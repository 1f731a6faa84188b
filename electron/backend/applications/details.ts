import type { ApplicationDetails } from '#shared/contract/applications.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';
import { AppError } from '#shared/contract/errors.ts';
import { calendarDate, dateOfInstant } from '#shared/domain/calendar-date.ts';
import { checklistCounts } from '#shared/domain/checklist-state.ts';
import type { DocumentFacts } from '#shared/domain/client-facts.ts';
import { clocksOf, rulerTicks, runningClock } from '#shared/domain/clocks.ts';
import { platformFee, proposedCertificationEnd } from '#shared/domain/rule-pack-lookup.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { railSteps } from '#shared/domain/stage-rail.ts';
import { allowedActions } from '#shared/domain/stages.ts';
import { numbersOf } from '#shared/domain/account-numbers.ts';
import { accountSummaryOf } from '#backend/accounts/service.ts';
import { aftercareOf } from '#backend/aftercare/service.ts';
import type { Backend } from '#backend/backend.ts';
import { callsOfApplication } from '#backend/calls/service.ts';
import { lapsesOfApplication, rejectedRequirements } from '#backend/ledger/service.ts';
import { listDocumentsOfClient } from '#backend/documents/service.ts';
import { readChainHead } from '#backend/history/service.ts';
import { obligationsOfApplications } from '#backend/obligations/service.ts';
import { categorySummary } from './category-checklist.ts';
import { requirementStates } from './checklist.ts';
import { judgedChecklists } from './judged-checklist.ts';
import { judgementsOfApplication } from './judgement.ts';
import { packOfApplication } from './pack-of.ts';
import { progressOf } from './progress.ts';
import {
  attemptsOf,
  bankAccountsOf,
  consultantById,
  contactsOf,
  findClient,
  openApplicationOfAccount,
} from './queries.ts';
import type { ApplicationRecord, AttemptRecord, ContactRecord } from './queries.ts';

/** Everything that the application's page and its papers show. Throws AppError NOT_FOUND. */
export function readDetails(backend: Backend, record: ApplicationRecord): ApplicationDetails {
  const { db, clock, calendar } = backend;
  const client = findClient(db, record.client_id);
  if (client === undefined) throw new AppError('NOT_FOUND', { what: 'clients', id: record.client_id });
  const attempts = attemptsOf(db, [record.id]);
  const progress = progressOf(record, attempts);
  const { pack } = packOfApplication(backend, record);
  const items = judgedChecklists(backend, [record]).get(record.id) ?? [];
  const used = new Set(items.flatMap((item) => item.documents.map(({ id }) => id)));
  const clocks = clocksOf(progress, pack, calendar, clock.nowMs());
  const running = runningClock(clocks);
  const account = accountSummaryOf(backend, record.account_id);
  const papers = listDocumentsOfClient(backend, record.client_id);
  return {
    application: applicationOf(backend, record, pack),
    client: {
      id: client.id,
      name: client.name,
      creditCode: client.credit_code,
      legalRepresentative: client.legal_representative,
      address: client.address,
    },
    consultant: record.consultant_id === null ? null : (consultantById(db, record.consultant_id) ?? null),
    account,
    contacts: contactsOf(db, record.client_id).map(contactOf),
    bankAccounts: bankAccountsOf(db, record.client_id).map(({ account_number, bank_name }) => ({
      accountNumber: account_number,
      bankName: bank_name,
    })),
    items,
    counts: checklistCounts(requirementStates(items)),
    rail: railSteps(progress, pack, calendar, clock.nowMs()),
    clocks,
    running:
      running === undefined ? null : { clock: running, ticks: rulerTicks(running, calendar, clock.today()) },
    allowedSteps: [...allowedActions(progress, pack)],
    canBeginAnew: canBeginAnew(backend, record),
    platformFeeFen: platformFee(pack, record.entity_type, clock.today())?.amountFen ?? null,
    refillMax: pack.refills?.max ?? null,
    proposedCertifiedUntil:
      pack.validity === null ? null : proposedCertificationEnd(pack.validity, dateOfInstant(clock.nowMs())),
    attempts: attemptRows(backend, record.id, attempts),
    lapses: lapsesOfApplication(backend, record.id),
    calls: callsOfApplication(backend, record.id),
    judgements: judgementsOfApplication(backend, record.id),
    obligations: obligationsOfApplications(backend, [record.id]),
    aftercare: aftercareOf(backend, record.id, {
      documents: papers.map(documentFacts),
      numbers: numbersOf(account),
    }),
    otherDocuments: papers.filter(({ id }) => !used.has(id)),
    chainHead: readChainHead(backend),
  };
}

function applicationOf(
  backend: Backend,
  record: ApplicationRecord,
  pack: RulePack,
): ApplicationDetails['application'] {
  return {
    id: record.id,
    number: record.number,
    clientId: record.client_id,
    accountId: record.account_id,
    kind: record.kind,
    category: categorySummary(backend, record),
    entityType: record.entity_type,
    rulePackId: record.rule_pack_id,
    rulePackVersion: record.rule_pack_version,
    rulePackSha256: record.rule_pack_sha256,
    rulePackAsOf: pack.asOf,
    consultantId: record.consultant_id,
    stage: record.stage,
    stageSinceAtMs: record.stage_since_at_ms,
    openedAtMs: record.opened_at_ms,
    submittedAtMs: record.submitted_at_ms,
    authorisedAtMs: record.authorised_at_ms,
    paidAtMs: record.paid_at_ms,
    firstReturnedAtMs: record.first_returned_at_ms,
    closedAtMs: record.closed_at_ms,
    certifiedUntilOn: record.certified_until_on === null ? null : calendarDate(record.certified_until_on),
    remark: record.remark,
  };
}

function canBeginAnew({ db }: Backend, record: ApplicationRecord): boolean {
  const { account_id: accountId, kind, category, stage } = record;
  const isEnded = stage === 'failed' || stage === 'withdrawn';
  return isEnded && openApplicationOfAccount(db, { accountId, kind, category }) === undefined;
}

const documentFacts = ({ id, kind, validUntil, createdAtMs }: DocumentRow): DocumentFacts => ({
  documentId: id,
  kind,
  ...(validUntil !== null && { validUntil }),
  filedOn: dateOfInstant(createdAtMs),
});

const contactOf = (record: ContactRecord): ApplicationDetails['contacts'][number] => ({
  id: record.id,
  name: record.name,
  phone: record.phone,
  idNumber: record.id_number,
  availableHours: record.available_hours,
  isAdministrator: record.is_administrator === 1,
  isLegalRepresentative: record.is_legal_representative === 1,
  answersCalls: record.answers_calls === 1,
});

function attemptRows(
  backend: Backend,
  applicationId: string,
  attempts: readonly AttemptRecord[],
): ApplicationDetails['attempts'] {
  const named = rejectedRequirements(backend, [applicationId]);
  return attempts.map((record) => ({
    id: record.id,
    attemptNo: record.attempt_no,
    submittedAtMs: record.submitted_at_ms,
    outcome: record.outcome,
    returnedAtMs: record.returned_at_ms,
    reasonCode: record.reason_code,
    reasonText: record.reason_text,
    feeFen: record.fee_fen,
    rejects: [...(named.get(record.id) ?? [])],
  }));
}
