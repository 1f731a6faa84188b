import { aftercareSteps } from './aftercare.ts';
import { annualReportTerm } from './annual-report.ts';
import { isClosed } from './application.ts';
import { applicationTerm } from './application-term.ts';
import type { CalendarDate } from './calendar-date.ts';
import { addDays, calendarDate, dateOfInstant } from './calendar-date.ts';
import type {
  AccountFacts,
  ApplicationFacts,
  ClientFacts,
  DocumentFacts,
  FeeFacts,
  EndedOrder,
  TaskFacts,
} from './client-facts.ts';
import type { CompanyUpkeep } from './company-upkeep.ts';
import { reviewWindowOf, termEnding } from './day-term.ts';
import { licenceTerm } from './licence-term.ts';
import type { LicenceTerm } from './licence-term.ts';
import { optionalField } from './optional-field.ts';
import { paperTerm } from './paper-term.ts';
import { packFor } from './rule-pack-lookup.ts';
import type { ClockUnit, RulePack, WaitingOn } from './rule-pack.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export const obligationKinds = [
  'paper_expiry',
  'licence_term',
  'annual_report',
  'review_window',
  'certification_expiry',
  'clock_authorisation',
  'clock_payment',
  'clock_pre_review',
  'clock_confirmation',
  'clock_review',
  'clock_refill',
  'collecting',
  'aftercare',
  'task',
  'fee_due',
] as const;
export type ObligationKind = (typeof obligationKinds)[number];

/** A dated duty that follows from the facts, the rules and the calendar. */
export type Obligation = {
  /** Kind and subject, so that a recomputation meets the same row again. */
  readonly id: string;
  readonly kind: ObligationKind;
  /** Absent for a task of the firm's own. */
  readonly clientId?: string;
  readonly accountId?: string;
  readonly applicationId?: string;
  readonly documentId?: string;
  readonly feeId?: string;
  readonly taskId?: string;
  readonly consultantId?: string;
  /** Since when it is waited for or prepared. */
  readonly startsOn?: CalendarDate;
  /** When the clock began to run, for its ruler. */
  readonly startsAtMs?: number;
  /** First day on which it can be done. */
  readonly opensOn?: CalendarDate;
  /** The platform's or the paper's own end; never shifts for a day off. */
  readonly legalOn?: CalendarDate;
  readonly legalAtMs?: number;
  /** By when the firm means to have done it: a working day on or before the legal end. */
  readonly internalOn?: CalendarDate;
  /** Orders the agenda: the internal date, else the legal one, else the start; what is only a question comes last. */
  readonly dueOn: CalendarDate;
  readonly unit: ClockUnit;
  readonly total?: number;
  readonly waitingOn: WaitingOn;
  /** The date rests on a year whose days off are not published yet. */
  readonly provisional: boolean;
  /** What is lost or stays unpaid if it is missed. */
  readonly stakeFen?: number;
  readonly refillNo?: number;
  readonly refillMax?: number;
  /** Of a case whose papers are complete: findings of the pre-check that hold the submission back. */
  readonly blockerCount?: number;
  /** Name of the account or task, the document kind, the year of an annual report, or the rule of a step after a pass. */
  readonly subject: string;
};

/** What obligations follow from, beside the facts. */
export type ObligationRules = { readonly packs: readonly RulePack[]; readonly upkeep: CompanyUpkeep };

/**
 * Every obligation of one client, sorted by id. A pure function of facts, rules and calendar: neither the time of
 * day nor the order of the facts changes a row.
 */
export function obligationsOf(
  facts: ClientFacts,
  { packs, upkeep }: ObligationRules,
  calendar: WorkingCalendar,
): Obligation[] {
  const context: Context = { facts, packs, upkeep, calendar };
  const licence = licenceTerm(facts, upkeep, calendar);
  return ordered([
    ...facts.documents
      .filter(({ documentId }) => licence?.documentIds.includes(documentId) !== true)
      .flatMap((document) => ofDocument(document, context)),
    ...ofClient(licence, context),
    ...facts.accounts.flatMap((account) => ofAccount(account, context)),
    ...facts.applications.flatMap((application) => ofApplication(application, context)),
    ...facts.endedOrders.flatMap((pass) => ofEndedOrder(pass, context)),
    ...facts.fees.flatMap((fee) => ofFee(fee, context)),
    ...facts.tasks.flatMap((task) => ofTask(task, facts.client)),
  ]);
}

