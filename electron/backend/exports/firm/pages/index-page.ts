import { createHash } from 'node:crypto';
import { initialsOf } from '#shared/domain/pinyin-initials.ts';
import type { ArchivedClient } from '../client-archive.ts';
import { cellWords, filled } from '../speech.ts';
import type { Speech } from '../speech.ts';
import { pageText } from './frame.ts';
import type { OwnScript } from './frame.ts';
import { addressOf, html } from './html.ts';
import type { Html } from './html.ts';

/** Filters the list by what is typed; without scripts the list is there whole. */
const searchScript = `
const field = document.getElementById('search'), told = document.getElementById('found');
const rows = [...document.querySelectorAll('#clients > li')];
const texts = rows.map((row) => (row.textContent + ' ' + row.dataset.initials).toLowerCase());
field.hidden = false;
field.addEventListener('input', () => {
  const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  rows.forEach((row, at) => {
    const fits = words.every((word) => texts[at].includes(word));
    if (row.hidden === fits) row.hidden = !fits;
    if (fits) count += 1;
  });
  told.textContent = words.length === 0 ? '' : told.dataset.words.replace('{{n}}', count);
});
`;
const script: OwnScript = {
  text: { markup: searchScript },
  hash: createHash('sha256').update(searchScript).digest('base64'),
};

export interface IndexFacts {
  readonly firm: string;
  readonly moment: string;
  readonly readme: string;
  readonly clients: number;
  readonly applications: number;
  readonly files: number;
}

/** The page in two parts: what stands before the lines of the clients, and what follows them. */
export function indexPage(speech: Speech, { firm, moment, readme, ...counts }: IndexFacts): [string, string] {
  const { archive } = speech;
  const title = filled(archive.title, { firm });
  const places: readonly (readonly [string, string])[] = [
    ['workbooks/', archive.places.workbooks],
    ['data/', archive.places.data],
    ['files/', archive.places.files],
    ['manifest.csv', archive.places.manifest],
    [readme, archive.places.readme],
  ];
  const main = html`
    <h1>${title}</h1>
    <p class="meta">${filled(archive.exported, { moment })}</p>
    <p class="meta">${filled(archive.counts, counts)}</p>
    <nav aria-label="${archive.elsewhere}">
      ${places.map(([place, words]) => html`<a href="${place}">${words}</a>`)}
    </nav>
    <input
      id="search"
      type="search"
      hidden
      autocomplete="off"
      spellcheck="false"
      placeholder="${archive.search}"
      aria-label="${archive.search}"
    />
    <p class="meta" id="found" role="status" data-words="${archive.found}"></p>
    <ol id="clients">
      ${here}
    </ol>
  `;
  const [before = '', after = ''] = pageText(speech, { title, depth: 0, script }, main).split(here.markup);
  return [before, after];
}

/** No text can hold it: it would be escaped. */
const here: Html = { markup: '<!-- clients -->' };

/** A client's line. */
export function indexRow(speech: Speech, { row, page, accounts, open }: ArchivedClient): string {
  const { archive } = speech;
  const name = String(row.name);
  const facts = [
    speech.consultantOf(row.consultant_id),
    accounts > 0 ? filled(archive.head.accounts, { n: accounts }) : '',
    open > 0 ? filled(archive.head.open, { n: open }) : '',
  ].filter((fact) => fact !== '');
  return html`<li data-initials="${initialsOf(name)}">
    <a href="${addressOf(page, 0)}">${name}</a><span>${row.credit_code}</span
    ><span>${cellWords(speech, 'clients', 'entity_type', row.entity_type)}</span
    ><span>${facts.join(archive.and)}</span>
  </li>`.markup;
}
