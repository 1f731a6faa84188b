import type { ApplicationDetails, ApplicationItem } from '#shared/contract/applications.ts';
import type { DocumentPart } from '#shared/domain/document-kind.ts';
import type { Finding } from '#shared/domain/pre-check.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { callsElementId, focusItem, focusPart, ledgerElementId } from './focus-item.ts';

/** Where a finding is mended: an item or a part of this page, a page of a paper, a place of the account's or the client's page. */
export type MendingPlace =
  | { readonly on: 'item'; readonly id: string }
  | { readonly on: 'part'; readonly elementId: string }
  | { readonly on: 'page'; readonly documentId: string; readonly part: DocumentPart; readonly no: number }
  | { readonly on: 'account'; readonly accountId: string; readonly place: string }
  | { readonly on: 'client'; readonly clientId: string; readonly place?: string };

type Item = Pick<ApplicationItem, 'id'> & {
  readonly requirement: Pick<
    ApplicationItem['requirement'],
    'requirementId' | 'accepts' | 'holder' | 'state' | 'asks'
  >;
  readonly documents: readonly Pick<ApplicationItem['documents'][number], 'id'>[];
};

/** What of an application decides where a finding is mended. */
export type Mendable = {
  readonly client: Pick<ApplicationDetails['client'], 'id'>;
  readonly account: Pick<ApplicationDetails['account'], 'id'>;
  readonly items: readonly Item[];
  readonly attempts: readonly Pick<ApplicationDetails['attempts'][number], 'returnedAtMs' | 'reasonCode'>[];
};

/** The very fact, person, bank account, account, paper or item that a finding is about. */
export function mendingPlace(
  finding: Pick<Finding, 'place' | 'check'>,
  details: Mendable,
  pack: RulePack | undefined,
): MendingPlace {
  const { place } = finding;
  const onClient = (name: string): MendingPlace => ({
    on: 'client',
    clientId: details.client.id,
    place: name,
  });
  const onAccount = (field: string): MendingPlace => ({
    on: 'account',
    accountId: details.account.id,
    place: `fact.${field}`,
  });
  const onItem = (item: Item | undefined, otherwise: MendingPlace): MendingPlace =>
    item === undefined ? otherwise : { on: 'item', id: item.id };
  switch (place.at) {
    case 'client':
      return onClient(`fact.${place.field}`);
    case 'account':
      return onAccount(place.field);
    case 'account_name':
      return onAccount('name');
    case 'category':
      return onItem(openLineOf(details), onAccount('category'));
    case 'contacts':
      return onClient('people');
    case 'bank_accounts':
      return onClient('banks');
    case 'contact':
    case 'bank_account':
      return onClient(`${place.at}.${place.id}`);
    case 'item':
      if (place.page !== undefined && place.documentId !== undefined)
        return { on: 'page', documentId: place.documentId, ...place.page };
      return onItem(
        details.items.find(({ requirement }) => requirement.requirementId === place.requirementId),
        onClient('papers'),
      );
    case 'paper':
      return onItem(
        details.items.find(({ documents }) => documents.some(({ id }) => id === place.documentId)),
        onClient(`paper.${place.documentId}`),
      );
    case 'attempts':
      return ofOrder(finding, onItem(remedyItem(details, pack), inLedger));
  }
}

const inLedger: MendingPlace = { on: 'part', elementId: ledgerElementId };

function ofOrder({ check }: Pick<Finding, 'check'>, remedy: MendingPlace): MendingPlace {
  if (check === 'calls_missed') return { on: 'part', elementId: callsElementId };
  return check === 'remedy_missing' ? remedy : inLedger;
}

/** What the category of the application asks for and is still open, where it is about one. */
const openLineOf = ({ items }: Mendable): Item | undefined =>
  items.find(
    ({ requirement: { asks, state } }) =>
      asks !== undefined && state !== 'satisfied' && state !== 'not_needed',
  );

/** The first open item that takes a paper which answers the last return. */
function remedyItem({ attempts, items }: Mendable, pack: RulePack | undefined): Item | undefined {
  const last = attempts.findLast(({ returnedAtMs }) => returnedAtMs !== null);
  const reason = pack?.returnReasons.find(({ code }) => code === last?.reasonCode);
  return items.find(
    ({ requirement: { accepts, holder, state } }) =>
      state !== 'satisfied' &&
      state !== 'not_needed' &&
      reason?.remedyDocuments.some(
        (rule) => rule.holder === holder && rule.accepts.some((kind) => accepts.includes(kind)),
      ),
  );
}

/** Goes there. */
export function goTo(place: MendingPlace): void {
  switch (place.on) {
    case 'item':
      focusItem(place.id);
      return;
    case 'part':
      focusPart(place.elementId);
      return;
    case 'page':
      navigateTo(paths.document(place.documentId, { page: place.no, part: place.part }));
      return;
    case 'account':
      navigateTo(paths.account(place.accountId, place.place));
      return;
    case 'client':
      navigateTo(paths.client(place.clientId, place.place));
  }
}
