import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

export interface ReminderState {
  readonly id: string;
  readonly shown_at_ms: number | null;
  readonly done_at_ms: number | null;
}

/** What has been done with the given reminders at this seat. */
export function reminderStates(db: Db, ids: readonly string[]): Map<string, ReminderState> {
  const sql = `SELECT id, shown_at_ms, done_at_ms FROM reminders
    WHERE id IN (SELECT value FROM json_each(?))`;
  const rows = statement<[string], ReminderState>(db, sql).all(JSON.stringify(ids));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Ids of the reminders that are put off until a day after the given one. */
export function snoozedAfter(db: Db, today: string): Set<string> {
  const sql = 'SELECT id FROM reminders WHERE snoozed_until_on > ?';
  const rows = statement<[string], { id: string }>(db, sql).all(today);
  return new Set(rows.map(({ id }) => id));
}

export interface NewReminderState {
  readonly id: string;
  readonly obligationId: string;
  readonly step: string;
  readonly dueAtMs: number;
  readonly shownAtMs: number | null;
  readonly snoozedUntilOn: string | null;
  readonly doneAtMs: number | null;
}

/** Remembers what was done with a reminder; what is null here stays as it was, a snooze excepted. */
export function writeReminderState(db: Db, row: NewReminderState): void {
  const sql = `INSERT INTO reminders (id, obligation_id, step, due_at_ms, shown_at_ms, snoozed_until_on, done_at_ms)
    VALUES (@id, @obligationId, @step, @dueAtMs, @shownAtMs, @snoozedUntilOn, @doneAtMs)
    ON CONFLICT (id) DO UPDATE SET
      shown_at_ms = CASE WHEN excluded.snoozed_until_on IS NULL THEN coalesce(excluded.shown_at_ms, shown_at_ms) END,
      snoozed_until_on = excluded.snoozed_until_on,
      done_at_ms = coalesce(excluded.done_at_ms, done_at_ms)`;
  statement<[NewReminderState], unknown>(db, sql).run(row);
}
