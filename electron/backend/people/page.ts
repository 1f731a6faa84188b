import type { PersonReport } from '#shared/contract/people.ts';
import { pageText } from '#backend/exports/firm/pages/frame.ts';
import { addressOf, html } from '#backend/exports/firm/pages/html.ts';
import type { Html } from '#backend/exports/firm/pages/html.ts';
import { factList, tableOf } from '#backend/exports/firm/pages/parts.ts';
import {
  cellWords,
  columnWords,
  filled,
  momentWords,
  paperTitle,
  tableWords,
} from '#backend/exports/firm/speech.ts';
import type { Speech } from '#backend/exports/firm/speech.ts';

interface PageHead {
  readonly recipient: string;
  readonly purpose: string;
  readonly moment: string;
  /** Where the copy of a file lies, by version; none of one whose bytes are gone. */
  readonly places: ReadonlyMap<string, string>;
}

type SectionName = keyof Speech['archive']['person']['section'];

/** Everything about one person as a page that any browser shows; the person's own numbers are told in full. */
export function personPage(speech: Speech, report: PersonReport, head: PageHead): string {
  const { person: words } = speech.archive;
  const sections: readonly (readonly [SectionName, Html | null])[] = [
    ['facts', facts(speech, report)],
    ['links', links(speech, report)],
    ['papers', papers(speech, report, head.places)],
    ['places', places(speech, report)],
    ['texts', texts(speech, report)],
    ['copies', copies(speech, report)],
    ['events', events(speech, report)],
    ['namesakes', namesakes(speech, report)],
    ['backups', backups(speech, report)],
  ];
  const title = filled(words.title, { name: report.person.name });
  const main = html`
    <h1>${title}</h1>
    <p class="meta">${filled(words.for, { ...head, places: '' })}</p>
    ${sections.map(([id, content]) =>
      content === null
        ? null
        : html`
            <section id="${id}">
              <h2>${words.section[id]}</h2>
              ${content}
            </section>
          `,
    )}
  `;
  return pageText(speech, { title, depth: 0 }, main);
}

function facts(speech: Speech, { person }: PersonReport): Html {
  const fact = (column: string, value: string | null) =>
    [columnWords(speech, 'contacts', column), value] as const;
  return factList([
    fact('name', person.name),
    fact('phone', person.phone),
    fact('email', person.email),
    fact('wechat', person.wechat),
    fact('id_number', person.idNumber),
    fact('available_hours', person.availableHours),
    fact('remark', person.remark),
    fact('created_at_ms', momentWords(person.createdAtMs)),
    fact('updated_at_ms', momentWords(person.updatedAtMs)),
  ]);
}

function links(speech: Speech, report: PersonReport): Html {
  const { person: words, and } = speech.archive;
  const { contactRole } = speech.vocabulary;
  return tableOf(
    speech,
    [
      { head: words.head.client, cell: (link) => link.clientName },
      {
        head: words.head.roles,
        cell: (link) =>
          [
            link.isLegalRepresentative ? contactRole.legal_representative : '',
            link.isAdministrator ? contactRole.administrator : '',
            link.isFinance ? contactRole.finance : '',
            link.answersCalls ? contactRole.answers_calls : '',
            link.isTrashed ? words.trashed : '',
          ]
            .filter((role) => role !== '')
            .join(and),
      },
      { head: columnWords(speech, 'client_contacts', 'left_on'), cell: (link) => link.leftOn },
    ],
    report.links,
  );
}

function papers(speech: Speech, report: PersonReport, places: PageHead['places']): Html {
  const { archive } = speech;
  if (report.papers.length === 0) return html`<p class="none">${archive.none}</p>`;
  return html`${report.papers.map((paper) => {
    const fact = (column: string, value: string | null) =>
      [columnWords(speech, 'documents', column), value] as const;
    const state = paper.isDestroyed
      ? archive.person.destroyed
      : paper.isTrashed
        ? archive.person.trashed
        : null;
    return html`<article id="${paper.id}">
      <h3>${paperTitle(speech, { title: paper.title, kind: paper.kind })} ${state}</h3>
      ${factList([
        [archive.person.head.client, paper.clientName],
        fact('kind', cellWords(speech, 'documents', 'kind', paper.kind)),
        fact('number', paper.number),
        fact('issued_on', paper.issuedOn),
        fact('valid_until_on', paper.validUntil === 'forever' ? archive.forever : paper.validUntil),
        fact('keep_until_on', paper.keepUntilOn),
        fact('remark', paper.remark),
        ...paper.stated.map(
          ({ field, value }) => [cellWords(speech, 'stated_values', 'field', field) ?? field, value] as const,
        ),
      ])}
      ${paper.files.map((file) => fileEntry(speech, file, places.get(file.versionId)))}
    </article>`;
  })}`;
}

