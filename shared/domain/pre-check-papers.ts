import type { CheckId } from './check-rule.ts';
import type { ItemState } from './checklist-state.ts';
import type { PreCheckFacts } from './pre-check-facts.ts';
import type { Observation } from './pre-check-observation.ts';

const checkOfState: Readonly<Partial<Record<ItemState, CheckId>>> = {
  missing: 'paper_missing',
  expired: 'paper_expired',
  rejected: 'paper_rejected',
  expiring: 'paper_expiring',
  to_confirm: 'paper_unconfirmed',
};

/**
 * Every item of the checklist that is not simply in order, on the word of the item's own rule. What a category lacks is
 * left out where the findings about its permits say it already.
 */
export function paperObservations({ items }: PreCheckFacts, isCategoryTold = false): Observation[] {
  const own = isCategoryTold ? items.filter((item) => !isOfVerdict(item)) : items;
  return own.filter(isNamed).flatMap((item): Observation[] => {
    const check = checkOfState[item.state];
    if (check === undefined) return [];
    const { reason } = item;
    // What was sent back and not replaced is told with the return.
    if (reason?.code === 'rejected') return [];
    const found = reason?.code === 'expired' || reason?.code === 'expires' ? { found: reason.on } : {};
    const place = { at: 'item', requirementId: item.requirementId } as const;
    const title = item.state === 'missing' ? (item.choices[0]?.title ?? item.title) : item.title;
    const rule = item.state === 'expiring' ? (item.marginBasis ?? item) : item;
    return [{ check, place, rule, title, ...found }];
  });
}

type Item = PreCheckFacts['items'][number];

/** A line whose state the category's verdict repeats. */
function isOfVerdict({ asks, state, reason }: Item): boolean {
  if (asks === undefined) return false;
  if (state === 'missing' || state === 'expired') return true;
  return (
    reason?.code === 'extent_unknown' || reason?.code === 'scope_unknown' || reason?.code === 'answer_unknown'
  );
}

/** Of alternatives that are all missing, the first stands for the choice; any one of them would do. */
function isNamed(item: Item, _: number, items: readonly Item[]): boolean {
  const choiceId = item.choices[0]?.choiceId;
  if (item.state !== 'missing' || choiceId === undefined) return true;
  const missing = items.filter(
    ({ state, choices }) => state === 'missing' && choices[0]?.choiceId === choiceId,
  );
  return missing.every(({ position }) => position >= item.position);
}
