import { standingAnswers } from './category-answer.ts';
import type { Category, CategoryPack } from './category-pack.ts';
import { costBy } from './category-pack.ts';
import type { EntityType } from './entity-type.ts';
import { cheapestWays } from './formula-completion.ts';
import type { Way } from './formula-completion.ts';
import { formulaState, leafKey, leafState, leavesOf } from './formula.ts';
import type { FormulaFacts, FormulaState } from './formula.ts';
import { atHandOf, permitPapers } from './permit-papers.ts';
import type { PermitPaper } from './permit-papers.ts';
import type { PreCheckFacts } from './pre-check-facts.ts';

/** How a client stands to what one category asks for. */
export type CategoryVerdict = {
  readonly categoryId: string;
  readonly state: FormulaState | 'closed';
  /** State of each leaf of the formula, by its key. */
  readonly leaves: Readonly<Record<string, FormulaState>>;
  /** The answers that are known, by question. */
  readonly answers: Readonly<Record<string, boolean>>;
  /** What would meet it, cheapest first; empty when it is met, and when it is closed to this kind of body. */
  readonly ways: readonly Way[];
  /** Papers that have run out and would count, by document id. */
  readonly expired: readonly string[];
};

/** What the judgement of a category looks at. */
export type CategoryFacts = Pick<PreCheckFacts, 'today' | 'papers' | 'answers' | 'settledLeaves'> & {
  readonly client: Pick<PreCheckFacts['client'], 'entityType' | 'businessScope'>;
};

/**
 * Judges a category by the client's papers, the licence's scope and what is known of the case. A paper that has run out
 * does not count. Closed: nothing that this kind of body could show would do, or it is an individual's turn and the
 * category is not among theirs.
 */
export function judgeCategory(category: Category, pack: CategoryPack, facts: CategoryFacts): CategoryVerdict {
  const { formula } = category;
  const papers = permitPapers(facts.papers, pack, facts.today);
  const known = formulaFacts(category, pack, facts, papers);
  const ways = isOpenTo(category, pack, facts.client.entityType)
    ? cheapestWays(formula, known, costBy(pack))
    : [];
  const state = stateBy(ways, formulaState(formula, known));
  const leaves = leavesOf(formula);
  return {
    categoryId: category.id,
    state,
    leaves: Object.fromEntries(leaves.map((leaf) => [leafKey(leaf), leafState(leaf, known)])),
    answers: Object.fromEntries(known.answers ?? []),
    ways: state === 'met' ? [] : ways,
    expired: state === 'met' || state === 'closed' ? [] : expiredOf(papers, leaves),
  };
}

/** The same as if the papers that have run out were still good. */
export const judgeRenewed = (category: Category, pack: CategoryPack, facts: CategoryFacts): CategoryVerdict =>
  judgeCategory(category, pack, {
    ...facts,
    papers: facts.papers.map((paper) => ({ ...paper, validUntil: 'forever' as const })),
  });

/** What a category's formula is judged by: the client's papers that are in date, and what is known of the case. */
export const factsOfCategory = (category: Category, pack: CategoryPack, facts: CategoryFacts): FormulaFacts =>
  formulaFacts(category, pack, facts, permitPapers(facts.papers, pack, facts.today));

/** Whether the list is meant for that kind of body, and, of an individual, the category too. */
export const isOpenTo = (
  { forIndividuals }: Category,
  { notFor }: CategoryPack,
  entityType: EntityType,
): boolean => !notFor.includes(entityType) && (entityType !== 'individual' || forIndividuals);

/** What rests on assumptions is met all the same where every answer leads to what is there. */
function stateBy([first]: readonly Way[], asFormula: FormulaState): CategoryVerdict['state'] {
  if (first === undefined) return 'closed';
  if (first.items.length > 0) return 'missing';
  return first.assuming.length === 0 || asFormula === 'met' ? 'met' : 'question';
}

function formulaFacts(
  category: Category,
  pack: CategoryPack,
  { client, answers, settledLeaves = [] }: CategoryFacts,
  papers: readonly PermitPaper[],
): FormulaFacts {
  const { entityType, businessScope } = client;
  return {
    atHand: atHandOf(papers.filter(({ isExpired }) => !isExpired)),
    ...(businessScope !== undefined && { businessScope }),
    entityType,
    platform: pack.platform,
    category: category.id,
    answers: standingAnswers(pack, entityType, answers),
    settled: new Set(settledLeaves),
  };
}

function expiredOf(papers: readonly PermitPaper[], leaves: ReturnType<typeof leavesOf>): string[] {
  const asked = new Set(leaves.flatMap((leaf) => (leaf.op === 'atom' ? [leaf.id] : [])));
  const ids = papers
    .filter(({ isExpired, permitId }) => isExpired && asked.has(permitId))
    .map(({ documentId }) => documentId);
  return [...new Set(ids)].sort();
}
