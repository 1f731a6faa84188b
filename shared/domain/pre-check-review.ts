import { compareDates } from './calendar-date.ts';
import { reviewOpensOn } from './day-term.ts';
import type { PreCheckFacts } from './pre-check-facts.ts';
import type { Observation } from './pre-check-observation.ts';
import type { RulePack } from './rule-pack.ts';

const place = { at: 'account', field: 'certifiedUntil' } as const;

/** Whether there is a certification to review, and whether the platform takes its annual review already. */
export function reviewObservations(
  { kind, certification, today }: PreCheckFacts,
  { validity }: RulePack,
): Observation[] {
  if (kind !== 'annual_review' || certification === undefined || validity === null) return [];
  const { until } = certification;
  if (until === undefined) return [{ check: 'never_certified', place }];
  const opensOn = reviewOpensOn(until, validity);
  if (compareDates(today, opensOn) >= 0) return [];
  return [{ check: 'review_not_open', place, rule: validity.window, expected: opensOn, found: until }];
}
