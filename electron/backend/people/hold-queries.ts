/** What still needs a person or a paper about them. */
import { isClosed, stages } from '#shared/domain/application.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { isEndless } from '#backend/db/certified.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

const closed = JSON.stringify(stages.filter(isClosed));

const inForce = `(a.certified_until_on >= @today OR ${isEndless('a')})`;

export interface HolderRecord {
  readonly needs: 'application' | 'account';
  readonly client_id: string;
  readonly application_id: string | null;
  readonly application_number: string | null;
  readonly account_id: string;
  readonly account_name: string;
  readonly until_on: CalendarDate | null;
}

const columns = `p.id AS application_id, p.number AS application_number, a.id AS account_id, a.name AS account_name`;

/** Applications under way and accounts in force of these clients. */
export function holdersOfClients(db: Db, clientIds: readonly string[], today: CalendarDate): HolderRecord[] {
  const sql = `SELECT 'application' AS needs, p.client_id, ${columns}, NULL AS until_on
    FROM applications p JOIN accounts a ON a.id = p.account_id
    WHERE p.client_id IN (SELECT value FROM json_each(@ids)) AND p.deleted_at_ms IS NULL AND a.deleted_at_ms IS NULL
      AND p.stage NOT IN (SELECT value FROM json_each(@closed))
    UNION ALL
    SELECT 'account', a.client_id, NULL, NULL, a.id, a.name, a.certified_until_on FROM accounts a
    WHERE a.client_id IN (SELECT value FROM json_each(@ids)) AND a.deleted_at_ms IS NULL AND ${inForce}
    ORDER BY 2, 4, 6`;
  const values = { ids: JSON.stringify(clientIds), today, closed };
  return statement<[object], HolderRecord>(db, sql).all(values);
}

export type PaperHolderRecord = HolderRecord & { readonly document_id: string };

/** Applications under way that use these papers, and accounts in force that they were handed in for. */
export function holdersOfPapers(
  db: Db,
  documentIds: readonly string[],
  today: CalendarDate,
): PaperHolderRecord[] {
  const sql = `SELECT DISTINCT iif(p.stage = 'passed', 'account', 'application') AS needs, d.id AS document_id, p.client_id, ${columns},
      iif(p.stage = 'passed', a.certified_until_on, NULL) AS until_on
    FROM documents d JOIN item_documents l ON l.document_id = d.id AND l.deleted_at_ms IS NULL
      JOIN items i ON i.id = l.item_id AND i.deleted_at_ms IS NULL
      JOIN applications p ON p.id = i.application_id AND p.deleted_at_ms IS NULL
      JOIN accounts a ON a.id = p.account_id AND a.deleted_at_ms IS NULL
    WHERE d.id IN (SELECT value FROM json_each(@ids)) AND d.deleted_at_ms IS NULL
      AND (p.stage NOT IN (SELECT value FROM json_each(@closed)) OR p.stage = 'passed' AND coalesce(a.certified_until_on >= @today, 1))
    ORDER BY d.id, p.number`;
  const values = { ids: JSON.stringify(documentIds), today, closed };
  return statement<[object], PaperHolderRecord>(db, sql).all(values);
}

/** Clients that name a person of this name as the one who acts for them. */
export function clientsLedBy(db: Db, name: string): string[] {
  const sql = 'SELECT id FROM clients WHERE legal_representative = ? AND deleted_at_ms IS NULL';
  return statement<[string], { id: string }>(db, sql)
    .all(name)
    .map(({ id }) => id);
}
