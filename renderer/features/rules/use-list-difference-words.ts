import type { CategoryAspect, CategoryDifference } from '#shared/domain/category-pack-difference.ts';
import { pathText } from '#shared/domain/category-pack.ts';
import type { Category, CategoryPack } from '#shared/domain/category-pack.ts';
import type { Formula, FormulaCondition } from '#shared/domain/formula.ts';
import { leafText } from '#shared/domain/permit-words.ts';
import { useConditionWords } from '#renderer/components/use-condition-words.ts';
import type { RuleSpeech } from './rule-speech.ts';
import type { DifferenceWords } from './rule-words.ts';
import { useRuleSpeech } from './use-rule-speech.ts';

/** What words one version of a list has for its own. */
interface ListSpeech extends RuleSpeech {
  readonly pack: CategoryPack;
  readonly condition: (condition: FormulaCondition) => string;
}

/** Says in which entries two versions of a list differ: a line for each thing of a category that is otherwise. */
export function useListDifferenceWords(
  before: CategoryPack,
  after: CategoryPack,
): (differences: readonly CategoryDifference[]) => DifferenceWords[] {
  const speech = useRuleSpeech();
  const old: ListSpeech = { ...speech, pack: before, condition: useConditionWords(before) };
  const fresh: ListSpeech = { ...speech, pack: after, condition: useConditionWords(after) };
  return (differences) => differences.flatMap((difference) => wordsOf(difference, old, fresh));
}

function wordsOf(difference: CategoryDifference, old: ListSpeech, fresh: ListSpeech): DifferenceWords[] {
  const { about, id, kind, before, after } = difference;
  const { t, say } = fresh;
  const key = `${about} ${id}`;
  if (kind === 'sourced') {
    const word = (leaf: typeof before) =>
      leaf === undefined
        ? ''
        : `${t(`rules.tag.${leaf.tag}`)} ${leaf.source.join(t('application.list'))} ${leaf.asOf}`;
    return [{ key, kind, title: titleOf(difference, fresh), before: word(before), after: word(after) }];
  }
  switch (difference.about) {
    case 'category': {
      const { aspects } = difference;
      if (aspects.length > 0) {
        return aspects.map((aspect) => ({
          key: `${key} ${aspect}`,
          kind,
          title: t('categories.aspectOf', {
            name: titleOf(difference, fresh),
            what: t(`categories.aspect.${aspect}`),
          }),
          before: difference.before === undefined ? '' : aspectWords(difference.before, aspect, old),
          after: difference.after === undefined ? '' : aspectWords(difference.after, aspect, fresh),
        }));
      }
      return [
        {
          key,
          kind,
          title: titleOf(difference, fresh),
          before: difference.before === undefined ? '' : formulaWords(difference.before.formula, old),
          after: difference.after === undefined ? '' : formulaWords(difference.after.formula, fresh),
        },
      ];
    }
    case 'permit': {
      const word = (permit: typeof difference.before): string =>
        permit === undefined
          ? ''
          : [say(permit.name), ...permit.filedAs.map((each) => t(`vocabulary.documentKind.${each}`))].join(
              t('application.list'),
            );
      return [
        {
          key,
          kind,
          title: titleOf(difference, fresh),
          before: word(difference.before),
          after: word(difference.after),
        },
      ];
    }
    case 'question':
      return [
        {
          key,
          kind,
          title: titleOf(difference, fresh),
          before: difference.before === undefined ? '' : say(difference.before.text),
          after: difference.after === undefined ? '' : say(difference.after.text),
        },
      ];
    case 'whole':
      return [{ key, kind, title: titleOf(difference, fresh), before: '', after: '' }];
  }
}

function titleOf(difference: CategoryDifference, { t, say }: ListSpeech): string {
  switch (difference.about) {
    case 'category': {
      const category = difference.after ?? difference.before;
      return category === undefined ? difference.id : say(pathText(category));
    }
    case 'permit': {
      const name = (difference.after ?? difference.before)?.name;
      return t('categories.about.permit', { name: name === undefined ? difference.id : say(name) });
    }
    case 'question': {
      const text = (difference.after ?? difference.before)?.text;
      return t('categories.about.question', { text: text === undefined ? difference.id : say(text) });
    }
    case 'whole':
      return t(difference.id === 'costs' ? 'categories.about.costs' : 'categories.about.cacReview');
  }
}

function aspectWords(category: Category, aspect: CategoryAspect, speech: ListSpeech): string {
  const { t, say } = speech;
  switch (aspect) {
    case 'path':
      return say(pathText(category));
    case 'alsoCalled':
      return (category.alsoCalled ?? []).join(t('categories.list'));
    case 'formula':
      return formulaWords(category.formula, speech);
    case 'cac':
      return t(category.cac ? 'categories.cacYes' : 'categories.cacNo');
    case 'forIndividuals':
      return t(category.forIndividuals ? 'categories.individuals' : 'categories.individualsNo');
    case 'note':
      return category.note === undefined ? '' : say(category.note);
  }
}

/** A requirement in a line: papers joined by "and" and "or", conditions in front of what they ask for. */
function formulaWords(formula: Formula, speech: ListSpeech, isInner = false): string {
  const { t, say, pack, condition } = speech;
  switch (formula.op) {
    case 'atom':
    case 'scope':
      return say(leafText(formula, pack));
    case 'all_of':
    case 'any_of': {
      const parts = formula.op === 'all_of' ? formula.parts : formula.options;
      if (parts.length === 0) return t('categories.free');
      const words = parts.map((part) => formulaWords(part, speech, parts.length > 1));
      const joined = words.join(t(formula.op === 'all_of' ? 'categories.and' : 'categories.or'));
      return isInner && parts.length > 1 ? t('categories.bracket', { text: joined }) : joined;
    }
    case 'when': {
      const then = t('categories.given', {
        condition: t('categories.when', { condition: condition(formula.condition) }),
        text: formulaWords(formula.then, speech, true),
      });
      if (formula.otherwise === undefined) return then;
      const otherwise = t('categories.given', {
        condition: t('categories.otherwise'),
        text: formulaWords(formula.otherwise, speech, true),
      });
      return [then, otherwise].join(t('application.semicolon'));
    }
  }
}
