import type { AccountKind, Platform } from '#shared/domain/platform.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

export interface AccountRecord {
  readonly id: string;
  readonly client_id: string;
  readonly platform: Platform;
  readonly kind: AccountKind;
  readonly name: string;
  readonly app_id: string | null;
  readonly original_id: string | null;
  readonly filing_number: string | null;
  readonly filed_on: string | null;
  readonly category: string | null;
  readonly certified_since_on: string | null;
  readonly certified_until_on: string | null;
  readonly certified_until_at_ms: number | null;
  readonly remark: string | null;
  readonly deleted_at_ms: number | null;
  readonly open_application_id: string | null;
}

const open = `p.deleted_at_ms IS NULL AND p.stage NOT IN ('passed', 'failed', 'withdrawn')`;
const select = `SELECT a.id, a.client_id, a.platform, a.kind, a.name, a.app_id, a.original_id, a.filing_number, a.filed_on, a.category, a.certified_since_on,
    a.certified_until_on, a.certified_until_at_ms, a.remark, a.deleted_at_ms,
    (SELECT p.id FROM applications p WHERE p.account_id = a.id AND ${open} ORDER BY p.opened_at_ms DESC, p.id LIMIT 1)
      AS open_application_id
  FROM accounts a`;

export function accountById(db: Db, id: string): AccountRecord | undefined {
  return statement<[string], AccountRecord>(db, `${select} WHERE a.id = ?`).get(id);
}

/** Live accounts of a client, the first to end on top, those without an end last. */
export function accountsOfClient(db: Db, clientId: string): AccountRecord[] {
  const sql = `${select} WHERE a.client_id = ? AND a.deleted_at_ms IS NULL
    ORDER BY a.certified_until_on IS NULL, a.certified_until_on, a.name, a.id`;
  return statement<[string], AccountRecord>(db, sql).all(clientId);
}

export interface EndChange {
  readonly account_id: string;
  readonly before_on: string | null;
  readonly after_on: string | null;
}

/** How the certified ends of accounts have moved, oldest first. `ids` of accounts. */
export function endChanges(db: Db, ids: readonly string[]): EndChange[] {
  const sql = `SELECT e.row_id AS account_id, e.before ->> '$.certified_until_on' AS before_on,
      e.after ->> '$.certified_until_on' AS after_on
    FROM events e
    WHERE e.row_table = 'accounts' AND e.row_id IN (SELECT value FROM json_each(?)) AND e.operation = 'update'
      AND json_type(e.after, '$.certified_until_on') IS NOT NULL
    ORDER BY e.at_ms, e.seq`;
  return statement<[string], EndChange>(db, sql).all(JSON.stringify(ids));
}

export function countOpenApplications(db: Db, accountId: string): number {
  const sql = `SELECT count(*) AS n FROM applications p WHERE p.account_id = ? AND ${open}`;
  return statement<[string], { n: number }>(db, sql).get(accountId)?.n ?? 0;
}

export interface AppIdOwner {
  readonly id: string;
  readonly client_id: string;
  readonly name: string;
}

/** The live account that has this app id; `name` is the client's. */
export function ownerOfAppId(db: Db, platform: string, appId: string): AppIdOwner | undefined {
  const sql = `SELECT a.id, a.client_id, c.name FROM accounts a JOIN clients c ON c.id = a.client_id
    WHERE a.platform = ? AND a.app_id = ? AND a.deleted_at_ms IS NULL`;
  return statement<[string, string], AppIdOwner>(db, sql).get(platform, appId);
}

export function isLiveClient(db: Db, id: string): boolean {
  const sql = 'SELECT 1 AS found FROM clients WHERE id = ? AND deleted_at_ms IS NULL';
  return statement<[string], { found: number }>(db, sql).get(id) !== undefined;
}
