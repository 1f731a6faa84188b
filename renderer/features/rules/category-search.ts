import type { Category, CategoryPack } from '#shared/domain/category-pack.ts';
import { searchCategories } from '#shared/domain/category-search.ts';
import { leavesOf, partsOf } from '#shared/domain/formula.ts';

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
  return searchCategories(pack, text).filter((category) =>
    [...filters].every((filter) => passes(category, filter)),
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
