import type { Category, CategoryPack, CategoryQuestion, Permit } from './category-pack.ts';
import { differencesBetween } from './rule-pack-difference.ts';
import { sorted } from './same-value.ts';
import type { DifferenceKind } from './rule-pack-difference.ts';
import type { Provenance } from './rule-pack.ts';

const categoryAspects = ['path', 'alsoCalled', 'formula', 'cac', 'forIndividuals', 'note'] as const;
/** What of a category can be otherwise. */
export type CategoryAspect = (typeof categoryAspects)[number];

type Differing<About, Leaf> = {
  readonly about: About;
  readonly id: string;
  readonly kind: DifferenceKind;
  readonly before?: Leaf;
  readonly after?: Leaf;
};

/** One entry in which two versions of a list differ; `aspects` names what of a changed category is otherwise. */
export type CategoryDifference =
  | (Differing<'category', Category> & { readonly aspects: readonly CategoryAspect[] })
  | Differing<'permit', Permit>
  | Differing<'question', CategoryQuestion>
  | Differing<'whole', Provenance>;

/** Every category, permit and question that one version of a list has and the other has not or has otherwise. */
export function categoryDifferences(before: CategoryPack, after: CategoryPack): CategoryDifference[] {
  const between = <Leaf extends Provenance>(
    leavesOf: (pack: CategoryPack) => readonly (readonly [string, Leaf])[],
  ) =>
    differencesBetween(new Map(leavesOf(before)), new Map(leavesOf(after))).map(({ place: id, ...rest }) => ({
      id,
      ...rest,
    }));
  const byId = <Leaf extends { readonly id: string }>(leaves: readonly Leaf[]) =>
    leaves.map((leaf) => [leaf.id, leaf] as const);
  return [
    ...between((pack) => byId(pack.categories)).map((difference) => ({
      about: 'category' as const,
      ...difference,
      aspects: aspectsOf(difference.before, difference.after),
    })),
    ...between((pack) => byId(pack.permits)).map((difference) => ({
      about: 'permit' as const,
      ...difference,
    })),
    ...between((pack) => byId(pack.questions)).map((difference) => ({
      about: 'question' as const,
      ...difference,
    })),
    ...between<Provenance>(({ cacReview, costs }) => [
      ['cacReview', cacReview],
      ['costs', costs],
    ]).map((difference) => ({ about: 'whole' as const, ...difference })),
  ];
}

function aspectsOf(before: Category | undefined, after: Category | undefined): CategoryAspect[] {
  if (before === undefined || after === undefined) return [];
  const textOf = (value: unknown): string => JSON.stringify(sorted(value ?? null));
  return categoryAspects.filter((aspect) => textOf(before[aspect]) !== textOf(after[aspect]));
}
