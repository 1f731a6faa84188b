import type { Row } from '#backend/db/change.ts';
import type { ArchivedClient } from '../client-archive.ts';
import { paperTitle } from '../speech.ts';
import type { PageContext } from './context.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { storedColumns, tableOf } from './parts.ts';

/** Copies of the client's papers that left, the latest first; each leads to its paper where that is still there. */
export function handOutsSection({ speech }: PageContext, { rows }: ArchivedClient): Html | null {
  if (rows.hand_outs.length === 0) return null;
  const papers = new Map(rows.documents.map((paper) => [paper.id, paperTitle(speech, paper)]));
  return tableOf<Row>(
    speech,
    [
      ...storedColumns(speech, 'hand_outs', ['handed_at_ms', 'copy_name']),
      {
        head: speech.archive.section.papers,
        cell: ({ document_id: id }) => {
          const title = papers.get(id ?? '');
          return title === undefined ? null : html`<a href="#${String(id)}">${title}</a>`;
        },
      },
      ...storedColumns(speech, 'hand_outs', [
        'recipient',
        'purpose',
        'consultant_id',
        'outcome_on',
        'remark',
      ]),
    ],
    rows.hand_outs.toSorted((a, b) => Number(b.handed_at_ms) - Number(a.handed_at_ms)),
  );
}
