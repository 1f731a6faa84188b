import type { CategoryPack } from './category-pack.ts';
import { pathText } from './category-pack.ts';
import { judgeCategory } from './category-verdict.ts';
import type { CategoryVerdict } from './category-verdict.ts';
import { checklistFormula } from './checklist-completion.ts';
import { isOpen } from './checklist-state.ts';
import { jointCompletion } from './joint-completion.ts';
import type { JointCompletion } from './joint-completion.ts';
import type { NeededApplication, NeededFacts } from './needed-facts.ts';
import { compareNeeded, costOfPaper, neededPaper } from './needed-paper.ts';
import type { NeededPaper } from './needed-paper.ts';
import {
  isPartOf,
  joinedRequirements,
  requirementsOfApplication,
  requirementsOfCategory,
} from './needed-requirements.ts';
import type { AskedQuestion, Mention } from './needed-requirements.ts';
import { assumptionText } from './permit-words.ts';
import type { RuleText } from './rule-pack.ts';

/** What the plan takes for granted until somebody finds out. */
export type NeededAnswer = {
  readonly text: RuleText;
  /** The question of the list; null where a paper's or the licence's extent is in question. */
  readonly questionId: string | null;
  readonly is: boolean;
};

export type NeededPapers = {
  readonly papers: readonly NeededPaper[];
  readonly assuming: readonly NeededAnswer[];
  /** False where the search was given up at its bound. */
  readonly isCheapest: boolean;
  /** Each open checklist's counted items, met or not. */
  readonly applications: readonly {
    readonly applicationId: string;
    /** The items that the papers of the plan would meet, by requirement id in the checklist's order. */
    readonly advised: readonly string[];
    readonly items: readonly {
      readonly requirementId: string;
      readonly title: RuleText;
      readonly isMet: boolean;
    }[];
  }[];
  /** Each account's categories; a closed one is in no plan. */
  readonly categories: readonly {
    readonly accountId: string;
    readonly categoryId: string;
    readonly title: RuleText;
    readonly state: CategoryVerdict['state'];
  }[];
};

/**
 * What all open checklists of a client and the categories of all its accounts still ask for, and the cheapest set of
 * papers that would meet them together, what is on file already included. Costs are the category list's own weights; a
 * paper that is renewed costs no more than one that is held, one that is on file nothing.
 */
export function neededPapers(
  facts: NeededFacts,
  costs: CategoryPack['costs']['of'] | undefined,
): NeededPapers {
  const categories = facts.accounts.flatMap(({ accountId, pack, categories: named, settled }) => {
    const known = { ...facts, ...settled };
    return named.map((category) => ({
      ...{ accountId, pack, category, known },
      verdict: judgeCategory(category, pack, known),
    }));
  });
  const open = categories.filter(({ verdict: { state } }) => state === 'missing' || state === 'question');
  const { requirements, mentions, questions } = joinedRequirements([
    ...facts.applications.map((application) => requirementsOfApplication(application, facts)),
    ...open.map(({ category, known, ...account }) => requirementsOfCategory(category, account, known)),
  ]);
  const byKey = mentionsByKey(mentions);
  const costOf = (key: string): number => costOfPaper(byKey.get(key) ?? [], facts, costs);
  const plan = jointCompletion(requirements, costOf);
  return {
    papers: plan.papers
      .map(({ key, serves }) =>
        neededPaper(
          key,
          (byKey.get(key) ?? []).filter(
            (mention) => serves.includes(mention.requirementId) && isChosen(mention, plan),
          ),
          facts,
        ),
      )
      .sort(compareNeeded),
    assuming: answersOf(plan, questions),
    isCheapest: plan.isCheapest,
    applications: facts.applications.map(({ applicationId, items }) => ({
      applicationId,
      advised: advisedItems(applicationId, items, plan),
      items: checklistFormula(items).counted.map(({ requirementId, title, state }) => ({
        requirementId,
        title,
        isMet: !isOpen(state),
      })),
    })),
    categories: categories.map(({ accountId, category, verdict }) => ({
      accountId,
      categoryId: category.id,
      title: pathText(category),
      state: plan.impossible.some((id) => id.startsWith(`${accountId} ${category.id} `))
        ? 'closed'
        : verdict.state,
    })),
  };
}

/** Whether the item that mentions the paper is met by it, and not only one that could have been. */
const isChosen = ({ requirementId, serves }: Mention, { chosen }: JointCompletion): boolean =>
  serves.by === 'category' || (chosen.get(requirementId)?.items ?? []).includes(serves.requirementId);

function advisedItems(
  applicationId: string,
  items: NeededApplication['items'],
  { chosen }: JointCompletion,
): string[] {
  const ids = new Set(
    [...chosen].flatMap(([id, way]) => (isPartOf(id, applicationId) ? (way.items ?? []) : [])),
  );
  return items.map(({ requirementId }) => requirementId).filter((id) => ids.has(id));
}

function mentionsByKey(mentions: readonly Mention[]): Map<string, Mention[]> {
  const byKey = new Map<string, Mention[]>();
  for (const mention of mentions) byKey.set(mention.key, [...(byKey.get(mention.key) ?? []), mention]);
  return byKey;
}

function answersOf(
  { assuming }: JointCompletion,
  questions: ReadonlyMap<string, AskedQuestion>,
): NeededAnswer[] {
  return [...assuming]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, is]) => {
      const asked = questions.get(key);
      if (asked === undefined) return [];
      const { assumption, pack } = asked;
      return [
        {
          text: assumptionText({ ...assumption, is }, pack),
          questionId: assumption.ask === 'answer' ? assumption.id : null,
          is,
        },
      ];
    });
}
