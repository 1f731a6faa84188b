import type { CallOutcome } from '#shared/domain/missed-calls.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

export interface CallRow {
  readonly id: string;
  readonly at_ms: number;
  readonly outcome: CallOutcome;
  readonly remark: string | null;
}

/** The reviewer's calls about one application, the oldest first. */
export function callsOf(db: Db, applicationId: string): CallRow[] {
  const sql = `SELECT id, at_ms, outcome, remark FROM calls
    WHERE application_id = ? AND deleted_at_ms IS NULL ORDER BY at_ms, id`;
  return statement<[string], CallRow>(db, sql).all(applicationId);
}

export function hasCall(db: Db, id: string): boolean {
  const sql = 'SELECT 1 AS found FROM calls WHERE id = ? AND deleted_at_ms IS NULL';
  return statement<[string], { found: number }>(db, sql).get(id) !== undefined;
}

/** Undefined when there is no such application, or it is in the trash. */
export function standingOf(
  db: Db,
  applicationId: string,
): { readonly stage: string; readonly submitted_at_ms: number | null } | undefined {
  const sql = `SELECT stage, (SELECT min(submitted_at_ms) FROM (
        SELECT a.submitted_at_ms UNION ALL
        SELECT t.submitted_at_ms FROM attempts t WHERE t.application_id = a.id AND t.deleted_at_ms IS NULL)) AS submitted_at_ms
    FROM applications a WHERE a.id = ? AND a.deleted_at_ms IS NULL`;
  return statement<[string], { stage: string; submitted_at_ms: number | null }>(db, sql).get(applicationId);
}
