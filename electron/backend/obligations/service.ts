import type { ObligationRow } from '#shared/contract/obligations.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DayDeadline } from '#shared/domain/holiday-difference.ts';
import { firmObligationsOf, obligationsOf as obligationsFrom } from '#shared/domain/obligations.ts';
import type { Obligation } from '#shared/domain/obligations.ts';
import type { AccountKind, Platform } from '#shared/domain/platform.ts';
import { packFor } from '#shared/domain/rule-pack-lookup.ts';
import type { Backend } from '#backend/backend.ts';
import type { Touched } from '#backend/db/change.ts';
import { factsOf, tasksOf } from './facts.ts';
import * as queries from './queries.ts';
import type { NewObligation, ObligationRecord } from './queries.ts';

/** A client's duties, most urgent first. */
export function obligationsOfClient(backend: Backend, clientId: string): ObligationRow[] {
  return rowsOf(backend, queries.obligationsOf(backend.db, clientId));
}

export function obligationsOfApplications(
  backend: Backend,
  applicationIds: readonly string[],
): ObligationRow[] {
  return rowsOf(backend, queries.obligationsOfApplications(backend.db, applicationIds));
}

/** Duties by id; an id that no longer stands for a duty is left out. */
export function obligationsById(backend: Backend, ids: readonly string[]): ObligationRow[] {
  return rowsOf(backend, queries.obligationsByIds(backend.db, ids));
}

/** Duties whose day lies in [from, to], most urgent first. */
export function obligationsDue(
  backend: Backend,
  from: CalendarDate,
  to: CalendarDate,
  limit: number,
): ObligationRow[] {
  return rowsOf(backend, queries.obligationsDue(backend.db, from, to, limit));
}

/** A duty with the days by which it is recalled. */
export type DutyDates = Pick<
  ObligationRow,
  'id' | 'kind' | 'startsOn' | 'opensOn' | 'legalOn' | 'legalAtMs' | 'internalOn' | 'dueOn'
>;

const datesAtOnce = 500;

/** The days of all duties whose own lies in [from, to], most urgent first, in parts of some milliseconds each. */
export function* datesOfDuties(
  { db }: Pick<Backend, 'db'>,
  from: CalendarDate,
  to: CalendarDate,
): Generator<readonly DutyDates[]> {
  let last: { readonly due_on: string; readonly id: string } | undefined = { due_on: from, id: '' };
  while (last !== undefined) {
    const range = { from: last.due_on, after: last.id, to, limit: datesAtOnce };
    const records: queries.LadderRecord[] = queries.laddersDue(db, range);
    yield records.map(datesOf);
    last = records.length < datesAtOnce ? undefined : records.at(-1);
  }
}

/** Annual reviews whose papers are to be asked for, or whose window opens, in [from, to]; they fall due later. */
export function reviewWindowsPlanned(
  backend: Backend,
  from: CalendarDate,
  to: CalendarDate,
): ObligationRow[] {
  return rowsOf(backend, queries.reviewWindowsPlanned(backend.db, from, to));
}

/** A duty as it is grouped, sorted and counted; `obligationsById` gives the rest of it. */
export type Duty = Pick<
  ObligationRow,
  | 'id'
  | 'kind'
  | 'waitingOn'
  | 'unit'
  | 'consultantId'
  | 'startsOn'
  | 'opensOn'
  | 'legalOn'
  | 'legalAtMs'
  | 'internalOn'
  | 'dueOn'
  | 'stakeFen'
>;

interface DutyDays {
  readonly today: CalendarDate;
  readonly dueTo: CalendarDate;
  readonly plannedTo: CalendarDate;
}

/** Duties due by `dueTo`, reviews with a day of their plan in [today, plannedTo], and what is ours to do. */
export function dutiesAhead({ db }: Pick<Backend, 'db'>, days: DutyDays): Duty[] {
  return queries.dutiesAhead(db, days).map(dutyOf);
}

/** Duties that wait for the client or the platform. */
export function dutiesWaiting({ db }: Pick<Backend, 'db'>): Duty[] {
  return queries.dutiesWaiting(db).map(dutyOf);
}

