import { shareText } from '#shared/domain/share.ts';
import type { Row } from '#backend/db/change.ts';
import type { ArchivedClient } from '../client-archive.ts';
import { cellWords, columnWords } from '../speech.ts';
import type { PageContext } from './context.ts';
import { clientDepth } from './context.ts';
import { addressOf, html } from './html.ts';
import type { Html } from './html.ts';
import { cellHtml, columnFacts, factList, storedColumns, tableOf } from './parts.ts';

export function factsSection({ speech }: PageContext, { row, rows }: ArchivedClient): Html {
  const { archive } = speech;
  const licence =
    row.licence_forever === 1 ? archive.forever : cellHtml(speech, 'clients', 'licence_until_on', row);
  const former = rows.client_identifiers
    .filter(({ kind }) => kind !== 'merged_client')
    .map(({ value }) => String(value));
  return factList([
    ...columnFacts(speech, 'clients', row, [
      ...['credit_code', 'credit_code_note', 'legal_representative', 'address', 'established_on'],
    ]),
    [columnWords(speech, 'clients', 'licence_until_on'), licence],
    ...columnFacts(speech, 'clients', row, [
      ...['standing', 'standing_checked_on', 'annual_report_year', 'business_scope', 'service_since_on'],
      'service_fee_fen',
    ]),
    [speech.data.table.client_identifiers, former.join(archive.and)],
  ]);
}

export const remarkSection = ({ row }: ArchivedClient): Html | null =>
  row.remark === null ? null : html`<p class="notes">${row.remark}</p>`;

export function peopleSection({ speech }: PageContext, { rows, contacts }: ArchivedClient): Html {
  const contactOf = (link: Row): Row | undefined => contacts.get(String(link.contact_id));
  const own = (column: string) => ({
    head: columnWords(speech, 'contacts', column),
    cell: (link: Row) => cellHtml(speech, 'contacts', column, contactOf(link)),
  });
  const roles = { head: speech.archive.head.roles, cell: (link: Row) => roleWords(speech, link) };
  const left = storedColumns(speech, 'client_contacts', ['left_on']);
  return tableOf(
    speech,
    [
      own('name'),
      roles,
      ...['phone', 'email', 'wechat', 'id_number', 'available_hours', 'remark'].map(own),
      ...left,
    ],
    rows.client_contacts,
  );
}

function roleWords({ vocabulary, archive }: PageContext['speech'], link: Row): string {
  const { contactRole } = vocabulary;
  return [
    link.is_legal_representative === 1 ? contactRole.legal_representative : '',
    link.is_administrator === 1 ? contactRole.administrator : '',
    link.is_finance === 1 ? contactRole.finance : '',
    link.answers_calls === 1 ? contactRole.answers_calls : '',
  ]
    .filter((role) => role !== '')
    .join(archive.and);
}

export const banksSection = ({ speech }: PageContext, { rows }: ArchivedClient): Html =>
  tableOf(
    speech,
    storedColumns(speech, 'bank_accounts', [
      ...['kind', 'holder_name', 'bank_name', 'account_number', 'permit_number', 'clearing_code'],
    ]),
    rows.bank_accounts,
  );

/** Both those that this client has to others and those that others have to it. */
export function relationsSection(context: PageContext, client: ArchivedClient): Html | null {
  const { speech } = context;
  const here = String(client.row.id);
  const relations = [...client.rows.client_relations, ...client.relationsTo];
  if (relations.length === 0) return null;
  return html`<ul class="plain">
    ${relations.map((relation) => {
      const from = clientLink(context, String(relation.client_id), here);
      const to = clientLink(context, String(relation.other_client_id), here);
      const kind = cellWords(speech, 'client_relations', 'kind', relation.kind);
      const share = relation.share_bp === null ? null : shareText(Number(relation.share_bp));
      const told = [share, relation.remark].filter((part) => part !== null).join(' ');
      return html`<li>${from}${speech.archive.to}${to} <span class="tag">${kind}</span>${told}</li>`;
    })}
  </ul>`;
}

function clientLink({ pageOf, nameOf }: PageContext, clientId: string, here: string): Html {
  const name = nameOf(clientId);
  const page = clientId === here ? undefined : pageOf(clientId);
  return page === undefined ? html`${name}` : html`<a href="${addressOf(page, clientDepth)}">${name}</a>`;
}
