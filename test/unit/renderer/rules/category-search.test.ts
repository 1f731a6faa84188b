import { describe, expect, it } from 'vitest';
import type { CategoryFilter } from '#renderer/features/rules/category-search.ts';
import { foundCategories } from '#renderer/features/rules/category-search.ts';
import { categoryPack as pack } from '#test/unit/categories/category-pack.ts';

const found = (text: string, ...filters: readonly CategoryFilter[]) =>
  foundCategories(pack, text, new Set(filters)).map(({ id }) => id);

describe('looking for a category', () => {
  it('finds by its own name, by what else it is called, and by its papers', () => {
    expect(found('外卖平台')).toEqual(['catering.delivery_platform']);
    expect(found('火锅')).toEqual(['catering.place']);
    expect(found('典当经营许可证')).toEqual(['business.pawn']);
    expect(found('pawnbroking')).toEqual(['business.pawn']);
    expect(found('')).toHaveLength(pack.categories.length);
    expect(found('没有这样的')).toEqual([]);
  });

  it('keeps what passes every filter', () => {
    expect(found('', 'cac')).toHaveLength(12);
    expect(found('', 'individuals', 'asking')).toEqual(['business.lawyer', 'education.online']);
    expect(found('', 'cac', 'individuals')).toEqual([]);
  });
});
