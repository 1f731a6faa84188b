import type { DocumentRow } from '#shared/contract/documents.ts';
import type { RenewalOffer, Touches } from '#shared/contract/renewal.ts';
import type { InSteps } from '#shared/domain/in-steps.ts';
import type { Backend } from '#backend/backend.ts';
import { documentsById, listDocumentsOfClient } from '#backend/documents/service.ts';
import { comesAfter } from './age.ts';
import * as queries from './queries.ts';
import { isOfSubject, touchesOf } from './touches.ts';

/** Of a drop of hundreds the first are looked at: what is renewed comes by itself, not by the hundred. */
const looksAtMost = 200;

/** What there is to renew by the files that a change has stored, the one that touches most first; nothing is done by it. */
export function* offersOf(backend: Backend, changeId: string): InSteps<RenewalOffer[]> {
  const stored = queries.storedBy(backend.db, changeId, looksAtMost);
  const papers = documentsById(
    backend,
    stored.map(({ document_id: id }) => id),
  );
  const newIds = new Set(stored.flatMap(({ document_id: id, is_new: isNew }) => (isNew === 1 ? [id] : [])));
  const all: RenewalOffer[] = [];
  for (const paper of papers.values()) {
    const offers: RenewalOffer[] = [];
    for (const id of oldOnes(backend, paper, newIds)) {
      const offer = offerOf(backend, id, paper);
      if (offer !== null) offers.push(offer);
      yield;
    }
    // One paper takes the place of one: of several the one that is used most is meant.
    all.push(...offers.toSorted(byWeight).slice(0, 1));
    yield;
  }
  return all.toSorted(byWeight);
}

const byWeight = (a: RenewalOffer, b: RenewalOffer): number => weightOf(b) - weightOf(a);

const weightOf = ({ useCount, accountCount, fieldCount }: RenewalOffer): number =>
  useCount * 1000 + accountCount + fieldCount;

/** The papers whose place it may take: its own older version, or what was there before of its kind and ends no later. */
function oldOnes(backend: Backend, paper: DocumentRow, newIds: ReadonlySet<string>): readonly string[] {
  if (!newIds.has(paper.id)) return [paper.id];
  return listDocumentsOfClient(backend, paper.clientId)
    .filter((old) => old.kind === paper.kind && old.contactId === paper.contactId && !newIds.has(old.id))
    .filter((old) => old.id !== paper.replacedBy?.id && old.replacedBy?.id !== paper.id)
    .filter((old) => isOneAtATime(paper, old) && comesAfter(backend, paper, old))
    .map(({ id }) => id);
}

/** Only one of the kind is in force: who the client is, a person's card; of others an end that is later tells. */
function isOneAtATime(paper: DocumentRow, old: DocumentRow): boolean {
  if (isOfSubject(paper.kind)) return true;
  if (paper.kind === 'id_card') return paper.contactId !== null;
  return paper.validUntil !== null && old.validUntil !== null && paper.validUntil !== old.validUntil;
}

function offerOf(backend: Backend, id: string, paper: DocumentRow): RenewalOffer | null {
  const { old, renewed, uses, accounts, fields, check } = touchesOf(backend, id, paper.id);
  const counts = {
    useCount: countOf(uses),
    accountCount: accounts.filter(({ isToTell }) => isToTell).length,
    fieldCount: fields.length,
  };
  if (counts.useCount + counts.accountCount + counts.fieldCount === 0) return null;
  return { old, renewed, clientName: paper.clientName, ...counts, check };
}

const countOf = (uses: Touches['uses']): number => uses.filter(({ fate }) => fate === 'replaced').length;
