import type { ClientDetails } from '#shared/contract/clients.ts';
import { questionIdsOf, standingAnswer } from '#shared/domain/category-answer.ts';
import { pathText } from '#shared/domain/category-pack.ts';
import type { Category, CategoryQuestion } from '#shared/domain/category-pack.ts';
import { answersOfClient } from '#backend/answers/service.ts';
import type { Backend } from '#backend/backend.ts';
import { categoriesOfAccounts, categoriesOfApplications } from './client-categories.ts';
import { findClient } from './queries.ts';

type ClientQuestion = ClientDetails['questions'][number];

/**
 * The questions that the categories of a client's accounts and open applications ask, and those that were answered
 * before, each with the answer that holds; in the order of the lists.
 */
export function questionsOfClient(backend: Backend, clientId: string): ClientQuestion[] {
  const client = findClient(backend.db, clientId);
  if (client === undefined) return [];
  const given = answersOfClient(backend, clientId);
  const named = [...categoriesOfAccounts(backend, client), ...categoriesOfApplications(backend, client)];
  const packs = new Set([
    ...named.map(({ pack }) => pack),
    ...backend.categories.all.map(({ pack }) => pack),
  ]);
  const questions = new Map<string, ClientQuestion>();
  for (const pack of packs) {
    const categories = new Set(named.filter((each) => each.pack === pack).flatMap(({ matches }) => matches));
    for (const question of pack.questions) {
      const asking = askedBy(question, categories);
      const isKnown = questions.has(question.id);
      if (isKnown || (asking.length === 0 && !Object.hasOwn(given, question.id))) continue;
      const { id: questionId, text, tag, source, asOf } = question;
      const answer = standingAnswer(question, client.entity_type, given);
      questions.set(questionId, {
        questionId,
        text,
        ...answer,
        categories: asking,
        tag,
        source: [...source],
        asOf,
      });
    }
  }
  return [...questions.values()];
}

const askedBy = ({ id }: CategoryQuestion, categories: ReadonlySet<Category>) =>
  [...categories].filter((category) => questionIdsOf(category).includes(id)).map(pathText);
