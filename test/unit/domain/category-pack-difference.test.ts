import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categoryDifferences } from '#shared/domain/category-pack-difference.ts';
import type { Category } from '#shared/domain/category-pack.ts';
import { categoryPack } from '../categories/category-pack.ts';

const asPack = (categories: readonly Category[]) => ({ ...categoryPack, categories });
const some = fc.subarray([...categoryPack.categories]);

describe('the differences of two lists', () => {
  test('are none between a list and itself in another order', () => {
    const turned = { ...categoryPack, categories: categoryPack.categories.toReversed() };
    expect(categoryDifferences(categoryPack, turned)).toEqual([]);
  });

  test('are the same from the other side, with what is new gone', () => {
    fc.assert(
      fc.property(some, some, (before, after) => {
        const there = categoryDifferences(asPack(before), asPack(after));
        const back = categoryDifferences(asPack(after), asPack(before));
        const turned = { added: 'removed', removed: 'added', changed: 'changed', sourced: 'sourced' };
        expect(back.map(({ id, kind }) => [id, kind])).toEqual(
          there.map(({ id, kind }) => [id, turned[kind]]),
        );
        const ids = (all: readonly Category[]) => new Set(all.map(({ id }) => id));
        const added = there.filter(({ kind }) => kind === 'added').map(({ id }) => id);
        expect(added).toEqual([...ids(after)].filter((id) => !ids(before).has(id)).sort());
      }),
      { numRuns: 20 },
    );
  });

  test.each<[string, Partial<Category>, readonly string[]]>([
    ['formula', { formula: { op: 'all_of', parts: [] } }, ['formula']],
    ['note', { note: { zh: '新说明', en: 'A new note' } }, ['note']],
    ['internet authority', { cac: true }, ['cac']],
    [
      'name and openness',
      {
        forIndividuals: true,
        path: [
          { zh: '甲', en: 'A' },
          { zh: '乙', en: 'B' },
        ],
      },
      ['path', 'forIndividuals'],
    ],
  ])('name what of a category is otherwise: its %s', (_, change, aspects) => {
    const categories = categoryPack.categories.map((category) =>
      category.id === 'catering.place' ? { ...category, ...change } : category,
    );
    expect(categoryDifferences(categoryPack, asPack(categories))).toMatchObject([
      { about: 'category', id: 'catering.place', kind: 'changed', aspects },
    ]);
  });

  test('tell a permit, a question and a mere source', () => {
    const [permit, ...permits] = categoryPack.permits;
    const [question, ...questions] = categoryPack.questions;
    const [category, ...categories] = categoryPack.categories;
    if (!permit || !question || !category) throw new Error('an empty list');
    const after = {
      ...categoryPack,
      permits: [{ ...permit, words: ['别的字样'] }, ...permits],
      questions,
      categories: [{ ...category, source: [...category.source, 'OWN'] }, ...categories],
    };
    const told = categoryDifferences(categoryPack, after).map(({ about, id, kind }) => [about, id, kind]);
    expect(told).toEqual([
      ['category', category.id, 'sourced'],
      ['permit', permit.id, 'changed'],
      ['question', question.id, 'removed'],
    ]);
  });
});
