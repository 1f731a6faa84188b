import { readFileSync } from 'node:fs';
import { categoryPackSchema } from '#shared/contract/category-pack.ts';
import type { Category, CategoryPack } from '#shared/domain/category-pack.ts';

const file = new URL('../../../resources/categories/wechat-mp-categories.json', import.meta.url);

/** The shipped pack as its file stands, unchecked. */
export const packFile: unknown = JSON.parse(readFileSync(file, 'utf8'));

/** The shipped pack as the program reads it. */
export const categoryPack: CategoryPack = categoryPackSchema.parse(packFile);

export function categoryOf(id: string): Category {
  const category = categoryPack.categories.find((one) => one.id === id);
  if (category === undefined) throw new Error(`no such category: ${id}`);
  return category;
}
