import { categoryGroupId } from './category-ask.ts';
import type { CategoryAsk } from './category-ask.ts';
import type { Category, CategoryPack } from './category-pack.ts';
import { pathText } from './category-pack.ts';
import type { CategoryFacts } from './category-verdict.ts';
import { factsOfCategory, isOpenTo } from './category-verdict.ts';
import type { ChoiceStep, RequirementDraft } from './checklist.ts';
import { conditionHolds, formulaState, leafState } from './formula.ts';
import type { AtomLeaf, Formula, FormulaFacts, When } from './formula.ts';
import { assumptionText, leafText, questionText } from './permit-words.ts';
import type { RuleText } from './rule-pack.ts';
import { mayBlock } from './rule-pack.ts';

/** Days before a permit's end from which its renewal comes first: a habit of the trade, no rule of the platform. */
const marginDays = 30;

const anySet = {
  zh: '以下资质任选一组',
  en: 'Any one of these sets of papers',
} as const satisfies RuleText;
const closed = {
  zh: '该主体类型没有可用的资质',
  en: 'No paper opens the category to such a subject',
} as const satisfies RuleText;

/**
 * What a category asks of a client, as lines of a checklist in the formula's own order: conditions that are known are
 * resolved, alternatives are choices, an open question is a line in each of its ways. Empty where nothing is asked
 * for. A line's id depends on the formula alone, so that it stays when more becomes known.
 */
export function categoryRequirements(
  category: Category,
  pack: CategoryPack,
  facts: CategoryFacts,
  uploadProfileId: string,
): RequirementDraft[] {
  const known = factsOfCategory(category, pack, facts);
  const need = needOf(category.formula, { known, pack, number: numbering() });
  const isOpen = need !== false && isOpenTo(category, pack, facts.client.entityType);
  const about = { category, pack, uploadProfileId };
  if (!isOpen) return [draftOf({ id: `${categoryGroupId}.closed`, ask: { of: 'closed' } }, [], about)];
  return need === true ? [] : draftsOf(need, [], about);
}

type Line = { readonly id: string; readonly ask: CategoryAsk };

/** A formula without conditions and without parts that are settled by themselves. */
type Need =
  | Line
  | { readonly allOf: readonly Need[]; readonly label?: RuleText }
  | { readonly id: string; readonly anyOf: readonly Need[]; readonly title: RuleText };

/** True asks for nothing; false can't be met. */
type Settled = Need | boolean;

/** Gives every line and every choice of a formula its id, whichever way of a condition it lies on. */
type Numbering = (name: string) => string;

function numbering(): Numbering {
  const counts = new Map<string, number>();
  return (name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${categoryGroupId}.${name}${count > 1 ? `.${count}` : ''}`;
  };
}

type Context = { readonly known: FormulaFacts; readonly pack: CategoryPack; readonly number: Numbering };

function needOf(formula: Formula, context: Context): Settled {
  const { known, pack, number } = context;
  switch (formula.op) {
    case 'atom': {
      const name = leafText({ op: 'atom', id: formula.id }, pack);
      return { id: number(`permit.${formula.id}`), ask: { of: 'permit', leaf: formula, name } };
    }
    case 'scope': {
      const state = leafState(formula, known);
      return { id: number('scope'), ask: { of: 'scope', leaf: formula, state } };
    }
    case 'all_of': {
      const parts = formula.parts.map((part) => needOf(part, context));
      return allOf(parts, formula.label);
    }
    case 'any_of': {
      const id = number('choice');
      const options = formula.options.map((option) => needOf(option, context));
      return anyOf(id, options, formula.label ?? anySet);
    }
    case 'when':
      return needOfWhen(formula, context);
  }
}

/** A question whose answer is not known makes two ways, each beginning with the answer that opens it. */
function needOfWhen({ condition, then, otherwise }: When, context: Context): Settled {
  const { known, pack, number } = context;
  const [id, ifSo, ifNot] = [number('choice'), number('answer'), number('answer')];
  const first = needOf(then, context);
  const second = otherwise === undefined ? false : needOf(otherwise, context);
  const holds = conditionHolds(condition, known);
  if (condition.on !== 'answer' || holds !== undefined) return holds === true ? first : second;
  const isMet = (part: Formula | undefined): boolean =>
    part !== undefined && formulaState(part, known) === 'met';
  // Whatever the answer is, what it leads to is there: nobody need be asked.
  if (isMet(then) && isMet(otherwise)) return allOf([first, second]);
  const way = (lineId: string, is: boolean, rest: Settled): Settled =>
    allOf([{ id: lineId, ask: { of: 'answer', id: condition.id, is } }, rest]);
  return anyOf(
    id,
    [way(ifSo, condition.is, first), way(ifNot, !condition.is, second)],
    questionText(condition.id, pack),
  );
}

function allOf(parts: readonly Settled[], label?: RuleText): Settled {
  const open = parts.filter((part) => typeof part !== 'boolean');
  if (parts.includes(false)) return false;
  if (open.length === 0) return true;
  return { allOf: open, ...(label && { label }) };
}

function anyOf(id: string, options: readonly Settled[], title: RuleText): Settled {
  const open = options.filter((option) => typeof option !== 'boolean');
  if (options.includes(true)) return true;
  const [only] = open;
  if (only === undefined) return false;
  // A choice among choices is one choice, unless the inner one has a name of its own.
  const ways = open.flatMap((way) => ('anyOf' in way && way.title === anySet ? way.anyOf : [way]));
  return open.length === 1 ? only : { id, anyOf: ways, title };
}

type About = {
  readonly category: Category;
  readonly pack: CategoryPack;
  readonly uploadProfileId: string;
};

function draftsOf(need: Need, choices: readonly ChoiceStep[], about: About): RequirementDraft[] {
  if ('ask' in need) return [draftOf(need, choices, about)];
  if ('allOf' in need) return need.allOf.flatMap((part) => draftsOf(part, choices, about));
  const { id: choiceId, title } = need;
  return need.anyOf.flatMap((way, option) => {
    const label = 'allOf' in way ? way.label : undefined;
    return draftsOf(way, [...choices, { choiceId, option, title, ...(label && { way: label }) }], about);
  });
}

function draftOf({ id, ask }: Line, choices: readonly ChoiceStep[], about: About): RequirementDraft {
  const { category, pack, uploadProfileId } = about;
  const { tag, source, asOf } = category;
  const path = pathText(category);
  return {
    requirementId: id,
    groupId: categoryGroupId,
    groupTitle: { zh: `类目资质：${path.zh}`, en: `Permits of ${path.en}` },
    choices,
    accepts: ask.of === 'permit' ? acceptsOf(ask.leaf, pack) : [],
    needed: 'required',
    blocks: mayBlock(tag),
    marginDays,
    marginBasis: { tag: 'I', source: ['OWN'], asOf },
    uploadProfileId,
    title: titleOf(ask, pack),
    asks: ask,
    tag,
    source,
    asOf,
  };
}

const acceptsOf = ({ id }: AtomLeaf, { permits }: CategoryPack): RequirementDraft['accepts'] =>
  permits.find((permit) => permit.id === id)?.filedAs ?? [];

function titleOf(ask: CategoryAsk, pack: CategoryPack): RuleText {
  switch (ask.of) {
    case 'permit':
    case 'scope':
      return leafText(ask.leaf, pack);
    case 'answer':
      return assumptionText({ ask: 'answer', id: ask.id, is: ask.is }, pack);
    case 'closed':
      return closed;
  }
}
