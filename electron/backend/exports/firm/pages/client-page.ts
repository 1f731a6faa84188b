import type { ArchivedClient } from '../client-archive.ts';
import { cellWords, filled } from '../speech.ts';
import type { Speech } from '../speech.ts';
import { applicationsSection } from './applications.ts';
import { banksSection, factsSection, peopleSection, relationsSection, remarkSection } from './body.ts';
import { clientDepth } from './context.ts';
import type { PageContext } from './context.ts';
import { pageText } from './frame.ts';
import { handOutsSection } from './hand-outs.ts';
import { historySection } from './history.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { feesSection, tasksSection } from './money.ts';
import { notesSection } from './notes.ts';
import { papersSection } from './papers.ts';
import { storedColumns, tableOf } from './parts.ts';

type SectionName = keyof Speech['archive']['section'];

/** Everything about one client, as a page of its own. */
export function clientPage(context: PageContext, client: ArchivedClient): string {
  const { speech, moment } = context;
  const { archive } = speech;
  const name = String(client.row.name);
  const sections: readonly (readonly [SectionName, Html | null])[] = [
    ['facts', factsSection(context, client)],
    ['remark', remarkSection(client)],
    ['people', peopleSection(context, client)],
    ['banks', banksSection(context, client)],
    ['relations', relationsSection(context, client)],
    ['accounts', accountsSection(context, client)],
    ['applications', applicationsSection(context, client)],
    ['papers', papersSection(context, client)],
    ['handOuts', handOutsSection(context, client)],
    ['fees', feesSection(context, client)],
    ['tasks', tasksSection(context, client)],
    ['notes', notesSection(context, client)],
    ['history', historySection(context, client)],
  ];
  const there = sections.flatMap(([id, content]) => (content === null ? [] : [{ id, content }]));
  const main = html`
    <nav><a href="${'../'.repeat(clientDepth)}index.html">${archive.back}</a></nav>
    <h1>${name}</h1>
    <p class="meta">
      ${headWords(speech, client)} ${client.tags.map((tag) => html`<span class="tag">${tag}</span>`)}
    </p>
    <nav class="sections">${there.map(({ id }) => html`<a href="#${id}">${archive.section[id]}</a>`)}</nav>
    ${there.map(
      ({ id, content }) => html`
        <section id="${id}">
          <h2>${archive.section[id]}</h2>
          ${content}
        </section>
      `,
    )}
    <p class="quiet">${filled(archive.exported, { moment })}</p>
  `;
  return pageText(speech, { title: name, depth: clientDepth }, main);
}

const headWords = (speech: Speech, { row }: ArchivedClient): string =>
  (['entity_type', 'credit_code', 'service_status', 'consultant_id'] as const)
    .map((column) => cellWords(speech, 'clients', column, row[column]))
    .filter((words) => words !== null)
    .join(' · ');

const accountsSection = ({ speech }: PageContext, { rows }: ArchivedClient): Html =>
  tableOf(
    speech,
    storedColumns(speech, 'accounts', [
      ...['platform', 'kind', 'name', 'app_id', 'original_id', 'certified_since_on', 'certified_until_on'],
      ...['filing_number', 'filed_on', 'remark'],
    ]),
    rows.accounts,
  );
