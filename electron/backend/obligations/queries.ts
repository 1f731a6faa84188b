import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

export interface ObligationRecord {
  readonly id: string;
  readonly kind: string;
  readonly client_id: string | null;
  readonly client_name: string | null;
  readonly account_id: string | null;
  readonly application_id: string | null;
  readonly document_id: string | null;
  readonly fee_id: string | null;
  readonly task_id: string | null;
  readonly consultant_id: string | null;
  readonly consultant_name: string | null;
  readonly subject: string;
  readonly waiting_on: string;
  readonly unit: string;
  readonly total: number | null;
  readonly starts_on: string | null;
  readonly starts_at_ms: number | null;
  readonly opens_on: string | null;
  readonly legal_on: string | null;
  readonly legal_at_ms: number | null;
  readonly internal_on: string | null;
  readonly due_on: string;
  readonly provisional: number;
  readonly stake_fen: number | null;
  readonly refill_no: number | null;
  readonly refill_max: number | null;
  readonly blocker_count: number | null;
  readonly account_name: string | null;
  readonly account_platform: string | null;
  readonly account_kind: string | null;
  readonly rule_pack_id: string | null;
  readonly rule_pack_version: string | null;
  readonly rule_pack_sha256: string | null;
}

const columns = `o.id, o.kind, o.client_id, c.name AS client_name, o.account_id, o.application_id, o.document_id, o.fee_id, o.task_id,
  o.consultant_id, k.name AS consultant_name, o.subject, o.waiting_on, o.unit, o.total, o.starts_on, o.starts_at_ms, o.opens_on,
  o.legal_on, o.legal_at_ms, o.internal_on, o.due_on, o.provisional, o.stake_fen, o.refill_no, o.refill_max, o.blocker_count,
  t.name AS account_name, t.platform AS account_platform, t.kind AS account_kind, a.rule_pack_id, a.rule_pack_version, a.rule_pack_sha256`;
const source = `FROM obligations o LEFT JOIN clients c ON c.id = o.client_id LEFT JOIN consultants k ON k.id = o.consultant_id
  LEFT JOIN accounts t ON o.kind IN ('aftercare', 'certification_expiry') AND t.id = o.account_id
  LEFT JOIN applications a ON o.kind = 'aftercare' AND a.id = o.application_id`;

export function obligationsOf(db: Db, clientId: string): ObligationRecord[] {
  const sql = `SELECT ${columns} ${source} WHERE o.client_id = ? ORDER BY o.due_on, o.id`;
  return statement<[string], ObligationRecord>(db, sql).all(clientId);
}

export function obligationsOfApplications(db: Db, applicationIds: readonly string[]): ObligationRecord[] {
  const sql = `SELECT ${columns} ${source} WHERE o.application_id IN (SELECT value FROM json_each(?)) ORDER BY o.due_on, o.id`;
  return statement<[string], ObligationRecord>(db, sql).all(JSON.stringify(applicationIds));
}

export function obligationsByIds(db: Db, ids: readonly string[]): ObligationRecord[] {
  const sql = `SELECT ${columns} ${source} WHERE o.id IN (SELECT value FROM json_each(?)) ORDER BY o.due_on, o.id`;
  return statement<[string], ObligationRecord>(db, sql).all(JSON.stringify(ids));
}

/** Duties whose day lies in [from, to], most urgent first. */
export function obligationsDue(db: Db, from: string, to: string, limit: number): ObligationRecord[] {
  const sql = `SELECT ${columns} ${source} WHERE o.due_on >= ? AND o.due_on <= ? ORDER BY o.due_on, o.id LIMIT ?`;
  return statement<[string, string, number], ObligationRecord>(db, sql).all(from, to, limit);
}

/** Duties by their days alone. */
export type LadderRecord = Pick<
  ObligationRecord,
  'id' | 'kind' | 'starts_on' | 'opens_on' | 'legal_on' | 'legal_at_ms' | 'internal_on' | 'due_on'
