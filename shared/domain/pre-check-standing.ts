import { daysBetween } from './calendar-date.ts';
import type { PreCheckFacts } from './pre-check-facts.ts';
import type { Observation } from './pre-check-observation.ts';

/** A look at the register is good for one review window; after it the subject may have changed. */
export const standingGoodForDays = 90;

const place = { at: 'client', field: 'standing' } as const;

/** Whether the subject still operates, as far as somebody has looked; persons stand in no register. */
export function standingObservations({ client, today }: PreCheckFacts): Observation[] {
  const { standing, standingCheckedOn: checkedOn, entityType } = client;
  if (entityType === 'individual') return [];
  if (standing === 'closed') return [{ check: 'subject_closed', place }];
  if (standing === 'abnormal') return [{ check: 'subject_abnormal', place }];
  if (standing === undefined || checkedOn === undefined) return [{ check: 'standing_unchecked', place }];
  if (daysBetween(checkedOn, today) <= standingGoodForDays) return [];
  return [{ check: 'standing_unchecked', place, found: checkedOn }];
}
