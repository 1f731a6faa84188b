import type { Category, CategoryPack, CategoryQuestion } from './category-pack.ts';
import type { EntityType } from './entity-type.ts';
import { conditionsOf } from './formula.ts';

/** What a client was said to answer, by question id. */
export type GivenAnswers = Readonly<Record<string, boolean>>;

/** The answer that holds of a client, and where it comes from; without either it is open. */
export type StandingAnswer = {
  readonly isYes: boolean | null;
  readonly by: 'entity_type' | 'client' | null;
  /** What was given; it may differ from what holds where the kind of body has changed since. */
  readonly given: boolean | null;
};

/** The answer that the kind of body gives by itself; undefined where it decides nothing. */
export function impliedAnswer(
  { yesFor, noFor }: Pick<CategoryQuestion, 'yesFor' | 'noFor'>,
  entityType: EntityType,
): boolean | undefined {
  if (yesFor.includes(entityType)) return true;
  return noFor.includes(entityType) ? false : undefined;
}

/**
 * Which answer holds of a question. What the kind of body implies goes before what was given: to say otherwise the
 * entity type has to be mended, since the papers follow from it as well.
 */
export function standingAnswer(
  question: CategoryQuestion,
  entityType: EntityType,
  answers: GivenAnswers = {},
): StandingAnswer {
  const given = Object.hasOwn(answers, question.id) ? (answers[question.id] ?? null) : null;
  const implied = impliedAnswer(question, entityType);
  if (implied !== undefined) return { isYes: implied, by: 'entity_type', given };
  return { isYes: given, by: given === null ? null : 'client', given };
}

/** Every answer that holds of a client, by question id: the questions of the pack that are not open. */
export function standingAnswers(
  { questions }: Pick<CategoryPack, 'questions'>,
  entityType: EntityType,
  answers: GivenAnswers = {},
): Map<string, boolean> {
  return new Map(
    questions.flatMap((question): [string, boolean][] => {
      const { isYes } = standingAnswer(question, entityType, answers);
      return isYes === null ? [] : [[question.id, isYes]];
    }),
  );
}

/** The questions that a category's formula asks, in its order, each once. */
export const questionIdsOf = ({ formula }: Pick<Category, 'formula'>): string[] => [
  ...new Set(conditionsOf(formula).flatMap((condition) => (condition.on === 'answer' ? [condition.id] : []))),
];
