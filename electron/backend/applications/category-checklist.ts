import { AppError } from '#shared/contract/errors.ts';
import type { AppliedCategory as CategorySummary } from '#shared/contract/application-pages.ts';
import type { ApplicationItem } from '#shared/contract/applications.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';
import { categoryRequirements } from '#shared/domain/category-requirements.ts';
import { pathText } from '#shared/domain/category-pack.ts';
import type { Category, CategoryPack } from '#shared/domain/category-pack.ts';
import type { CategoryFacts } from '#shared/domain/category-verdict.ts';
import type { RequirementDraft, RequirementItem } from '#shared/domain/checklist.ts';
import { leafKey } from '#shared/domain/formula.ts';
import type { FormulaState } from '#shared/domain/formula.ts';
import { permitState } from '#shared/domain/permit-papers.ts';
import type { PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { answersOfClient } from '#backend/answers/service.ts';
import type { Backend } from '#backend/backend.ts';
import { listDocumentsOfClient } from '#backend/documents/service.ts';
import { categoriesOfApplication } from './pack-of.ts';
import { paperFacts } from './paper-facts.ts';
import { findClient } from './queries.ts';
import type { AccountRecord, ApplicationRecord, ClientRecord } from './queries.ts';

/** A category with the list that it is of. */
export interface AppliedCategory {
  readonly category: Category;
  readonly list: CategoryPack;
}

/** The category that an application is about; undefined for other kinds, and where the list no longer has it. */
export function appliedCategory(
  backend: Backend,
  record: Pick<ApplicationRecord, 'account_id' | 'category' | 'category_pack_sha256'>,
): AppliedCategory | undefined {
  if (record.category === null) return undefined;
  const list = categoriesOfApplication(backend, record)?.pack;
  const category = list?.categories.find(({ id }) => id === record.category);
  return list && category && { category, list };
}

/** Throws AppError CATEGORY_UNKNOWN for an id that the list of the account's platform does not have. */
export function knownCategory({ categories }: Backend, account: AccountRecord, id = ''): string {
  const list = categories.find(account.platform, account.kind)?.pack;
  if (list?.categories.some((category) => category.id === id) === true) return id;
  throw new AppError('CATEGORY_UNKNOWN', { category: id });
}

/** The category of an application as callers see it; one that the list no longer has goes by its id. */
export function categorySummary(backend: Backend, record: ApplicationRecord): CategorySummary | null {
  const { category: id } = record;
  if (id === null) return null;
  const category = appliedCategory(backend, record)?.category;
  if (category === undefined) return { id, path: { zh: id, en: id }, cac: false };
  return { id, path: pathText(category), cac: category.cac };
}

/** What the category of an application asks for beside the pack's own papers; nothing for the other kinds. */
export function categoryLines(
  backend: Backend,
  record: ApplicationRecord,
  pack: RulePack,
): readonly RequirementDraft[] {
  const applied = appliedCategory(backend, record);
  const client = applied && findClient(backend.db, record.client_id);
  const [profile] = pack.uploadProfiles;
  if (applied === undefined || client === undefined || profile === undefined) return [];
  const facts = categoryFacts(backend, client, record.entity_type);
  return categoryRequirements(applied.category, applied.list, facts, profile.id);
}

/** Everything about a client by which a category is judged. */
export const categoryFacts = (
  backend: Backend,
  { id, business_scope: businessScope }: ClientRecord,
  entityType: ApplicationRecord['entity_type'],
): CategoryFacts => ({
  today: backend.clock.today(),
  papers: listDocumentsOfClient(backend, id).map((row) => paperFacts(row)),
  answers: answersOfClient(backend, id),
  client: { entityType, ...(businessScope !== null && { businessScope }) },
});

/** Tells how far a paper is the permit that a line asks for; undefined where its kind alone decides. */
export type AsPermit = (requirement: RequirementItem, document: DocumentRow) => FormulaState | undefined;

export function permitJudge(backend: Backend, record: ApplicationRecord): AsPermit {
  const list = appliedCategory(backend, record)?.list;
  if (list === undefined) return () => undefined;
  const today = backend.clock.today();
  return ({ asks }, document) =>
    asks?.of === 'permit' ? permitState(asks.leaf, paperFacts(document), list, today) : undefined;
}

/** The firm's own word on the lines of a category, as the pre-check takes it. */
export function settledByFirm(
  items: readonly ApplicationItem[],
): Required<Pick<PreCheckFacts, 'settledLeaves' | 'answers'>> {
  const settled = items.flatMap(({ requirement, decision }) => {
    const { asks, state, choices } = requirement;
    const isRight = decision === 'confirmed' && (state === 'satisfied' || state === 'expiring');
    const isDropped = decision === 'not_needed' && choices.length === 0;
    return asks !== undefined && (isRight || isDropped) ? [asks] : [];
  });
  return {
    settledLeaves: settled.flatMap((asks) =>
      asks.of === 'permit' || asks.of === 'scope' ? [leafKey(asks.leaf)] : [],
    ),
    answers: Object.fromEntries(
      settled.flatMap((asks) => (asks.of === 'answer' ? [[asks.id, asks.is]] : [])),
    ),
  };
}
