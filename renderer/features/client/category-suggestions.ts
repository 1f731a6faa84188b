import type { CategoryPack } from '#shared/domain/category-pack.ts';
import { pathText } from '#shared/domain/category-pack.ts';
import { nameKey } from '#shared/domain/name-key.ts';

const most = 8;

/** The whole texts that the last of several categories could become: what stands before it, and a name that fits. */
export function suggestedCategories(text: string, { categories }: CategoryPack): string[] {
  const at = Math.max(...[...'、，,；;\n'].map((separator) => text.lastIndexOf(separator))) + 1;
  const before = text.slice(0, at);
  const key = nameKey(text.slice(at));
  if (key === '') return [];
  return categories
    .filter((category) => {
      const { zh, en } = pathText(category);
      return [zh, en, ...(category.alsoCalled ?? [])].some((name) => nameKey(name).includes(key));
    })
    .map((category) => `${before}${pathText(category).zh}`)
    .slice(0, most);
}
