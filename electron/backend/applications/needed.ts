import { AppError } from '#shared/contract/errors.ts';
import { isClosed } from '#shared/domain/application.ts';
import { leastMissing } from '#shared/domain/checklist-completion.ts';
import { isOpen } from '#shared/domain/checklist-state.ts';
import type { NeededAccount, NeededApplication, NeededFacts } from '#shared/domain/needed-facts.ts';
import { neededPapers } from '#shared/domain/needed-papers.ts';
import type { NeededPapers } from '#shared/domain/needed-papers.ts';
import { optionalField } from '#shared/domain/optional-field.ts';
import type { PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import type { Backend } from '#backend/backend.ts';
import { appliedCategory, categoryFacts, settledByFirm } from './category-checklist.ts';
import { itemKeyOf } from './checklist.ts';
import { categoriesOfAccounts } from './client-categories.ts';
import { categoriesOfApplication } from './pack-of.ts';
import { judgedChecklists } from './judged-checklist.ts';
import { itemFacts } from './item-facts.ts';
import { applicationsOfClient, contactsOf, findClient, itemDocumentsOf, itemsOf } from './queries.ts';
import type { ApplicationRecord, ClientRecord } from './queries.ts';

/**
 * What a client's open applications and the categories of its accounts still need, as one plan. Throws AppError
 * NOT_FOUND.
 */
export function neededPapersOfClient(backend: Backend, clientId: string): NeededPapers {
  const client = findClient(backend.db, clientId);
  if (client === undefined) throw new AppError('NOT_FOUND', { what: 'clients', id: clientId });
  const facts = neededFacts(backend, client);
  const weights = [
    ...facts.accounts.map(({ pack }) => pack),
    ...backend.categories.all.map(({ pack }) => pack),
  ];
  return neededPapers(facts, weights[0]?.costs.of);
}

/**
 * The items of an open application that the client's plan meets, by requirement id, so that the page of the application
 * and that of the client name the same papers; what its category asks for is told there. Throws AppError NOT_FOUND.
 */
export function advisedItems(
  backend: Backend,
  { id, client_id: clientId, stage }: Pick<ApplicationRecord, 'id' | 'client_id' | 'stage'>,
  items: PreCheckFacts['items'],
): string[] {
  if (isClosed(stage)) return [];
  const own = items.filter(({ asks }) => asks === undefined);
  // Without alternatives nothing is chosen, so that no plan has to be made.
  if (!own.some(({ state, choices }) => isOpen(state) && choices.length > 0)) return leastMissing(own);
  const { applications } = neededPapersOfClient(backend, clientId);
  const found = applications.find(({ applicationId }) => applicationId === id);
  return [...(found?.advised ?? [])];
}

function neededFacts(backend: Backend, client: ClientRecord): NeededFacts {
  const { db } = backend;
  const all = applicationsOfClient(db, client.id);
  const open = all.filter(({ stage }) => !isClosed(stage));
  const checklists = judgedChecklists(backend, open);
  const applications = open.map((record): NeededApplication => ({
    applicationId: record.id,
    items: (checklists.get(record.id) ?? [])
      .filter(({ requirement }) => requirement.asks === undefined)
      .map(itemFacts),
    ...optionalField('categories', categoriesOfApplication(backend, record)?.pack),
  }));
  const known = categoryFacts(backend, client, client.entity_type);
  const applied = open.flatMap((record): NeededAccount[] => {
    const found = appliedCategory(backend, record);
    if (found === undefined) return [];
    const { settledLeaves, answers } = settledByFirm(checklists.get(record.id) ?? []);
    const settled = { settledLeaves, answers: { ...known.answers, ...answers } };
    return [{ accountId: record.account_id, pack: found.list, categories: [found.category], settled }];
  });
  return {
    ...known,
    contacts: contactsOf(db, client.id).map((contact) => ({
      contactId: contact.id,
      isAdministrator: contact.is_administrator === 1,
      isLegalRepresentative: contact.is_legal_representative === 1,
    })),
    applications,
    accounts: [
      ...categoriesOfAccounts(backend, client).map(({ accountId, pack, matches }) => ({
        accountId,
        pack,
        categories: matches,
      })),
      ...applied,
    ],
    attachedTo: attachedTo(backend, all),
  };
}

/** By paper, the applications whose items it was put to, closed ones too. */
function attachedTo({ db }: Backend, all: readonly ApplicationRecord[]): Map<string, string[]> {
  const items = itemsOf(
    db,
    all.map(({ id }) => id),
  );
  const links = itemDocumentsOf(
    db,
    items.map(({ id }) => id),
  );
  const users = new Map<string, string[]>();
  for (const { item_id, document_id } of links) {
    const { applicationId } = itemKeyOf(item_id);
    users.set(document_id, [...(users.get(document_id) ?? []), applicationId]);
  }
  return users;
}