>;

/** Duties whose day lies in [from, to], most urgent first, behind the one that `after` names. */
export function laddersDue(
  db: Db,
  range: { readonly from: string; readonly to: string; readonly after: string; readonly limit: number },
): LadderRecord[] {
  const sql = `SELECT id, kind, starts_on, opens_on, legal_on, legal_at_ms, internal_on, due_on FROM obligations
    WHERE (due_on, id) > (@from, @after) AND due_on <= @to ORDER BY due_on, id LIMIT @limit`;
  return statement<[typeof range], LadderRecord>(db, sql).all(range);
}

/** Annual reviews whose papers are to be asked for, or whose window opens, in [from, to]. */
export function reviewWindowsPlanned(db: Db, from: string, to: string): ObligationRecord[] {
  const sql = `SELECT ${columns} ${source} WHERE o.kind = 'review_window'
    AND ((o.starts_on >= ? AND o.starts_on <= ?) OR (o.opens_on >= ? AND o.opens_on <= ?)) ORDER BY o.due_on, o.id`;
  return statement<string[], ObligationRecord>(db, sql).all(from, to, from, to);
}

/** What an agenda sorts and counts by; no words. */
export interface DutyRecord {
  readonly id: string;
  readonly kind: string;
  readonly waiting_on: string;
  readonly unit: string;
  readonly consultant_id: string | null;
  readonly starts_on: string | null;
  readonly opens_on: string | null;
  readonly legal_on: string | null;
  readonly legal_at_ms: number | null;
  readonly internal_on: string | null;
  readonly due_on: string;
  readonly stake_fen: number | null;
}

const dutyColumns = `o.id, o.kind, o.waiting_on, o.unit, o.consultant_id, o.starts_on, o.opens_on, o.legal_on, o.legal_at_ms,
  o.internal_on, o.due_on, o.stake_fen`;
/**
 * Ours to do, whatever the deadline: to hand in what is before a submission and whose window is open on the day, or to
 * look up what is under review though its calls were missed too often.
 */
const ours = `o.application_id IN (SELECT id FROM applications
    WHERE stage IN ('collecting', 'returned', 'pre_review', 'in_review') AND deleted_at_ms IS NULL)
  AND o.kind IN ('collecting', 'clock_refill', 'clock_pre_review', 'clock_review')
  AND +o.waiting_on = 'us' AND (o.opens_on IS NULL OR o.opens_on <= @today)`;
const planned = (day: string) => `o.kind = 'review_window' AND ${day} >= @today AND ${day} <= @plannedTo`;

/** Due by `dueTo`, a day of a review's plan in [today, plannedTo], or ours to do; in no order, some twice. */
export function dutiesAhead(
  db: Db,
  days: { readonly today: string; readonly dueTo: string; readonly plannedTo: string },
): DutyRecord[] {
  const sql = ['o.due_on <= @dueTo', planned('o.starts_on'), planned('o.opens_on'), ours]
    .map((where) => `SELECT ${dutyColumns} FROM obligations o WHERE ${where}`)
    .join(' UNION ALL ');
  return statement<[typeof days], DutyRecord>(db, sql).all(days);
}

/** Whatever waits for the client or the platform, in no order. */
export function dutiesWaiting(db: Db): DutyRecord[] {
  const sql = `SELECT ${dutyColumns} FROM obligations o WHERE o.waiting_on IN ('client', 'platform')`;
  return statement<[], DutyRecord>(db, sql).all();
}

export interface EndCount {
  readonly month: string;
  readonly kind: string;
  /** Of papers, what they are. */
  readonly document_kind: string | null;
  readonly n: number;
}

const isEnd = `legal_on >= ? AND legal_on < ? AND kind IN ('certification_expiry', 'paper_expiry', 'licence_term')`;
const endedPaper = `CASE WHEN kind <> 'certification_expiry' THEN subject END AS document_kind`;

