import type { DocumentKind } from './document-kind.ts';
import { compareCodes } from './identifier-check.ts';
import { nameKey } from './name-key.ts';
import type { PaperFacts, PreCheckFacts } from './pre-check-facts.ts';

/** Papers that are made for one order; all others speak of the client whatever they were collected for. */
const madeForAnOrder: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'authorisation_letter',
  'application_letter',
  'trademark_certificate',
  'platform_form',
]);

/**
 * The papers whose statements concern the application, sorted by key so that their order in the facts does not
 * matter. A paper made for one order concerns it when it was put to one of its items; a platform form, for which no
 * item asks, when it came in since the application was opened and does not speak of another account of the client.
 */
export function comparedPapers(facts: PreCheckFacts): PaperFacts[] {
  const attached = new Set(facts.items.flatMap(({ documentIds }) => documentIds));
  return facts.papers
    .filter(
      (paper) =>
        !madeForAnOrder.has(paper.kind) || attached.has(paper.documentId) || isFormOfOrder(paper, facts),
    )
    .toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1));
}

function isFormOfOrder(paper: PaperFacts, facts: PreCheckFacts): boolean {
  if (paper.kind !== 'platform_form' || paper.receivedOn < facts.openedOn) return false;
  return !speaksOfAnotherAccount(paper, facts);
}

function speaksOfAnotherAccount(
  { stated }: PaperFacts,
  { accountName, otherAccounts }: PreCheckFacts,
): boolean {
  const { account_name: name, original_id: id } = stated;
  if (name !== undefined && nameKey(name) === nameKey(accountName)) return false;
  return otherAccounts.some(
    (other) =>
      (name !== undefined && nameKey(name) === nameKey(other.name)) ||
      (id !== undefined &&
        other.originalId !== undefined &&
        compareCodes(id, other.originalId).level === 'identical'),
  );
}
