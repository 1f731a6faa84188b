import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

const keyOf = (form: string): string => `draft.${form}`;

export function draftOf(db: Db, form: string): string | undefined {
  const sql = 'SELECT value FROM local_settings WHERE id = ?';
  return statement<[string], { value: string }>(db, sql).get(keyOf(form))?.value;
}

export function putDraft(db: Db, form: string, text: string): void {
  const sql =
    'INSERT INTO local_settings (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value';
  statement(db, sql).run(keyOf(form), text);
}

export function deleteDraft(db: Db, form: string): void {
  statement(db, 'DELETE FROM local_settings WHERE id = ?').run(keyOf(form));
}
