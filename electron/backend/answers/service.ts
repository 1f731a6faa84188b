import { AppError } from '#shared/contract/errors.ts';
import { impliedAnswer } from '#shared/domain/category-answer.ts';
import type { GivenAnswers } from '#shared/domain/category-answer.ts';
import type { CategoryQuestion } from '#shared/domain/category-pack.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { Backend } from '#backend/backend.ts';
import { answersOf, entityTypeOf, findAnswer } from './queries.ts';

/** What was said of a client to the questions of the category lists, by question id. */
export const answersOfClient = ({ db }: Pick<Backend, 'db'>, clientId: string): GivenAnswers =>
  Object.fromEntries(answersOf(db, clientId).map(({ question_id, is_yes }) => [question_id, is_yes === 1]));

export interface AnswerInput {
  readonly clientId: string;
  readonly questionId: string;
  /** Null takes the answer back. */
  readonly isYes: boolean | null;
}

/**
 * Writes what a client answers. Throws AppError: NOT_FOUND (the client, or a question that no list asks),
 * ANSWER_IMPLIED when the kind of body says otherwise.
 */
export function setAnswer(backend: Backend, { clientId, questionId, isYes }: AnswerInput) {
  const { db } = backend;
  const { changeId } = backend.changes.record('clients.setAnswer', (change) => {
    const entityType = entityTypeOf(db, clientId);
    if (entityType === undefined) throw new AppError('NOT_FOUND', { what: 'clients', id: clientId });
    // A row stands for the pair of client and question, so that an answer that is given again is the same row.
    const id = `${clientId}.${questionId}`;
    const known = findAnswer(db, id);
    if (isYes === null) {
      if (known !== undefined) change.remove('client_answers', id);
      return;
    }
    refuseContradiction(questionOf(backend, questionId), entityType, isYes);
    const answer = { is_yes: isYes ? 1 : 0 };
    if (known === undefined) {
      change.insert('client_answers', { id, client_id: clientId, question_id: questionId, ...answer });
      return;
    }
    if (known.deleted_at_ms !== null) change.restore('client_answers', id);
    change.update('client_answers', id, answer);
  });
  return { changeId };
}

function questionOf({ categories }: Backend, id: string): CategoryQuestion {
  const question = categories.all.flatMap(({ pack }) => pack.questions).find((one) => one.id === id);
  if (question === undefined) throw new AppError('NOT_FOUND', { what: 'questions', id });
  return question;
}

function refuseContradiction(question: CategoryQuestion, entityType: EntityType, isYes: boolean): void {
  const implied = impliedAnswer(question, entityType);
  if (implied === undefined || implied === isYes) return;
  throw new AppError('ANSWER_IMPLIED', { questionId: question.id, entityType, isYes: implied });
}