/** What ends within [from, to), in the order of the days. */
export function endsWithin(
  db: Db,
  from: string,
  to: string,
): { readonly id: string; readonly kind: string; readonly document_kind: string | null }[] {
  const sql = `SELECT id, kind, ${endedPaper} FROM obligations WHERE ${isEnd} ORDER BY legal_on, id`;
  return statement<[string, string], { id: string; kind: string; document_kind: string | null }>(db, sql).all(
    from,
    to,
  );
}

/** Duties that end within [from, to), counted by month and kind. Clients that are no longer served have none. */
export function endsByMonth(db: Db, from: string, to: string): EndCount[] {
  const sql = `SELECT substr(legal_on, 1, 7) AS month, kind, ${endedPaper},
      count(*) AS n
    FROM obligations WHERE ${isEnd}
    GROUP BY 1, 2, 3`;
  return statement<[string, string], EndCount>(db, sql).all(from, to);
}

export function deleteObligations(db: Db, clientIds: readonly string[]): void {
  statement(db, 'DELETE FROM obligations WHERE client_id IN (SELECT value FROM json_each(?))').run(
    JSON.stringify(clientIds),
  );
}

/** Of the tasks that belong to no client. */
export function deleteFirmObligations(db: Db): void {
  statement(db, 'DELETE FROM obligations WHERE client_id IS NULL').run();
}

export type NewObligation = Omit<
  ObligationRecord,
  | 'client_name'
  | 'consultant_name'
  | 'account_name'
  | 'account_platform'
  | 'account_kind'
  | 'rule_pack_id'
  | 'rule_pack_version'
  | 'rule_pack_sha256'
>;

export function insertObligation(db: Db, row: NewObligation): void {
  statement(
    db,
    `INSERT INTO obligations (id, kind, client_id, account_id, application_id, document_id, fee_id, task_id, consultant_id,
       subject, waiting_on, unit, total, starts_on, starts_at_ms, opens_on, legal_on, legal_at_ms, internal_on, due_on,
       provisional, stake_fen, refill_no, refill_max, blocker_count)
     VALUES (@id, @kind, @client_id, @account_id, @application_id, @document_id, @fee_id, @task_id, @consultant_id,
       @subject, @waiting_on, @unit, @total, @starts_on, @starts_at_ms, @opens_on, @legal_on, @legal_at_ms, @internal_on, @due_on,
       @provisional, @stake_fen, @refill_no, @refill_max, @blocker_count)`,
  ).run(row);
}

export interface ClientFactsRecord {
  readonly id: string;
  readonly name: string;
  readonly entity_type: string;
  readonly consultant_id: string | null;
  readonly established_on: string | null;
  readonly licence_until_on: string | null;
  readonly licence_forever: number;
  readonly annual_report_year: number | null;
}

const live = 'deleted_at_ms IS NULL';

export function liveClients(db: Db, clientIds: readonly string[]): ClientFactsRecord[] {
  const sql = `SELECT id, name, entity_type, consultant_id, established_on, licence_until_on, licence_forever, annual_report_year
    FROM clients
    WHERE id IN (SELECT value FROM json_each(?)) AND ${live} AND service_status <> 'ended'`;
  return statement<[string], ClientFactsRecord>(db, sql).all(JSON.stringify(clientIds));
}

export function allClientIds(db: Db): string[] {
  return statement<[], { id: string }>(db, 'SELECT id FROM clients')
    .all()
    .map((row) => row.id);
}

export function accountFacts(db: Db, clientId: string) {
  type R = {
    id: string;
    name: string;
    platform: string;
    kind: string;
    certified_until_on: string | null;
    app_id: string | null;
    original_id: string | null;
    filing_number: string | null;
  };
  const sql = `SELECT id, name, platform, kind, certified_until_on, app_id, original_id, filing_number FROM accounts WHERE client_id = ? AND ${live}`;
  return statement<[string], R>(db, sql).all(clientId);
}

