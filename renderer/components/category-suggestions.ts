import type { CategoryPack } from '#shared/domain/category-pack.ts';
import { pathText } from '#shared/domain/category-pack.ts';
import { leavesOf } from '#shared/domain/formula.ts';
import { nameKey } from '#shared/domain/name-key.ts';

const most = 8;

/**
 * The whole texts that the last of several categories could become: what stands before it, and a name that fits; after
 * the names that fit, categories that ask for a paper of such a name.
 */
export function suggestedCategories(text: string, pack: CategoryPack): string[] {
  const at = Math.max(...[...'、，,；;\n'].map((separator) => text.lastIndexOf(separator))) + 1;
  const before = text.slice(0, at);
  const key = nameKey(text.slice(at));
  if (key === '') return [];
  const holds = (names: readonly string[]): boolean => names.some((name) => nameKey(name).includes(key));
  const named = pack.categories.filter((category) => {
    const { zh, en } = pathText(category);
    return holds([zh, en, ...(category.alsoCalled ?? [])]);
  });
  const papers = new Set(pack.permits.flatMap(({ id, name }) => (holds([name.zh, name.en]) ? [id] : [])));
  const asking = pack.categories.filter(
    (category) =>
      !named.includes(category) &&
      leavesOf(category.formula).some((leaf) => leaf.op === 'atom' && papers.has(leaf.id)),
  );
  return [...named, ...asking].map((category) => `${before}${pathText(category).zh}`).slice(0, most);
}
