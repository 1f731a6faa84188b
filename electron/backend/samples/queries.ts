import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

/** What was made under an action and is still there. */
const made = (table: string): string => `SELECT r.id FROM changes c
    JOIN events e ON e.change_id = c.id AND e.row_table = '${table}' AND e.operation = 'insert'
    JOIN ${table} r ON r.id = e.row_id AND r.deleted_at_ms IS NULL
  WHERE c.action = ? ORDER BY r.id`;

export const clientsMade = (db: Db, action: string): string[] =>
  statement<[string], { id: string }>(db, made('clients'))
    .all(action)
    .map(({ id }) => id);

/** Those whom nobody needs any more: no client, application or task is in their care. */
export function idleConsultantsMade(db: Db, action: string): string[] {
  const isIdle = (id: string): boolean =>
    statement<[{ id: string }], { n: number }>(db, inCare).get({ id })?.n === 0;
  return statement<[string], { id: string }>(db, made('consultants'))
    .all(action)
    .map(({ id }) => id)
    .filter(isIdle);
}

const inCare = ['clients', 'applications', 'tasks']
  .map((table) => `SELECT 1 FROM ${table} WHERE consultant_id = @id AND deleted_at_ms IS NULL`)
  .reduce((all, one) => `${all} UNION ALL ${one}`, 'SELECT count(*) AS n FROM (SELECT 1 WHERE 0')
  .concat(')');
