/** The open requirements of a client's applications and categories, in the terms of one plan. */
import { checklistFormula } from './checklist-completion.ts';
import type { Category, CategoryPack } from './category-pack.ts';
import { pathText } from './category-pack.ts';
import { factsOfCategory } from './category-verdict.ts';
import { keyOfQuestion, minimalWays } from './formula-completion.ts';
import type { Assumption } from './formula-completion.ts';
import { conditionHolds, plainFacts } from './formula.ts';
import type { Formula, FormulaFacts, FormulaLeaf } from './formula.ts';
import type { JointRequirement, JointWay } from './joint-completion.ts';
import type { NeededApplication, NeededFacts } from './needed-facts.ts';
import { keyOfLeaf, optionOfLeaf, optionsOfItem, paperOnFile } from './needed-paper-options.ts';
import type { PaperOption } from './needed-paper-options.ts';
import type { PaperFacts, PreCheckFacts } from './pre-check-facts.ts';
import type { RuleText } from './rule-pack.ts';

type Item = PreCheckFacts['items'][number];

/** Whom a paper serves. */
export type NeededFor =
  | {
      readonly by: 'application';
      readonly applicationId: string;
      readonly requirementId: string;
      readonly title: RuleText;
    }
  | {
      readonly by: 'category';
      readonly accountId: string;
      readonly categoryId: string;
      readonly title: RuleText;
    };

/** One mention of a paper in a requirement. */
export type Mention = {
  readonly key: string;
  readonly requirementId: string;
  readonly serves: NeededFor;
} & (
  | {
      readonly as: 'item';
      readonly item: Item;
      readonly application: NeededApplication;
      readonly option: PaperOption;
      readonly isOnly: boolean;
    }
  | { readonly as: 'file'; readonly paper: PaperFacts }
  | {
      readonly as: 'leaf';
      readonly leaf: FormulaLeaf;
      readonly pack: CategoryPack;
      readonly option: PaperOption | undefined;
    }
);

export type AskedQuestion = { readonly assumption: Assumption; readonly pack: CategoryPack };

export type NeededRequirements = {
  readonly requirements: readonly JointRequirement[];
  readonly mentions: readonly Mention[];
  /** The open questions by their keys. */
  readonly questions: ReadonlyMap<string, AskedQuestion>;
};

/** Several requirements as one. */
export const joinedRequirements = (all: readonly NeededRequirements[]): NeededRequirements => ({
  requirements: all.flatMap(({ requirements }) => requirements),
  mentions: all.flatMap(({ mentions }) => mentions),
  questions: new Map(all.flatMap(({ questions }) => [...questions])),
});

/** Whether a requirement is a part of the application's checklist. */
export const isPartOf = (requirementId: string, applicationId: string): boolean =>
  requirementId.startsWith(`${applicationId} `);

/** What an application's checklist still asks for, each of its parts a requirement of its own. */
export function requirementsOfApplication(
  application: NeededApplication,
  facts: NeededFacts,
): NeededRequirements {
  const { formula, settled } = checklistFormula(application.items);
  const mentions = new Map<string, Mention[]>();
  const requirements = partsOf(formula, plainFacts(settled)).map((part, index): JointRequirement => {
    const id = `${application.applicationId} ${index}`;
    const mentionsOf = (requirementId: string): Mention[] => {
      const known =
        mentions.get(`${id} ${requirementId}`) ?? mentionsOfItem(id, requirementId, application, facts);
      mentions.set(`${id} ${requirementId}`, known);
      return known;
    };
    const ways = minimalWays(part, plainFacts(settled)).flatMap((way) => {
      const items = way.items.map((leaf) => (leaf.op === 'atom' ? leaf.id : ''));
      return items
        .map((item) => mentionsOf(item).map(({ key }) => key))
        .reduce<string[][]>((sets, keys) => sets.flatMap((set) => keys.map((key) => [...set, key])), [[]])
        .map((papers): JointWay => ({ papers: [...new Set(papers)], assuming: new Map(), items }));
    });
    return { id, ways };
  });
  return { requirements, mentions: [...mentions.values()].flat(), questions: new Map() };
}

function mentionsOfItem(
  id: string,
  requirementId: string,
  application: NeededApplication,
  facts: NeededFacts,
): Mention[] {
  const item = application.items.find((each) => each.requirementId === requirementId);
  if (item === undefined) return [];
  const { applicationId } = application;
  const serves = { by: 'application', applicationId, requirementId, title: item.title } as const;
  const options = optionsOfItem(item, application);
  const paper = paperOnFile(item, application, facts);
  const asked = options.map((option): Mention => ({
    as: 'item',
    key: option.key,
    requirementId: id,
    serves,
    item,
    application,
    option,
    isOnly: options.length === 1,
  }));
  if (paper === undefined) return asked;
  return [{ as: 'file', key: `file.${paper.documentId}`, requirementId: id, serves, paper }, ...asked];
}

/** What a category still asks for. */
export function requirementsOfCategory(
  category: Category,
  { accountId, pack }: { readonly accountId: string; readonly pack: CategoryPack },
  facts: NeededFacts,
): NeededRequirements {
  const known = factsOfCategory(category, pack, facts);
  const serves = { by: 'category', accountId, categoryId: category.id, title: pathText(category) } as const;
  const mentions: Mention[] = [];
  const questions = new Map<string, AskedQuestion>();
  const requirements = partsOf(category.formula, known).map((part, index): JointRequirement => {
    const id = `${accountId} ${category.id} ${index}`;
    const ways = minimalWays(part, known).map(({ items, assuming }): JointWay => {
      for (const leaf of items) {
        const option = optionOfLeaf(leaf, pack);
        mentions.push({
          as: 'leaf',
          key: keyOfLeaf(leaf, pack),
          requirementId: id,
          serves,
          leaf,
          pack,
          option,
        });
      }
      for (const each of assuming) questions.set(keyOfQuestion(each), { assumption: each, pack });
      return {
        papers: [...new Set(items.map((leaf) => keyOfLeaf(leaf, pack)))],
        assuming: new Map(assuming.map((each) => [keyOfQuestion(each), each.is])),
      };
    });
    return { id, ways };
  });
  return { requirements, mentions, questions };
}

/** The parts that all have to be met; a condition whose outcome is known is followed. */
function partsOf(formula: Formula, facts: FormulaFacts): Formula[] {
  if (formula.op === 'all_of') return formula.parts.flatMap((part) => partsOf(part, facts));
  if (formula.op !== 'when') return [formula];
  const holds = conditionHolds(formula.condition, facts);
  if (holds === undefined) return [formula];
  const branch = holds ? formula.then : formula.otherwise;
  return branch === undefined ? [formula] : partsOf(branch, facts);
}
