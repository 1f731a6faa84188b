/** Which papers would do for an item of a checklist, and which one a leaf of a category's formula names. */
import type { CategoryPack, Permit, PermitSort } from './category-pack.ts';
import { evaluateItem, itemStates } from './checklist-state.ts';
import type { ItemState } from './checklist-state.ts';
import { documentKinds, isGeneralKind, isOfOneOrder } from './document-kind.ts';
import type { DocumentKind } from './document-kind.ts';
import { leafKey } from './formula.ts';
import type { FormulaLeaf } from './formula.ts';
import type { NeededApplication, NeededFacts } from './needed-facts.ts';
import { permitsNamed } from './permit-papers.ts';
import type { PaperFacts, PreCheckFacts } from './pre-check-facts.ts';
import type { Holder } from './rule-pack.ts';

/** A paper that would do: its key is the same wherever the same paper is asked for. */
export type PaperOption = {
  readonly key: string;
  readonly kind: DocumentKind;
  readonly holder?: Holder;
  readonly sort: PermitSort;
};

type Item = PreCheckFacts['items'][number];

/** The permit of a list as a paper; one that has a kind of its own is the paper of that kind. */
export const optionOfPermit = ({ id, ownKind, filedAs, sort }: Permit): PaperOption => ({
  key: ownKind === undefined ? `permit.${id}` : `kind.${ownKind}`,
  kind: ownKind ?? filedAs[0] ?? 'other',
  sort,
});

/** The paper that a leaf asks for; undefined for the licence's scope. */
export function optionOfLeaf(leaf: FormulaLeaf, { permits }: CategoryPack): PaperOption | undefined {
  const permit = leaf.op === 'atom' ? permits.find(({ id }) => id === leaf.id) : undefined;
  return permit && optionOfPermit(permit);
}

/** The key under which a leaf stands in a plan. */
export const keyOfLeaf = (leaf: FormulaLeaf, pack: CategoryPack): string =>
  optionOfLeaf(leaf, pack)?.key ?? leafKey(leaf);

/** The papers of which any one would meet the item, each once, in the order in which the item takes them. */
export function optionsOfItem(item: Item, { applicationId, categories }: NeededApplication): PaperOption[] {
  const options = new Map<string, PaperOption>();
  for (const kind of item.accepts) {
    for (const option of optionsOfKind(kind, item, applicationId, categories?.permits ?? [])) {
      if (!options.has(option.key)) options.set(option.key, option);
    }
  }
  return [...options.values()];
}

function optionsOfKind(
  kind: DocumentKind,
  { requirementId, title, holder }: Item,
  applicationId: string,
  permits: readonly Permit[],
): PaperOption[] {
  if (isGeneralKind(kind)) {
    const named = permitsNamed({ kind, title: title.zh }, permits);
    if (named.length > 0) return named.map(optionOfPermit);
    return [{ key: `item.${requirementId}`, kind, sort: sortOf(kind) }];
  }
  const own = permits.find(({ ownKind, isPartners }) => ownKind === kind && isPartners !== true);
  const owner = [holder, isOfOneOrder(kind) ? applicationId : undefined].filter((part) => part !== undefined);
  const key = ['kind', kind, ...owner].join('.');
  return [{ key, kind, sort: own?.sort ?? sortOf(kind), ...(holder && { holder }) }];
}

const written: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'authorisation_letter',
  'application_letter',
  'platform_form',
  'filing_form',
  'filing_pledge',
  'statement',
  'invoice_information',
  'face_photo',
]);

function sortOf(kind: DocumentKind): PermitSort {
  if (written.has(kind)) return 'own_text';
  if (kind === 'cooperation_agreement' || kind === 'partner_agreement') return 'agreement';
  if (kind === 'filing_certificate') return 'filing';
  return kind === 'industry_permit' || kind === 'approval_document' ? 'permit' : 'certificate';
}

/** A paper on file that meets the item as it is and has only to be put to it; of several the one that lasts best. */
export function paperOnFile(
  item: Item,
  application: NeededApplication,
  facts: NeededFacts,
): PaperFacts | undefined {
  if (item.state === 'rejected') return undefined;
  const fitting = facts.papers
    .filter((paper) => isFor(paper, item, application, facts) && !item.documentIds.includes(paper.documentId))
    .map((paper) => ({ paper, state: stateWith(paper, item, facts) }))
    .filter(({ state }) => state === 'satisfied' || state === 'expiring');
  return fitting.sort(
    (a, b) =>
      itemStates.indexOf(a.state) - itemStates.indexOf(b.state) ||
      documentKinds.indexOf(a.paper.kind) - documentKinds.indexOf(b.paper.kind) ||
      (a.paper.documentId < b.paper.documentId ? -1 : 1),
  )[0]?.paper;
}

/** Papers on file that would do for the item but have run out. */
export const expiredOnFile = (
  item: Item,
  application: NeededApplication,
  facts: NeededFacts,
): readonly PaperFacts[] =>
  facts.papers.filter(
    (paper) => isFor(paper, item, application, facts) && stateWith(paper, item, facts) === 'expired',
  );

const stateWith = ({ kind, files, validUntil }: PaperFacts, item: Item, { today }: NeededFacts): ItemState =>
  evaluateItem(
    item,
    [{ kind, parts: files.map(({ part }) => part), ...(validUntil !== undefined && { validUntil }) }],
    today,
  ).state;

/** Whether the paper is one that the item asks for: by kind, by title where the kind says too little, and by person. */
function isFor(
  paper: PaperFacts,
  item: Item,
  { applicationId, categories }: NeededApplication,
  { contacts, attachedTo }: NeededFacts,
): boolean {
  if (!item.accepts.includes(paper.kind)) return false;
  if (isGeneralKind(paper.kind)) {
    const permits = categories?.permits ?? [];
    const asked = permitsNamed({ kind: paper.kind, title: item.title.zh }, permits);
    const shown = permitsNamed(paper, permits);
    if (!asked.some((permit) => shown.includes(permit))) return false;
  }
  const users = attachedTo.get(paper.documentId) ?? [];
  if (isOfOneOrder(paper.kind) && users.some((id) => id !== applicationId)) return false;
  if (item.holder === undefined) return true;
  const contact = contacts.find(({ contactId }) => contactId === paper.contactId);
  if (contact === undefined) return false;
  return item.holder === 'administrator' ? contact.isAdministrator : contact.isLegalRepresentative;
}