/** The papers in use; the end of one in whose place another has come is nothing to be done. */
export function documentFacts(db: Db, clientId: string) {
  type R = {
    id: string;
    kind: string;
    valid_until_on: string | null;
    valid_forever: number;
    created_at_ms: number;
  };
  const sql = `SELECT id, kind, valid_until_on, valid_forever, created_at_ms FROM documents d WHERE client_id = ? AND ${live}
    AND NOT EXISTS (SELECT 1 FROM documents n WHERE n.id = d.replaced_by_id AND n.deleted_at_ms IS NULL)`;
  return statement<[string], R>(db, sql).all(clientId);
}

/** Those of a client, or, for null, those that belong to none. */
export function taskFacts(db: Db, clientId: string | null) {
  type R = {
    id: string;
    title: string;
    due_on: string;
    done_at_ms: number | null;
    application_id: string | null;
    consultant_id: string | null;
  };
  const sql = `SELECT id, title, due_on, done_at_ms, application_id, consultant_id FROM tasks WHERE client_id IS ? AND ${live}`;
  return statement<[string | null], R>(db, sql).all(clientId);
}

/** Fees with what is still owed on each, in fen. */
export function feeFacts(db: Db, clientId: string) {
  type R = {
    id: string;
    title: string;
    charged_on: string;
    due_on: string | null;
    application_id: string | null;
    owed_fen: number;
  };
  const sql = `SELECT f.id, f.title, f.charged_on, f.due_on, f.application_id, f.amount_fen - coalesce(sum(p.amount_fen), 0) AS owed_fen
    FROM fees f LEFT JOIN payments p ON p.fee_id = f.id AND p.deleted_at_ms IS NULL
    WHERE f.client_id = ? AND f.deleted_at_ms IS NULL GROUP BY f.id`;
  return statement<[string], R>(db, sql).all(clientId);
}

export function clientsWithOpenApplications(db: Db): string[] {
  const sql = `SELECT DISTINCT client_id FROM applications
    WHERE deleted_at_ms IS NULL AND stage NOT IN ('passed', 'failed', 'withdrawn')`;
  return statement<[], { client_id: string }>(db, sql)
    .all()
    .map((row) => row.client_id);
}

export function clientsWithoutAnnualReport(db: Db): string[] {
  const sql = `SELECT id FROM clients WHERE ${live} AND service_status <> 'ended' AND annual_report_year IS NULL`;
  return statement<[], { id: string }>(db, sql)
    .all()
    .map(({ id }) => id);
}

/** Clients with a step after a pass that is a duty today: some day it is history. */
export function clientsWithAftercare(db: Db): string[] {
  const sql = `SELECT DISTINCT client_id FROM obligations WHERE kind = 'aftercare' AND client_id IS NOT NULL`;
  return statement<[], { client_id: string }>(db, sql)
    .all()
    .map(({ client_id }) => client_id);
}

/** Clients at which a person is a contact. */
export function clientsOfContacts(db: Db, contactIds: readonly string[]): string[] {
  const sql = `SELECT DISTINCT client_id FROM client_contacts
    WHERE contact_id IN (SELECT value FROM json_each(?)) AND ${live}`;
  return statement<[string], { client_id: string }>(db, sql)
    .all(JSON.stringify(contactIds))
    .map(({ client_id }) => client_id);
}

export interface DayDeadlineRow {
  readonly legal_on: string;
  readonly internal_on: string | null;
  readonly unit: string;
  readonly starts_on: string | null;
}

/** Open deadlines that lie on a day. */
export function dayDeadlineRows(db: Db): DayDeadlineRow[] {
  const sql = `SELECT legal_on, internal_on, unit, starts_on FROM obligations WHERE legal_on IS NOT NULL`;
  return statement<[], DayDeadlineRow>(db, sql).all();
}
