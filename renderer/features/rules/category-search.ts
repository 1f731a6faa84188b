import type { Category, CategoryPack } from '#shared/domain/category-pack.ts';
import { pathText } from '#shared/domain/category-pack.ts';
import { leavesOf, partsOf } from '#shared/domain/formula.ts';
import { nameKey } from '#shared/domain/name-key.ts';
import { leafText } from '#shared/domain/permit-words.ts';

export const categoryFilters = ['asking', 'cac', 'individuals'] as const;
export type CategoryFilter = (typeof categoryFilters)[number];

/** Whether somebody has to show anything at all. */
export const asksForPapers = ({ formula }: Category): boolean =>
  leavesOf(formula).length > 0 || partsOf(formula).some(({ op }) => op === 'when');

/** The categories whose name, other name or paper holds the text, and that pass every chosen filter. */
export function foundCategories(
  pack: CategoryPack,
  text: string,
  filters: ReadonlySet<CategoryFilter>,
): Category[] {
  const key = nameKey(text);
  return pack.categories.filter(
    (category) =>
      [...filters].every((filter) => passes(category, filter)) &&
      (key === '' || wordsOf(category, pack).some((word) => nameKey(word).includes(key))),
  );
}

function passes(category: Category, filter: CategoryFilter): boolean {
  switch (filter) {
    case 'asking':
      return asksForPapers(category);
    case 'cac':
      return category.cac;
    case 'individuals':
      return category.forIndividuals;
  }
}

function wordsOf(category: Category, pack: CategoryPack): string[] {
  const path = pathText(category);
  const papers = leavesOf(category.formula).map((leaf) => leafText(leaf, pack));
  return [path.zh, path.en, ...(category.alsoCalled ?? []), ...papers.flatMap(({ zh, en }) => [zh, en])];
}