/** Ends of certifications and papers within [from, to), by month (YYYY-MM) and kind. */
export function endsByMonth(backend: Backend, from: CalendarDate, to: CalendarDate) {
  return queries.endsByMonth(backend.db, from, to);
}

/** The same ends one by one, in the order of their days. */
export function endsWithin(backend: Backend, from: CalendarDate, to: CalendarDate) {
  return queries.endsWithin(backend.db, from, to);
}

/** Makes the duties of the touched clients anew, in the transaction of the change that touched them. */
export function deriveObligations(backend: Backend, touched: readonly Touched[]): void {
  recomputeObligations(backend, touchedClients(backend, touched));
  if (touched.some(({ table, clientId }) => table === 'tasks' && clientId === null)) {
    recomputeFirmObligations(backend);
  }
}

/** A person stands at every client of which they are a contact. */
function touchedClients({ db }: Backend, touched: readonly Touched[]): string[] {
  const contactIds = touched.flatMap(({ table, id }) => (table === 'contacts' ? [id] : []));
  const atContacts = contactIds.length === 0 ? [] : queries.clientsOfContacts(db, contactIds);
  return [...new Set([...touched.flatMap(({ clientId }) => clientId ?? []), ...atContacts])];
}

/** A full recomputation gives the same rows as all the changes did one by one. */
export function recomputeAllObligations(backend: Backend): void {
  backend.db
    .transaction(() => {
      recomputeObligations(backend, queries.allClientIds(backend.db));
      recomputeFirmObligations(backend);
    })
    .immediate();
}

/** Clients with an application under way: theirs are the duties that depend on the day, e.g. on a paper that ran out. */
export function clientsWithOpenApplications(backend: Backend): string[] {
  return queries.clientsWithOpenApplications(backend.db);
}

/** Clients of which nobody has noted a filed annual report: theirs is the duty that depends on the year. */
export function clientsWithoutAnnualReport(backend: Backend): string[] {
  return queries.clientsWithoutAnnualReport(backend.db);
}

/** Clients with a step after a pass to be done: theirs are the duties that become history one day. */
export function clientsWithAftercare(backend: Backend): string[] {
  return queries.clientsWithAftercare(backend.db);
}

function recomputeObligations(backend: Backend, clientIds: readonly string[]): void {
  const { db, calendar, rules, upkeep } = backend;
  if (clientIds.length === 0) return;
  queries.deleteObligations(db, clientIds);
  const packs = rules.all.map(({ pack }) => pack);
  for (const facts of factsOf(backend, clientIds)) {
    for (const obligation of obligationsFrom(facts, { packs, upkeep: upkeep.rules }, calendar))
      queries.insertObligation(db, recordOf(obligation));
  }
}

function recomputeFirmObligations({ db }: Backend): void {
  queries.deleteFirmObligations(db);
  for (const obligation of firmObligationsOf(tasksOf(db, null))) {
    queries.insertObligation(db, recordOf(obligation));
  }
}

const recordOf = (o: Obligation): NewObligation => ({
  id: o.id,
  kind: o.kind,
  client_id: o.clientId ?? null,
  account_id: o.accountId ?? null,
  application_id: o.applicationId ?? null,
  document_id: o.documentId ?? null,
  fee_id: o.feeId ?? null,
  task_id: o.taskId ?? null,
  consultant_id: o.consultantId ?? null,
  subject: o.subject,
  waiting_on: o.waitingOn,
  unit: o.unit,
  total: o.total ?? null,
  starts_on: o.startsOn ?? null,
  starts_at_ms: o.startsAtMs ?? null,
  opens_on: o.opensOn ?? null,
  legal_on: o.legalOn ?? null,
  legal_at_ms: o.legalAtMs ?? null,
  internal_on: o.internalOn ?? null,
  due_on: o.dueOn,
  provisional: o.provisional ? 1 : 0,
  stake_fen: o.stakeFen ?? null,
  refill_no: o.refillNo ?? null,
  refill_max: o.refillMax ?? null,
  blocker_count: o.blockerCount ?? null,
});

/** Rows that are read together. */
function rowsOf(backend: Pick<Backend, 'rules'>, records: readonly ObligationRecord[]): ObligationRow[] {
  const losses = lossesBy(backend);
  return records.map((record) => rowOf(backend, record, losses));
}

