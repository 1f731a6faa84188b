import { expect, it } from 'vitest';
import { searchCategories } from '#shared/domain/category-search.ts';
import { categoryPack } from '#test/unit/categories/category-pack.ts';

it('finds a category by a part of its name, and by a paper; all for an empty text', () => {
  const first = (text: string) => searchCategories(categoryPack, text).map(({ path }) => path[0].zh);
  expect(first('餐饮').length).toBeGreaterThan(1);
  expect(searchCategories(categoryPack, '动物诊疗许可证').length).toBeGreaterThan(0);
  expect(searchCategories(categoryPack, '')).toHaveLength(categoryPack.categories.length);
  expect(searchCategories(categoryPack, '没有这种类目')).toEqual([]);
});
