import type { Category, CategoryPack } from './category-pack.ts';
import { permitSorts } from './category-pack.ts';
import { questionIdsOf } from './category-answer.ts';
import { cheapestWays } from './formula-completion.ts';
import { conditionsOf, leavesOf, partsOf } from './formula.ts';
import type { AnyOf, Formula, FormulaFacts } from './formula.ts';
import { entityTypes } from './entity-type.ts';
import { nameKey } from './name-key.ts';
import type { Provenance } from './rule-pack.ts';
import { sourceFaults } from './source-faults.ts';
import type { Placed, SourceFaultCode } from './source-faults.ts';

/** A way in which the parts of a category pack do not fit together; `at` names the place. */
export type CategoryPackFault = {
  readonly code:
    | SourceFaultCode
    | 'duplicate_id'
    | 'duplicate_path'
    | 'unknown_permit'
    | 'unused_permit'
    | 'unrecognisable_permit'
    | 'unknown_question'
    | 'unused_question'
    | 'answered_both_ways'
    | 'unknown_category'
    | 'never_met'
    | 'option_never_met'
    | 'cost_not_above_zero';
  readonly at: string;
};

/** Everything in a well-formed pack that points nowhere, is named twice, or can never be met. */
export function categoryPackFaults(pack: CategoryPack): CategoryPackFault[] {
  return [
    ...sourceFaults(pack, leaves(pack)),
    ...duplicateFaults(pack),
    ...permitFaults(pack),
    ...questionFaults(pack),
    ...pack.categories.flatMap((category) => categoryFaults(pack, category)),
    ...costFaults(pack),
  ];
}

const leaves = (pack: CategoryPack): Placed<Provenance>[] => [
  ['cacReview', pack.cacReview],
  ['costs', pack.costs],
  ...(pack.unknowns ?? []).map((unknown): Placed<Provenance> => [`unknowns.${unknown.id}`, unknown]),
  ...pack.questions.map((question): Placed<Provenance> => [`questions.${question.id}`, question]),
  ...pack.permits.map((permit): Placed<Provenance> => [`permits.${permit.id}`, permit]),
  ...pack.permits.flatMap(({ id, usualTerm }): Placed<Provenance>[] =>
    usualTerm === undefined ? [] : [[`permits.${id}.usualTerm`, usualTerm]],
  ),
  ...pack.categories.map((category): Placed<Provenance> => [`categories.${category.id}`, category]),
];

function duplicateFaults({
  sources,
  unknowns = [],
  questions,
  permits,
  categories,
}: CategoryPack): CategoryPackFault[] {
  const ids = (code: 'duplicate_id' | 'duplicate_path', at: string, values: readonly string[]) =>
    repeated(values).map((value): CategoryPackFault => ({ code, at: `${at}.${value}` }));
  const paths = (language: 'zh' | 'en') =>
    categories.map(({ path: [first, second] }) => `${nameKey(first[language])}-${nameKey(second[language])}`);
  return [
    ...ids(
      'duplicate_id',
      'sources',
      sources.map(({ code }) => code),
    ),
    ...ids(
      'duplicate_id',
      'unknowns',
      unknowns.map(({ id }) => id),
    ),
    ...ids(
      'duplicate_id',
      'questions',
      questions.map(({ id }) => id),
    ),
    ...ids(
      'duplicate_id',
      'permits',
      permits.map(({ id }) => id),
    ),
    ...ids(
      'duplicate_id',
      'categories',
      categories.map(({ id }) => id),
    ),
    ...ids('duplicate_path', 'categories', paths('zh')),
    ...ids('duplicate_path', 'categories', paths('en')),
  ];
}

const repeated = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

const atomIds = (formula: Formula): string[] =>
  leavesOf(formula).flatMap((leaf) => (leaf.op === 'atom' ? [leaf.id] : []));

function permitFaults({ permits, categories }: CategoryPack): CategoryPackFault[] {
  const used = new Set(categories.flatMap(({ formula }) => atomIds(formula)));
  return permits.flatMap(({ id, words, ownKind, filedAs }) => {
    const at = `permits.${id}`;
    const faults: CategoryPackFault[] = [];
    if (!used.has(id)) faults.push({ code: 'unused_permit', at });
    const isKnownByKind = ownKind !== undefined && filedAs.includes(ownKind);
    if (!isKnownByKind && (words.length === 0 || ownKind !== undefined)) {
      faults.push({ code: 'unrecognisable_permit', at });
    }
    return faults;
  });
}

function questionFaults({ questions, categories }: CategoryPack): CategoryPackFault[] {
  const used = new Set(categories.flatMap(questionIdsOf));
  return questions.flatMap(({ id, yesFor, noFor }) => {
    const at = `questions.${id}`;
    const faults: CategoryPackFault[] = [];
    if (!used.has(id)) faults.push({ code: 'unused_question', at });
    if (yesFor.some((type) => noFor.includes(type))) faults.push({ code: 'answered_both_ways', at });
    return faults;
  });
}

function categoryFaults(pack: CategoryPack, category: Category): CategoryPackFault[] {
  const at = `categories.${category.id}`;
  const { permits, questions, categories } = pack;
  const unknownPermits = atomIds(category.formula)
    .filter((id) => !permits.some((permit) => permit.id === id))
    .map((id): CategoryPackFault => ({ code: 'unknown_permit', at: `${at}.${id}` }));
  const unknownQuestions = questionIdsOf(category)
    .filter((id) => !questions.some((question) => question.id === id))
    .map((id): CategoryPackFault => ({ code: 'unknown_question', at: `${at}.${id}` }));
  const unknownCategories = conditionsOf(category.formula)
    .flatMap((condition) => (condition.on === 'category' ? condition.in : []))
    .filter((id) => !categories.some((other) => other.id === id))
    .map((id): CategoryPackFault => ({ code: 'unknown_category', at: `${at}.${id}` }));
  return [
    ...unknownPermits,
    ...unknownQuestions,
    ...unknownCategories,
    ...metFaults(pack, category.formula, at, category.id),
  ];
}

/** Whoever may take the category must be able to meet it, and every option must be of use to somebody. */
function metFaults(pack: CategoryPack, formula: Formula, at: string, category: string): CategoryPackFault[] {
  const bodies = entityTypes
    .filter((type) => !pack.notFor.includes(type))
    .map((entityType): FormulaFacts => ({
      atHand: new Map(),
      entityType,
      platform: pack.platform,
      category,
    }));
  const isPossible = (part: Formula): boolean => bodies.some((facts) => cheapestWays(part, facts).length > 0);
  if (!isPossible(formula)) return [{ code: 'never_met', at }];
  const choices = partsOf(formula).filter((part): part is AnyOf => part.op === 'any_of');
  return choices.flatMap(({ options }) =>
    options
      .filter((option) => !isPossible(option))
      .map((): CategoryPackFault => ({ code: 'option_never_met', at })),
  );
}

const costFaults = ({ costs }: CategoryPack): CategoryPackFault[] =>
  [...permitSorts, 'scope' as const]
    .filter((sort) => !(costs.of[sort] > 0))
    .map((sort) => ({ code: 'cost_not_above_zero', at: `costs.${sort}` }));