function rowOf(backend: Pick<Backend, 'rules'>, record: ObligationRecord, losses: LossesOf): ObligationRow {
  return {
    id: record.id,
    kind: record.kind as ObligationRow['kind'],
    clientId: record.client_id,
    clientName: record.client_name,
    accountId: record.account_id,
    applicationId: record.application_id,
    documentId: record.document_id,
    feeId: record.fee_id,
    taskId: record.task_id,
    consultantId: record.consultant_id,
    consultantName: record.consultant_name,
    subject: record.subject,
    step: stepOf(backend, record),
    losses: losses(record),
    waitingOn: record.waiting_on as ObligationRow['waitingOn'],
    unit: record.unit as ObligationRow['unit'],
    total: record.total,
    blockerCount: record.blocker_count,
    startsOn: record.starts_on as CalendarDate | null,
    startsAtMs: record.starts_at_ms,
    opensOn: record.opens_on as CalendarDate | null,
    legalOn: record.legal_on as CalendarDate | null,
    legalAtMs: record.legal_at_ms,
    internalOn: record.internal_on as CalendarDate | null,
    dueOn: record.due_on as CalendarDate,
    provisional: record.provisional === 1,
    stakeFen: record.stake_fen,
    refillNo: record.refill_no,
    refillMax: record.refill_max,
  };
}

type LossesOf = (record: ObligationRecord) => ObligationRow['losses'];

/** Of the end of a certification, what is lost by it: nothing where the rules of the platform name no loss. */
function lossesBy({ rules }: Pick<Backend, 'rules'>): LossesOf {
  const packs = rules.all.map(({ pack }) => pack);
  const known = new Map<string, ObligationRow['losses']>();
  return ({ kind, account_platform: platform, account_kind: accountKind }) => {
    if (kind !== 'certification_expiry' || platform === null) return [];
    const key = `${platform} ${accountKind}`;
    const account = { platform: platform as Platform, accountKind: accountKind as AccountKind };
    const losses = known.get(key) ?? [...(packFor(packs, account, 'annual_review')?.validity?.losses ?? [])];
    known.set(key, losses);
    return losses;
  };
}

/** Of a step after a pass, what the application’s own version of the rules calls it. */
function stepOf({ rules }: Pick<Backend, 'rules'>, record: ObligationRecord): ObligationRow['step'] {
  const { rule_pack_id, rule_pack_version, rule_pack_sha256 } = record;
  if (rule_pack_id === null || rule_pack_version === null || rule_pack_sha256 === null) return null;
  const { base } = rules.get(rule_pack_id, rule_pack_version, rule_pack_sha256);
  const duty = base.aftercare.find(({ id }) => id === record.subject)?.duty;
  const accountName = record.account_name ?? '';
  return duty === undefined ? null : { ruleId: record.subject, title: duty.title, accountName };
}

/** What of each open deadline depends on which days are worked. */
export function dayDeadlines({ db }: Pick<Backend, 'db'>): DayDeadline[] {
  return queries.dayDeadlineRows(db).map(({ legal_on, internal_on, unit, starts_on }) => ({
    legalOn: legal_on as CalendarDate,
    internalOn: internal_on as CalendarDate | null,
    countedFrom: unit === 'working_day' ? (starts_on as CalendarDate | null) : null,
  }));
}

const dutyOf = (record: queries.DutyRecord): Duty => ({
  ...datesOf(record),
  waitingOn: record.waiting_on as Duty['waitingOn'],
  unit: record.unit as Duty['unit'],
  consultantId: record.consultant_id,
  stakeFen: record.stake_fen,
});

const datesOf = (record: queries.LadderRecord): DutyDates => ({
  id: record.id,
  kind: record.kind as Duty['kind'],
  startsOn: record.starts_on as CalendarDate | null,
  opensOn: record.opens_on as CalendarDate | null,
  legalOn: record.legal_on as CalendarDate | null,
  legalAtMs: record.legal_at_ms,
  internalOn: record.internal_on as CalendarDate | null,
  dueOn: record.due_on as CalendarDate,
});