type File = PersonReport['papers'][number]['files'][number];

function fileEntry(speech: Speech, file: File, place: string | undefined): Html {
  const { archive } = speech;
  const said = `${cellWords(speech, 'document_versions', 'part', file.part) ?? ''} ${filled(archive.version, { n: file.versionNo })} ${file.originalName}`;
  const name =
    place === undefined
      ? html`${archive.missingFile}`
      : html`<a href="${addressOf(place, 0)}">${place.slice(place.lastIndexOf('/') + 1)}</a>`;
  return html`<p>${name} <span class="quiet">${said}</span></p>
    ${
      file.text === ''
        ? null
        : html`<details>
            <summary>${archive.person.read}</summary>
            <p class="notes">${file.text}</p>
          </details>`
    }`;
}

const places = (speech: Speech, report: PersonReport): Html => {
  const { head } = speech.archive.person;
  return tableOf(
    speech,
    [
      { head: head.client, cell: ({ clientName }) => clientName },
      {
        head: head.place,
        cell: ({ table, column }) =>
          `${tableWords(speech, table)}${speech.archive.stop}${columnWords(speech, table, column)}`,
      },
      { head: head.text, cell: ({ text }) => text },
    ],
    report.places.filter(({ table }) => table !== 'contacts' && table !== 'judgements'),
  );
};

const texts = (speech: Speech, report: PersonReport): Html => {
  const { head } = speech.archive.person;
  return tableOf(
    speech,
    [
      { head: head.client, cell: ({ clientName }) => clientName },
      {
        head: head.paper,
        cell: ({ documentTitle: title, documentKind: kind }) => paperTitle(speech, { title, kind }),
      },
      { head: head.text, cell: ({ excerpt }) => excerpt },
    ],
    report.texts,
  );
};

const copies = (speech: Speech, report: PersonReport): Html => {
  const { head } = speech.archive.person;
  return tableOf(
    speech,
    [
      { head: head.moment, cell: ({ handedAtMs }) => momentWords(handedAtMs) },
      { head: head.recipient, cell: ({ recipient }) => recipient },
      { head: head.purpose, cell: ({ purpose }) => purpose },
      { head: head.copy, cell: ({ copyName }) => copyName },
      { head: head.client, cell: ({ clientName }) => clientName },
    ],
    report.copies,
  );
};

function events(speech: Speech, report: PersonReport): Html {
  const { head, more } = speech.archive.person;
  const rest = report.eventCount - report.events.length;
  return html`${tableOf(
    speech,
    [
      { head: head.moment, cell: ({ atMs }) => momentWords(atMs) },
      { head: head.action, cell: ({ action }) => speech.actionOf(action) },
      { head: head.place, cell: ({ table }) => tableWords(speech, table) },
      { head: head.client, cell: ({ clientName }) => clientName },
    ],
    report.events,
  )}
  ${rest > 0 ? html`<p class="quiet">${filled(more, { n: rest })}</p>` : null}`;
}

/** That there is another one, and in what they are alike: the data of the other is not this person's to have. */
function namesakes(speech: Speech, { namesakes: others }: PersonReport): Html | null {
  const { head, word } = speech.archive.person;
  if (others.length === 0) return null;
  const column = {
    head: head.same,
    cell: ({ words }: (typeof others)[number]) => words.map((kind) => word[kind]).join(speech.archive.and),
  };
  return tableOf(speech, [column], others);
}

const backups = (speech: Speech, report: PersonReport): Html => {
  const { head } = speech.archive.person;
  return tableOf(
    speech,
    [
      { head: head.backup, cell: ({ name }) => name },
      { head: head.moment, cell: ({ atMs }) => momentWords(atMs) },
    ],
    report.backups,
  );
};