/** Those of the accounts and the applications under way alone, as far as they follow from the given packs. */
export function obligationsOfCase(
  facts: Pick<ClientFacts, 'client' | 'accounts' | 'applications'>,
  packs: readonly RulePack[],
  calendar: WorkingCalendar,
): Obligation[] {
  const context: CaseContext = { facts, packs, calendar };
  return ordered([
    ...facts.accounts.flatMap((account) => ofAccount(account, context)),
    ...facts.applications.flatMap((application) => ofApplication(application, context)),
  ]);
}

/** The same for the tasks that belong to no client. */
export const firmObligationsOf = (tasks: readonly TaskFacts[]): Obligation[] =>
  ordered(tasks.flatMap((task) => ofTask(task, {})));

const ordered = (rows: readonly Row[]): Obligation[] =>
  rows.map((row) => ({ ...row, dueOn: dueDay(row) })).sort((a, b) => (a.id < b.id ? -1 : 1));

const dueDay = (row: Row): CalendarDate => {
  const isQuestion = row.kind === 'annual_report' && row.internalOn === undefined;
  return (isQuestion ? undefined : (row.internalOn ?? row.legalOn ?? row.startsOn)) ?? NO_DATE;
};

/** Sorts what has no date at all to the end. */
const NO_DATE = calendarDate('9999-12-31');

type Row = Omit<Obligation, 'dueOn'>;

type CaseContext = {
  readonly facts: Pick<ClientFacts, 'client' | 'accounts' | 'applications'>;
  readonly packs: readonly RulePack[];
  readonly calendar: WorkingCalendar;
};

type Context = CaseContext & { readonly facts: ClientFacts; readonly upkeep: CompanyUpkeep };

type OwningClient = Partial<Pick<ClientFacts['client'], 'clientId' | 'consultantId'>>;

type Owner = { readonly accountId?: string; readonly applicationId?: string; readonly consultantId?: string };

function ofDocument(document: DocumentFacts, { facts, upkeep, calendar }: Context): Row[] {
  const { documentId, kind } = document;
  const term = paperTerm(document, upkeep.papers, calendar);
  if (term === undefined) return [];
  return [
    {
      ...head('paper_expiry', documentId, {}, facts.client),
      documentId,
      ...term,
      waitingOn: 'us',
      subject: kind,
    },
  ];
}

/** What the client as such has to keep in order. */
function ofClient(licence: LicenceTerm | undefined, { facts, upkeep, calendar }: Context): Row[] {
  const { client } = facts;
  const report = annualReportTerm(facts, upkeep.annualReport, calendar);
  const rowOf = (kind: 'licence_term' | 'annual_report') => ({
    ...head(kind, client.clientId, {}, client),
    waitingOn: 'us' as const,
  });
  return [
    ...(licence ? [{ ...rowOf('licence_term'), ...licence.term, subject: licence.kind }] : []),
    ...(report ? [{ ...rowOf('annual_report'), ...report.term, subject: String(report.year) }] : []),
  ];
}

function ofAccount(account: AccountFacts, context: CaseContext): Row[] {
  const { accountId, certifiedUntil, name: subject } = account;
  if (certifiedUntil === undefined) return [];
  const owner: Owner = { accountId };
  const term = termEnding(certifiedUntil, context.calendar);
  const expiry: Row = {
    ...head('certification_expiry', accountId, owner, context.facts.client),
    ...term,
    waitingOn: 'us',
    subject,
  };
  const validity = packFor(context.packs, account, 'annual_review')?.validity;
  if (!validity || isUnderReview(account, context.facts)) return [expiry];
  const window: Row = {
    ...head('review_window', accountId, owner, context.facts.client),
    ...reviewWindowOf(certifiedUntil, validity, context.calendar),
    startsOn: addDays(certifiedUntil, -validity.plan.askDaysBefore),
    total: validity.window.daysBefore,
    waitingOn: 'us',
    subject,
  };
  return [expiry, window];
}

