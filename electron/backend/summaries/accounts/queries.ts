import { stages } from '#shared/domain/application.ts';
import type { Stage } from '#shared/domain/application.ts';
import type { AccountKind, Platform } from '#shared/domain/platform.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import { noDate, noText } from '../name-order.ts';

/** An account to be summarised. */
export interface AccountToSummarise {
  readonly id: string;
  readonly client_id: string;
  readonly platform: Platform;
  readonly kind: AccountKind;
  readonly name: string;
  readonly filing_number: string | null;
  readonly remark: string | null;
  readonly certified_until_on: string | null;
  readonly consultant_id: string | null;
  readonly consultant_name: string | null;
}

/** Live accounts of live clients. */
export function accountsOfClients(db: Db, clientIds: readonly string[]): AccountToSummarise[] {
  const sql = `SELECT a.id, a.client_id, a.platform, a.kind, a.name, a.filing_number, a.remark, a.certified_until_on, c.consultant_id,
      k.name AS consultant_name
    FROM json_each(?) AS wanted CROSS JOIN clients c ON c.id = wanted.value CROSS JOIN accounts a ON a.client_id = c.id
      LEFT JOIN consultants k ON k.id = c.consultant_id
    WHERE a.deleted_at_ms IS NULL`;
  return statement<[string], AccountToSummarise>(db, sql).all(JSON.stringify(clientIds));
}

export interface AccountSummaryInput {
  readonly accountId: string;
  readonly consultantId: string | null;
  /** What the names are sorted by; the names themselves stand in their tables. */
  readonly nameOrder: string;
  readonly clientOrder: string;
  readonly placeOrder: string;
  readonly consultantOrder: string;
  readonly filingOrder: string;
  readonly remarkOrder: string;
  /** First day on which the platform takes the annual review. */
  readonly opensOn: string | null;
}

export function deleteAccountSummaries(db: Db, clientIds: readonly string[]): void {
  const sql = 'DELETE FROM account_summaries WHERE client_id IN (SELECT value FROM json_each(?))';
  statement(db, sql).run(JSON.stringify(clientIds));
}

export function deleteAllAccountSummaries(db: Db): void {
  statement(db, 'DELETE FROM account_summaries').run();
}

/** Numbers are put in order by their signs. */
const orNone = (column: string) => `coalesce(nullif(${column}, ''), '${noText}')`;
/** What was sent back comes first; an account without an application under way last. */
const stageOrder: readonly Stage[] = ['returned', ...stages.filter((stage) => stage !== 'returned')];
const stageRank = `CASE p.stage ${stageOrder.map((stage, rank) => `WHEN '${stage}' THEN ${rank}`).join(' ')} END`;
/** Its certification before every other application under way, else the latest. */
const foremost = `(SELECT p.id FROM applications p
  WHERE p.account_id = a.id AND p.deleted_at_ms IS NULL AND p.stage NOT IN ('passed', 'failed', 'withdrawn')
  ORDER BY p.kind NOT IN ('annual_review', 'first_certification'), p.opened_at_ms DESC, p.id LIMIT 1)`;

export function insertAccountSummaries(db: Db, inputs: readonly AccountSummaryInput[]): void {
  const sql = `INSERT INTO account_summaries (account_id, client_id, consultant_id, name, client_name, place_sort,
      certified_sort, opens_sort, open_application_id, open_sort, consultant_sort, app_sort, original_sort, filing_sort,
      filed_sort, since_sort, remark_sort)
    SELECT f.id, f.client_id, f.consultant_id, f.name, f.client_name, f.place_sort, f.certified_sort, f.opens_sort, p.id,
      coalesce(${stageRank}, ${stageOrder.length}), f.consultant_sort, f.app_sort, f.original_sort, f.filing_sort,
      f.filed_sort, f.since_sort, f.remark_sort
    FROM (SELECT a.id, a.client_id, wanted.value ->> '$.consultantId' AS consultant_id, wanted.value ->> '$.nameOrder' AS name,
        wanted.value ->> '$.clientOrder' AS client_name, wanted.value ->> '$.placeOrder' AS place_sort,
        coalesce(a.certified_until_on, '${noDate}') AS certified_sort,
        coalesce(wanted.value ->> '$.opensOn', '${noDate}') AS opens_sort, ${foremost} AS open_id,
        wanted.value ->> '$.consultantOrder' AS consultant_sort, ${orNone('a.app_id')} AS app_sort,
        ${orNone('a.original_id')} AS original_sort, wanted.value ->> '$.filingOrder' AS filing_sort,
        coalesce(a.filed_on, '${noDate}') AS filed_sort, coalesce(a.certified_since_on, '${noDate}') AS since_sort,
        wanted.value ->> '$.remarkOrder' AS remark_sort
      FROM json_each(?) AS wanted CROSS JOIN accounts a ON a.id = wanted.value ->> '$.accountId') f
      LEFT JOIN applications p ON p.id = f.open_id`;
  statement(db, sql).run(JSON.stringify(inputs));
}

/** Of all whose clients are in this consultant's charge. */
export function setConsultantOrder(db: Db, consultantId: string, order: string): void {
  const sql = `UPDATE account_summaries SET consultant_sort = @order
    WHERE consultant_id = @consultantId AND consultant_sort <> @order`;
  statement(db, sql).run({ consultantId, order });
}
