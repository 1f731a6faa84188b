import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import { noDate } from './name-order.ts';

/** A client to be summarised. */
export interface SummaryInput {
  readonly clientId: string;
  /** What the name is sorted by; the name itself stands in `clients`. */
  readonly nameOrder: string;
  readonly consultantOrder: string;
  readonly legalOrder: string;
  readonly addressOrder: string;
  readonly remarkOrder: string;
  /** Required items without a paper. */
  readonly missing: number;
}

const live = (alias: string) => `${alias}.deleted_at_ms IS NULL`;

const earliestEnd = `(SELECT min(a.certified_until_on) FROM accounts a WHERE a.client_id = c.id AND ${live('a')})`;
/** A past annual report that may well have been filed is a question, not the next step. */
const nextObligation = (column: string) =>
  `(SELECT o.${column} FROM obligations o
    WHERE o.client_id = c.id AND (o.kind <> 'annual_report' OR o.internal_on IS NOT NULL)
    ORDER BY o.due_on, o.id LIMIT 1)`;
const applicationsIn = (stages: string) =>
  `FROM applications p WHERE p.client_id = c.id AND ${live('p')} AND p.stage ${stages}`;

export function deleteSummaries(db: Db, clientIds: readonly string[]): void {
  const sql = 'DELETE FROM client_summaries WHERE client_id IN (SELECT value FROM json_each(?))';
  statement(db, sql).run(JSON.stringify(clientIds));
}

export function deleteAllSummaries(db: Db): void {
  statement(db, 'DELETE FROM client_summaries').run();
}

export function insertSummaries(db: Db, inputs: readonly SummaryInput[]): void {
  const sql = `INSERT INTO client_summaries (client_id, name, account_count, certified_until_on, certified_sort, paper_count,
      missing_count, paper_until_on, open_application_count, returned_application_id, next_obligation_id, next_due_on, owed_fen,
      consultant_sort, legal_sort, address_sort, remark_sort)
    SELECT c.id, wanted.value ->> '$.nameOrder',
      (SELECT count(*) FROM accounts a WHERE a.client_id = c.id AND ${live('a')}),
      ${earliestEnd},
      coalesce(${earliestEnd}, '${noDate}'),
      (SELECT count(*) FROM documents d WHERE d.client_id = c.id AND ${live('d')}),
      wanted.value ->> '$.missing',
      (SELECT min(d.valid_until_on) FROM documents d WHERE d.client_id = c.id AND ${live('d')}),
      (SELECT count(*) ${applicationsIn(`NOT IN ('passed', 'failed', 'withdrawn')`)}),
      (SELECT p.id ${applicationsIn(`= 'returned'`)} ORDER BY p.first_returned_at_ms, p.id LIMIT 1),
      ${nextObligation('id')},
      coalesce(${nextObligation('due_on')}, '${noDate}'),
      (SELECT coalesce(sum(f.amount_fen), 0) FROM fees f WHERE f.client_id = c.id AND ${live('f')})
        - (SELECT coalesce(sum(y.amount_fen), 0) FROM fees f JOIN payments y ON y.fee_id = f.id
            WHERE f.client_id = c.id AND ${live('f')} AND ${live('y')}),
      wanted.value ->> '$.consultantOrder', wanted.value ->> '$.legalOrder', wanted.value ->> '$.addressOrder',
      wanted.value ->> '$.remarkOrder'
    FROM json_each(?) AS wanted CROSS JOIN clients c ON c.id = wanted.value ->> '$.clientId'`;
  statement(db, sql).run(JSON.stringify(inputs));
}

/** A client whose names and texts are read for their order. */
export interface ClientToSummarise {
  readonly id: string;
  readonly name: string;
  readonly legal_representative: string | null;
  readonly address: string | null;
  readonly remark: string | null;
  readonly consultant_name: string | null;
}

const toSummarise = `SELECT c.id, c.name, c.legal_representative, c.address, c.remark, k.name AS consultant_name
  FROM clients c LEFT JOIN consultants k ON k.id = c.consultant_id WHERE c.deleted_at_ms IS NULL`;

export function allClients(db: Db): ClientToSummarise[] {
  return statement<[], ClientToSummarise>(db, `${toSummarise} ORDER BY c.id`).all();
}

export function clientsAmong(db: Db, ids: readonly string[]): ClientToSummarise[] {
  const sql = `${toSummarise} AND c.id IN (SELECT value FROM json_each(?))`;
  return statement<[string], ClientToSummarise>(db, sql).all(JSON.stringify(ids));
}

/** Of all that are in this consultant's charge. */
export function setConsultantOrder(db: Db, consultantId: string, order: string): void {
  const sql = `UPDATE client_summaries SET consultant_sort = @order WHERE consultant_sort <> @order
    AND client_id IN (SELECT id FROM clients WHERE consultant_id = @consultantId AND deleted_at_ms IS NULL)`;
  statement(db, sql).run({ consultantId, order });
}

export interface ConsultantName {
  readonly id: string;
  readonly name: string;
}

export function consultantsAmong(db: Db, ids: readonly string[]): ConsultantName[] {
  const sql = 'SELECT id, name FROM consultants WHERE id IN (SELECT value FROM json_each(?))';
  return statement<[string], ConsultantName>(db, sql).all(JSON.stringify(ids));
}