/** An open annual review carries the plan of the window itself. */
const isUnderReview = (account: AccountFacts, facts: Pick<ClientFacts, 'applications'>): boolean =>
  facts.applications.some(
    ({ accountId, progress }) =>
      accountId === account.accountId && progress.kind === 'annual_review' && !isClosed(progress.stage),
  );

function ofApplication(application: ApplicationFacts, context: CaseContext): Row[] {
  const { applicationId, accountId, consultantId } = application;
  const account = context.facts.accounts.find((candidate) => candidate.accountId === accountId);
  const term = account && applicationTerm(application, account, context.packs, context.calendar);
  if (!term) return [];
  const owner: Owner = { accountId, applicationId, ...optionalField('consultantId', consultantId) };
  return [{ ...head(term.kind, applicationId, owner, context.facts.client), ...term, subject: account.name }];
}

/** The steps after a pass that are still to be done, each by its own rule. */
function ofEndedOrder(pass: EndedOrder, { facts, calendar }: Context): Row[] {
  const { applicationId, accountId, consultantId } = pass;
  const account = facts.accounts.find((candidate) => candidate.accountId === accountId);
  if (!account) return [];
  const owner: Owner = { accountId, applicationId, ...optionalField('consultantId', consultantId) };
  const settling = { documents: facts.documents, numbers: account.numbers ?? [] };
  return aftercareSteps(pass, settling, calendar, facts.today).flatMap((step) => {
    if (step.state !== 'to_do' || step.rule.duty === undefined) return [];
    return [
      {
        ...head('aftercare', `${applicationId}.${step.rule.id}`, owner, facts.client),
        ...step.term,
        waitingOn: step.rule.duty.waitingOn,
        subject: step.rule.id,
      },
    ];
  });
}

function ofFee(fee: FeeFacts, context: Context): Row[] {
  if (fee.owedFen <= 0) return [];
  const { feeId, accountId, applicationId, chargedOn, dueOn } = fee;
  const owner: Owner = {
    ...optionalField('accountId', accountId),
    ...optionalField('applicationId', applicationId),
  };
  return [
    {
      ...head('fee_due', feeId, owner, context.facts.client),
      feeId,
      ...optionalField('startsOn', chargedOn),
      ...(dueOn === undefined ? {} : termEnding(dueOn, context.calendar)),
      waitingOn: 'client',
      stakeFen: fee.owedFen,
      subject: fee.title,
    },
  ];
}

function ofTask(task: TaskFacts, client: OwningClient): Row[] {
  if (task.isDone) return [];
  const { taskId, accountId, applicationId, documentId, consultantId, dueAtMs } = task;
  const owner: Owner = {
    ...optionalField('accountId', accountId),
    ...optionalField('applicationId', applicationId),
    ...optionalField('consultantId', consultantId),
  };
  const internalOn = dueAtMs === undefined ? task.dueOn : dateOfInstant(dueAtMs);
  return [
    {
      ...head('task', taskId, owner, client),
      taskId,
      ...optionalField('documentId', documentId),
      internalOn,
      ...optionalField('legalAtMs', dueAtMs),
      waitingOn: 'us',
      subject: task.title,
    },
  ];
}

function head(
  kind: ObligationKind,
  subjectId: string,
  owner: Owner,
  { clientId, consultantId }: OwningClient,
) {
  return {
    id: `${kind}:${subjectId}`,
    kind,
    ...optionalField('clientId', clientId),
    ...optionalField('consultantId', consultantId),
    ...owner,
    unit: 'calendar_day' as ClockUnit,
    provisional: false,
  };
}
