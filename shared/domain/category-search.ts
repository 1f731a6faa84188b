import type { Category, CategoryPack } from './category-pack.ts';
import { pathText } from './category-pack.ts';
import { leavesOf } from './formula.ts';
import { nameKey } from './name-key.ts';
import { leafText } from './permit-words.ts';

/** The categories whose name, other name or paper holds the text; all of them for an empty one. */
export function searchCategories(pack: CategoryPack, text: string): Category[] {
  const key = nameKey(text);
  if (key === '') return [...pack.categories];
  return pack.categories.filter((category) =>
    wordsOf(category, pack).some((word) => nameKey(word).includes(key)),
  );
}

function wordsOf(category: Category, pack: CategoryPack): string[] {
  const path = pathText(category);
  const papers = leavesOf(category.formula).map((leaf) => leafText(leaf, pack));
  return [path.zh, path.en, ...(category.alsoCalled ?? []), ...papers.flatMap(({ zh, en }) => [zh, en])];
}
