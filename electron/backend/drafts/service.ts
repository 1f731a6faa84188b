import type { Backend } from '#backend/backend.ts';
import { deleteDraft, draftOf, putDraft } from './queries.ts';

/** What was typed into a form and neither saved nor given up; null where nothing was. */
export const readDraft = ({ db }: Pick<Backend, 'db'>, form: string): string | null =>
  draftOf(db, form) ?? null;

/** Keeps what is being typed, on the disk when it returns; null forgets it. */
export function keepDraft({ db }: Pick<Backend, 'db'>, form: string, text: string | null): void {
  if (text === null) deleteDraft(db, form);
  else putDraft(db, form, text);
}
