import type { Row } from '#backend/db/change.ts';
import type { ArchivedClient } from '../client-archive.ts';
import type { Speech } from '../speech.ts';
import type { PageContext } from './context.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { storedColumns, tableOf } from './parts.ts';
import type { PageColumn } from './parts.ts';

/** All notes of a client, those of its applications among them, each of which leads there. */
export function notesSection({ speech }: PageContext, { rows }: ArchivedClient): Html | null {
  if (rows.notes.length === 0) return null;
  const numbers = new Map(rows.applications.map(({ id, number }) => [id, String(number)]));
  return noteTable(speech, rows.notes, {
    head: speech.archive.section.applications,
    cell: ({ application_id: id }) => {
      const number = numbers.get(id ?? null);
      return number === undefined ? null : html`<a href="#${String(id)}">${number}</a>`;
    },
  });
}

/** Notes as a table, the latest first; `more` stands before what they say. */
export const noteTable = (speech: Speech, notes: readonly Row[], ...more: PageColumn<Row>[]): Html =>
  tableOf(
    speech,
    [
      ...storedColumns(speech, 'notes', ['noted_at_ms', 'consultant_id']),
      ...more,
      ...storedColumns(speech, 'notes', ['text']).map(({ head, cell }) => ({
        head,
        cell: (note: Row) => html`<div class="notes">${cell(note)}</div>`,
      })),
    ],
    notes.toSorted((a, b) => Number(b.noted_at_ms) - Number(a.noted_at_ms)),
  );
