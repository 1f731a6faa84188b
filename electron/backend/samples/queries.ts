import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

const key = 'samples_between';

/** Ids of changes between which the samples were put in last; ids grow with time. */
interface Span {
  readonly from: string;
  readonly to: string;
}

export function noteSpan(db: Db, { from, to }: Span): void {
  db.prepare('INSERT OR REPLACE INTO local_settings (id, value) VALUES (?, ?)').run(key, `${from} ${to}`);
}

function spanOf(db: Db): Span | undefined {
  const sql = 'SELECT value FROM local_settings WHERE id = ?';
  const [from, to] = statement<[string], { value: string }>(db, sql).get(key)?.value.split(' ') ?? [];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** What the samples brought and is still there: from the few changes of their time, however many others there are. */
function made(db: Db, table: 'clients' | 'consultants', action: string): string[] {
  const span = spanOf(db);
  if (span === undefined) return [];
  const sql = `SELECT r.id FROM changes c
      CROSS JOIN events e ON e.change_id = c.id AND e.row_table = '${table}' AND e.operation = 'insert'
      CROSS JOIN ${table} r ON r.id = e.row_id AND r.deleted_at_ms IS NULL
    WHERE c.id > @from AND c.id < @to AND c.action = @action ORDER BY r.id`;
  return statement<[Span & { readonly action: string }], { id: string }>(db, sql)
    .all({ ...span, action })
    .map(({ id }) => id);
}

export const clientsMade = (db: Db, action: string): string[] => made(db, 'clients', action);

/** Those whom nobody needs any more: no client, application or task is in their care. */
export function idleConsultantsMade(db: Db, action: string): string[] {
  const isIdle = (id: string): boolean =>
    statement<[{ id: string }], { n: number }>(db, inCare).get({ id })?.n === 0;
  return made(db, 'consultants', action).filter(isIdle);
}

const inCare = ['clients', 'applications', 'tasks']
  .map((table) => `SELECT 1 FROM ${table} WHERE consultant_id = @id AND deleted_at_ms IS NULL`)
  .reduce((all, one) => `${all} UNION ALL ${one}`, 'SELECT count(*) AS n FROM (SELECT 1 WHERE 0')
  .concat(')');
