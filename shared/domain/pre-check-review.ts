import { compareDates } from './calendar-date.ts';
import { reviewOpensOn } from './day-term.ts';
import type { PreCheckFacts } from './pre-check-facts.ts';
import type { Observation } from './pre-check-observation.ts';
import type { RulePack } from './rule-pack.ts';

const place = { at: 'account', field: 'certifiedUntil' } as const;

/** Two certifications of one account under way: each is an order of its own, with its own fee. */
export const doubleObservations = ({ otherCertification: found }: PreCheckFacts): Observation[] =>
  found === undefined ? [] : [{ check: 'certified_twice', place: { at: 'attempts' }, found }];

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
