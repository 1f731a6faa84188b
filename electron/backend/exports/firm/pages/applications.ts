import type { ApplicationItem } from '#shared/contract/applications.ts';
import type { Row } from '#backend/db/change.ts';
import type { ArchivedClient } from '../client-archive.ts';
import { cellWords, momentWords, paperTitle } from '../speech.ts';
import type { PageContext } from './context.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { noteTable } from './notes.ts';
import { columnFacts, factList, storedColumns, tableOf } from './parts.ts';

/** Each application with its submissions, its checklist, what else happened to it, and its notes. */
export function applicationsSection(context: PageContext, client: ArchivedClient): Html {
  const { rows } = client;
  if (rows.applications.length === 0) return html`<p class="none">${context.speech.archive.none}</p>`;
  const newestFirst = rows.applications.toSorted((a, b) => Number(b.opened_at_ms) - Number(a.opened_at_ms));
  return html`${newestFirst.map((application) => applicationArticle(context, client, application))}`;
}

function applicationArticle(context: PageContext, client: ArchivedClient, application: Row): Html {
  const { speech } = context;
  const { archive } = speech;
  const { rows } = client;
  const account = rows.accounts.find(({ id }) => id === application.account_id);
  const words = (column: string) => cellWords(speech, 'applications', column, application[column]);
  const attempts = ofApplication(rows.attempts, application);
  const notes = ofApplication(rows.notes, application);
  const happened = happenings(context, client, application);
  return html`<article id="${String(application.id)}">
    <h3>
      ${application.number} ${words('kind')}${archive.stop}${account?.name}
      <span class="tag">${words('stage')}</span>
    </h3>
    ${factList(
      columnFacts(speech, 'applications', application, [
        ...['consultant_id', 'category', 'opened_at_ms', 'submitted_at_ms', 'authorised_at_ms', 'paid_at_ms'],
        ...['pre_reviewed_at_ms', 'confirmed_at_ms', 'reviewed_at_ms', 'closed_at_ms', 'certified_until_on'],
        ...['rule_pack_id', 'rule_pack_version', 'remark'],
      ]),
    )}
    ${
      attempts.length === 0
        ? null
        : html`<h4>${archive.attempts}</h4>
            ${tableOf(
              speech,
              storedColumns(speech, 'attempts', [
                ...['attempt_no', 'submitted_at_ms', 'outcome', 'returned_at_ms', 'reason_text', 'fee_fen'],
              ]),
              attempts,
            )}`
    }
    ${checklist(context, client.checklists.get(String(application.id)) ?? [])}
    ${
      happened.length === 0
        ? null
        : html`<h4>${archive.events}</h4>
            <ul class="plain">
              ${happened.map((line) => html`<li>${line}</li>`)}
            </ul>`
    }
    ${
      notes.length === 0
        ? null
        : html`<h4>${archive.section.notes}</h4>
            ${noteTable(speech, notes)}`
    }
  </article> `;
}

const ofApplication = (rows: readonly Row[], { id }: Row): Row[] =>
  rows.filter(({ application_id: of }) => of === id);

function checklist({ speech }: PageContext, items: readonly ApplicationItem[]): Html | null {
  if (items.length === 0) return null;
  const { archive, vocabulary, ofRule } = speech;
  const table = tableOf(
    speech,
    [
      { head: archive.head.item, cell: ({ requirement }) => ofRule(requirement.title) },
      { head: archive.head.state, cell: ({ requirement }) => vocabulary.itemState[requirement.state] },
      {
        head: archive.section.papers,
        cell: ({ documents }) =>
          html`${documents.map((paper) => html`<a href="#${paper.id}">${paperTitle(speech, { title: paper.title, kind: paper.kind })}</a> `)}`,
      },
      {
        head: archive.section.remark,
        cell: ({ rejectReason, remark }) =>
          [rejectReason, remark].filter((text) => text !== null).join(archive.and),
      },
    ],
    items,
  );
  return html`<h4>${archive.checklist}</h4>
    ${table}`;
}

/** Calls, lapses and steps after the pass, oldest first. */
function happenings({ speech }: PageContext, { rows }: ArchivedClient, application: Row): string[] {
  const { archive } = speech;
  const line = (when: string, what: string | null, remark: Row[string] | undefined): string =>
    [when, what, remark].filter((part) => part !== null && part !== undefined && part !== '').join(' ');
  return [
    ...ofApplication(rows.calls, application).map((call) =>
      line(momentWords(Number(call.at_ms)), cellWords(speech, 'calls', 'outcome', call.outcome), call.remark),
    ),
    ...ofApplication(rows.lapses, application).map((lapse) =>
      line(
        momentWords(Number(lapse.lapsed_at_ms)),
        cellWords(speech, 'lapses', 'clock_id', lapse.clock_id),
        null,
      ),
    ),
    ...ofApplication(rows.aftercare_steps, application).map((step) =>
      line(
        String(step.decided_on),
        `${step.rule_id}${archive.stop}${cellWords(speech, 'aftercare_steps', 'decision', step.decision)}`,
        step.remark,
      ),
    ),
  ].toSorted();
}
