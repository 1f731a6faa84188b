import type { MovedCounts } from '#shared/contract/merging.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

const kinds = [
  'accounts',
  'applications',
  'documents',
  'contacts',
  'bankAccounts',
  'relations',
  'fees',
  'tasks',
  'notes',
  'tags',
  'answers',
] as const satisfies readonly (keyof MovedCounts)[];

/** How many of what, without those of which there are none. */
export const amountWords = (counts: Partial<MovedCounts>, t: TFunction): string[] =>
  kinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count === 0 ? [] : [t(`duplicates.amount.${kind}`, { count })];
  });
