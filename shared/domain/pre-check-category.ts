import type { CategoryPack } from './category-pack.ts';
import type { PreCheckFacts } from './pre-check-facts.ts';
import type { Observation } from './pre-check-observation.ts';
import type { RulePack } from './rule-pack.ts';

const place = { at: 'account', field: 'category' } as const;

/**
 * Whether anybody wrote down which categories the account has, where the platform's list could tell what they ask for:
 * without them no permit was looked at, and after a return for one nobody knows which it is about.
 */
export function categoryObservations(
  { category = '', appliedCategory, client, returns, isReturned }: PreCheckFacts,
  { returnReasons }: Pick<RulePack, 'returnReasons'>,
  categories: CategoryPack | undefined,
): Observation[] {
  if (categories === undefined || categories.notFor.includes(client.entityType)) return [];
  if (appliedCategory !== undefined || category.trim() !== '') return [];
  const last = isReturned ? returns.at(-1)?.reasonCode : undefined;
  const reason = returnReasons.find(({ code, rejects }) => code === last && rejects === 'permit');
  if (reason === undefined) return [{ check: 'category_missing', place }];
  return [{ check: 'category_missing_returned', place, rule: reason }];
}
