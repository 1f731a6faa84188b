import { stages } from '#shared/domain/application.ts';
import type { Stage } from '#shared/domain/application.ts';
import type { AccountKind, Platform } from '#shared/domain/platform.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

/** An account to be summarised. */
export interface AccountToSummarise {
  readonly id: string;
  readonly client_id: string;
  readonly platform: Platform;
  readonly kind: AccountKind;
  readonly name: string;
  readonly certified_until_on: string | null;
  readonly consultant_id: string | null;
}

/** Live accounts of live clients. */
export function accountsOfClients(db: Db, clientIds: readonly string[]): AccountToSummarise[] {
  const sql = `SELECT a.id, a.client_id, a.platform, a.kind, a.name, a.certified_until_on, c.consultant_id
    FROM json_each(?) AS wanted CROSS JOIN clients c ON c.id = wanted.value CROSS JOIN accounts a ON a.client_id = c.id
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

/** Sorts behind every date, so that "no date" comes last. */
const noDate = `'9999-12-31'`;
/** What was sent back comes first; an account without an application under way last. */
const stageOrder: readonly Stage[] = ['returned', ...stages.filter((stage) => stage !== 'returned')];
const stageRank = `CASE p.stage ${stageOrder.map((stage, rank) => `WHEN '${stage}' THEN ${rank}`).join(' ')} END`;
/** Its certification before every other application under way, else the latest. */
const foremost = `(SELECT p.id FROM applications p
  WHERE p.account_id = a.id AND p.deleted_at_ms IS NULL AND p.stage NOT IN ('passed', 'failed', 'withdrawn')
  ORDER BY p.kind NOT IN ('annual_review', 'first_certification'), p.opened_at_ms DESC, p.id LIMIT 1)`;

export function insertAccountSummaries(db: Db, inputs: readonly AccountSummaryInput[]): void {
  const sql = `INSERT INTO account_summaries (account_id, client_id, consultant_id, name, client_name, place_sort,
      certified_sort, opens_sort, open_application_id, open_sort)
    SELECT f.id, f.client_id, f.consultant_id, f.name, f.client_name, f.place_sort, f.certified_sort, f.opens_sort, p.id,
      coalesce(${stageRank}, ${stageOrder.length})
    FROM (SELECT a.id, a.client_id, wanted.value ->> '$.consultantId' AS consultant_id, wanted.value ->> '$.nameOrder' AS name,
        wanted.value ->> '$.clientOrder' AS client_name, wanted.value ->> '$.placeOrder' AS place_sort,
        coalesce(a.certified_until_on, ${noDate}) AS certified_sort,
        coalesce(wanted.value ->> '$.opensOn', ${noDate}) AS opens_sort, ${foremost} AS open_id
      FROM json_each(?) AS wanted CROSS JOIN accounts a ON a.id = wanted.value ->> '$.accountId') f
      LEFT JOIN applications p ON p.id = f.open_id`;
  statement(db, sql).run(JSON.stringify(inputs));
}
