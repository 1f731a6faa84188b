import { AppError } from '#shared/contract/errors.ts';
import type { RequirementItem } from '#shared/domain/checklist.ts';
import type { Holder } from '#shared/domain/rule-pack.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { documentsById, listDocumentsOfClient } from '#backend/documents/service.ts';
import { permitJudge } from './category-checklist.ts';
import { applicationRequirements, itemIdOf, itemKeyOf } from './checklist.ts';
import { packOfApplication } from './pack-of.ts';
import {
  contactsOf,
  findApplication,
  findItem,
  findItemDocument,
  openCategoryApplications,
} from './queries.ts';
import type { ApplicationRecord, ContactRecord } from './queries.ts';

/** The pair's key: a link that was taken away and made again is the same link. */
const linkIdOf = (itemId: string, documentId: string): string => `${itemId}.${documentId}`;

/** Attaches a paper to an item, making the item's row when the rules have come to ask for it only now. */
export function attachDocument(change: Change, backend: Backend, itemId: string, documentId: string): void {
  ensureItem(change, backend, itemId);
  const id = linkIdOf(itemId, documentId);
  const known = findItemDocument(backend.db, id);
  if (known === undefined) change.insert('item_documents', { id, item_id: itemId, document_id: documentId });
  else if (known.deleted_at_ms !== null) change.restore('item_documents', id);
  const item = findItem(backend.db, itemId);
  // A new paper answers a refusal; whether it is right is judged anew.
  if (item?.decision === 'rejected') change.update('items', itemId, { decision: null, reject_reason: null });
}

/**
 * A paper that is filed as a certain person's becomes that person's, where the client has exactly one such contact, so
 * that the next application finds it.
 */
export function nameHolder(
  change: Change,
  { db }: Pick<Backend, 'db'>,
  paper: { readonly documentId: string; readonly clientId: string; readonly holder: Holder },
): void {
  const [contact, ...others] = contactsOf(db, paper.clientId).filter((each) => isHolder(each, paper.holder));
  if (contact === undefined || others.length > 0) return;
  change.update('documents', paper.documentId, { contact_id: contact.id });
}

const isHolder = (contact: ContactRecord, holder: Holder): boolean =>
  (holder === 'administrator' ? contact.is_administrator : contact.is_legal_representative) === 1;

export function detachDocument(change: Change, itemId: string, documentId: string): void {
  change.remove('item_documents', linkIdOf(itemId, documentId));
}

/** Puts a paper in the place of another; what was found right was the other one, so the new one has to be looked at. */
export function exchangeDocument(
  change: Change,
  backend: Backend,
  itemId: string,
  { from, to }: { readonly from: string; readonly to: string },
): void {
  detachDocument(change, itemId, from);
  attachDocument(change, backend, itemId, to);
  if (findItem(backend.db, itemId)?.decision === 'confirmed')
    change.update('items', itemId, { decision: null });
}

/** Throws AppError NOT_FOUND when no application or requirement stands behind the key. */
export function ensureItem(change: Change, backend: Backend, itemId: string): void {
  if (findItem(backend.db, itemId) !== undefined) return;
  const { applicationId, requirementId } = itemKeyOf(itemId);
  if (findApplication(backend.db, applicationId) === undefined || requirementId === '') {
    throw new AppError('NOT_FOUND', { what: 'items', id: itemId });
  }
  change.insert('items', {
    id: itemId,
    application_id: applicationId,
    requirement_id: requirementId,
    position: 1000,
  });
}

/**
 * Papers that the firm holds already serve a new application: by kind, by the person where one is asked for, and by what
 * they are called where a category asks for a permit.
 */
export function attachPapersOnFile(
  backend: Backend,
  change: Change,
  application: ApplicationRecord,
  requirements: readonly RequirementItem[],
): void {
  const contacts = contactsOf(backend.db, application.client_id);
  const asPermit = permitJudge(backend, application);
  const holds = (requirement: RequirementItem, contactId: string | null): boolean => {
    if (requirement.holder === undefined) return true;
    const contact = contacts.find(({ id }) => id === contactId);
    return contact !== undefined && isHolder(contact, requirement.holder);
  };
  const papers = listDocumentsOfClient(backend, application.client_id);
  // What another has taken the place of is not used anew.
  for (const document of papers.filter(({ replacedBy }) => replacedBy === null)) {
    for (const requirement of requirements) {
      if (!requirement.accepts.includes(document.kind) || !holds(requirement, document.contactId)) continue;
      if (asPermit(requirement, document) === 'missing') continue;
      attachDocument(change, backend, itemIdOf(application.id, requirement.requirementId), document.id);
    }
  }
}

/**
 * A paper that has come in or has a new name serves the client's applications for a category, wherever it is the permit
 * that a line asks for. What somebody took off a line stays off.
 */
export function attachPermit(backend: Backend, change: Change, documentId: string): void {
  const document = documentsById(backend, [documentId]).get(documentId);
  if (document === undefined) return;
  for (const record of openCategoryApplications(backend.db, document.clientId)) {
    const asPermit = permitJudge(backend, record);
    for (const line of applicationRequirements(backend, record, packOfApplication(backend, record).pack)) {
      if (line.asks?.of !== 'permit' || asPermit(line, document) === 'missing') continue;
      const itemId = itemIdOf(record.id, line.requirementId);
      if (findItemDocument(backend.db, linkIdOf(itemId, documentId)) === undefined)
        attachDocument(change, backend, itemId, documentId);
    }
  }
}
