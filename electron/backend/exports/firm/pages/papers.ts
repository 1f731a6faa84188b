import type { Row } from '#backend/db/change.ts';
import type { ArchivedClient } from '../client-archive.ts';
import { cellWords, columnWords, filled, paperTitle } from '../speech.ts';
import type { PageContext } from './context.ts';
import { clientDepth } from './context.ts';
import { addressOf, html } from './html.ts';
import type { Html } from './html.ts';
import { cellHtml, columnFacts, factList } from './parts.ts';

/** Each paper with its dates, what it says, and its files. */
export function papersSection(context: PageContext, client: ArchivedClient): Html {
  const { documents } = client.rows;
  if (documents.length === 0) return html`<p class="none">${context.speech.archive.none}</p>`;
  return html`${documents.map((paper) => paperArticle(context, client, paper))}`;
}

function paperArticle(
  { speech, originals }: PageContext,
  { rows, contacts }: ArchivedClient,
  paper: Row,
): Html {
  const { archive } = speech;
  const files = rows.document_versions.filter(({ document_id: of }) => of === paper.id);
  const stated = rows.stated_values.filter(({ document_id: of }) => of === paper.id);
  const until =
    paper.valid_forever === 1 ? archive.forever : cellHtml(speech, 'documents', 'valid_until_on', paper);
  const holder = contacts.get(String(paper.contact_id))?.name;
  return html`<article id="${String(paper.id)}">
    <h3>${paperTitle(speech, paper)}</h3>
    ${factList([
      ...columnFacts(speech, 'documents', paper, ['kind', 'number']),
      [columnWords(speech, 'documents', 'contact_id'), holder === undefined ? null : String(holder)],
      ...columnFacts(speech, 'documents', paper, ['issued_on', 'valid_from_on']),
      [columnWords(speech, 'documents', 'valid_until_on'), until],
      ...columnFacts(speech, 'documents', paper, ['keep_until_on', 'remark']),
      ...stated.map(
        (each) =>
          [
            cellWords(speech, 'stated_values', 'field', each.field) ?? '',
            cellHtml(speech, 'stated_values', 'value', each),
          ] as const,
      ),
    ])}
    <ul class="plain">
      ${files.map((file) => html`<li>${fileLink(speech, originals.get(String(file.id)), file)}</li>`)}
    </ul>
  </article> `;
}

function fileLink(speech: PageContext['speech'], place: string | null | undefined, file: Row): Html {
  const { archive } = speech;
  const part = cellWords(speech, 'document_versions', 'part', file.part);
  const version = filled(archive.version, { n: Number(file.version_no) });
  const facts = html`<span class="quiet"
    >${part} ${version} ${file.original_name} ${sizeWords(Number(file.size_bytes))}</span
  >`;
  if (place === null || place === undefined) return html`${archive.missingFile} ${facts}`;
  const name = place.slice(place.lastIndexOf('/') + 1);
  return html`<a href="${addressOf(place, clientDepth)}">${name}</a> ${facts}`;
}

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
