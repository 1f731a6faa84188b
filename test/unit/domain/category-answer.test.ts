import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  impliedAnswer,
  questionIdsOf,
  standingAnswer,
  standingAnswers,
} from '#shared/domain/category-answer.ts';
import { judgeCategory } from '#shared/domain/category-verdict.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { categoryPack } from '#test/unit/categories/category-pack.ts';
import { cleanCase, sampleSeed } from './pre-check-cases.ts';

const question = (id: string) => {
  const found = categoryPack.questions.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('the answer to a question of a category list', () => {
  it('is the one that was given where the kind of body decides nothing', () => {
    const resells = question('resells_prepaid_cards');
    expect(standingAnswer(resells, 'company', {})).toEqual({ isYes: null, by: null, given: null });
    expect(standingAnswer(resells, 'company', { resells_prepaid_cards: false })).toEqual({
      isYes: false,
      by: 'client',
      given: false,
    });
  });

  it('is that of the kind of body where there is one, and what was given otherwise stays to be seen', () => {
    const isPublic = question('school_is_public');
    expect(standingAnswer(isPublic, 'company', { school_is_public: true })).toEqual({
      isYes: false,
      by: 'entity_type',
      given: true,
    });
  });

  it('never contradicts the kind of body, whatever is given', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...entityTypes),
        fc.dictionary(
          fc.constantFrom(...categoryPack.questions.map(({ id }) => id), 'unheard_of'),
          fc.boolean(),
        ),
        (entityType, given) => {
          const standing = standingAnswers(categoryPack, entityType, given);
          expect(standing.has('unheard_of')).toBe(false);
          for (const one of categoryPack.questions) {
            const implied = impliedAnswer(one, entityType);
            expect(standing.get(one.id)).toBe(implied ?? given[one.id]);
          }
        },
      ),
    );
  });

  it('decides the way of each category that asks it', () => {
    const clean = cleanCase(sampleSeed);
    const school = categoryPack.categories.find(({ id }) => id === 'education.school');
    if (school === undefined) throw new Error('education.school');
    expect(questionIdsOf(school)).toEqual(['school_is_public']);
    const itemsFor = (entityType: 'foundation' | 'company', isPublic?: boolean) =>
      judgeCategory(school, categoryPack, {
        ...clean,
        papers: [],
        client: { entityType },
        ...(isPublic !== undefined && { answers: { school_is_public: isPublic } }),
      }).ways.map(({ items, assuming }) => [
        items.map((leaf) => (leaf.op === 'atom' ? leaf.id : 'scope')).join('+'),
        assuming.length,
      ]);
    expect(itemsFor('foundation', false)).toEqual([['private_school_permit', 0]]);
    expect(itemsFor('foundation', true)).toEqual([['public_institution_certificate', 0]]);
    expect(itemsFor('company', true)).toEqual([['private_school_permit', 0]]);
    expect(itemsFor('foundation').length).toBe(2);
  });
});
