import type { CalendarDate } from './calendar-date.ts';
import { addDays } from './calendar-date.ts';
import type { ValidityRule } from './rule-pack.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The two dates of a day term, and whether a year without a published holiday notice is involved. */
export type DayTerm = {
  readonly legalOn: CalendarDate;
  readonly internalOn: CalendarDate;
  readonly provisional: boolean;
};

/** The term with that legal end: it never shifts, the internal date is the last working day on or before it. */
export function termEnding(legalOn: CalendarDate, calendar: WorkingCalendar): DayTerm {
  const internalOn = calendar.lastWorkingDayOnOrBefore(legalOn);
  return { legalOn, internalOn, provisional: calendar.isProvisional(legalOn) };
}

/** The first day on which the platform takes the annual review of a certification that ends then. */
export const reviewOpensOn = (
  certifiedUntil: CalendarDate,
  { window }: Pick<ValidityRule, 'window'>,
): CalendarDate => addDays(certifiedUntil, -window.daysBefore);

/** When the annual review of a certification opens, by when the firm means to submit it, and when it is too late. */
export function reviewWindowOf(
  certifiedUntil: CalendarDate,
  validity: ValidityRule,
  calendar: WorkingCalendar,
): DayTerm & { readonly opensOn: CalendarDate } {
  const plannedOn = addDays(certifiedUntil, -validity.plan.submitDaysBefore);
  return {
    ...termEnding(plannedOn, calendar),
    opensOn: reviewOpensOn(certifiedUntil, validity),
    legalOn: certifiedUntil,
  };
}
