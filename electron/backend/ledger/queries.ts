import type { LapsingClock } from '#shared/domain/lapse.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

export interface LapseRow {
  readonly id: string;
  readonly clock_id: LapsingClock;
  readonly submitted_at_ms: number;
  readonly lapsed_at_ms: number;
}

/** The submissions of an application that lapsed, the oldest first. */
export function lapsesOf(db: Db, applicationId: string): LapseRow[] {
  const sql = `SELECT id, clock_id, submitted_at_ms, lapsed_at_ms FROM lapses
    WHERE application_id = ? AND deleted_at_ms IS NULL ORDER BY submitted_at_ms, lapsed_at_ms, id`;
  return statement<[string], LapseRow>(db, sql).all(applicationId);
}

export interface RejectedItemRow {
  readonly id: string;
  readonly attempt_id: string;
  readonly requirement_id: string;
}

/** The papers that the platform named when it sent these applications back. */
export function rejectedItemsOf(db: Db, applicationIds: readonly string[]): RejectedItemRow[] {
  const sql = `SELECT r.id, r.attempt_id, r.requirement_id
    FROM attempts t JOIN rejected_items r ON r.attempt_id = t.id AND r.deleted_at_ms IS NULL
    WHERE t.application_id IN (SELECT value FROM json_each(?)) AND t.deleted_at_ms IS NULL
    ORDER BY r.attempt_id, r.requirement_id`;
  return statement<[string], RejectedItemRow>(db, sql).all(JSON.stringify(applicationIds));
}
