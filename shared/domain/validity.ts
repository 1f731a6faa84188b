import type { CalendarDate } from './calendar-date.ts';
import { daysBetween } from './calendar-date.ts';
import type { Tone } from './tone.ts';

const DAYS_PER_MONTH = 365.25 / 12;
const EXPIRING_DAYS = 30;
/** The window in which WeChat accepts the annual review (measured on two API answers of its community). */
const RENEWABLE_DAYS = 90;

/** How long something is still good. `days` counts to the last valid day; `months` 0 to 12 fills the month ticks. */
export type Validity =
  | {
      readonly state: 'expired' | 'expiring' | 'renewable' | 'valid';
      readonly days: number;
      readonly months: number;
      readonly tone: Tone;
    }
  | { readonly state: 'forever'; readonly months: 12; readonly tone: Tone }
  | { readonly state: 'unknown'; readonly months: 0; readonly tone: Tone };

/** Judges an end date on a day: the end date itself still counts as valid. */
export function validityOf(
  until: CalendarDate | 'forever' | null | undefined,
  today: CalendarDate,
): Validity {
  if (until === undefined || until === null) return { state: 'unknown', months: 0, tone: 'neutral' };
  if (until === 'forever') return { state: 'forever', months: 12, tone: 'success' };
  const days = daysBetween(today, until);
  const months = Math.max(0, Math.min(12, Math.ceil(days / DAYS_PER_MONTH)));
  if (days < 0) return { state: 'expired', days, months: 0, tone: 'danger' };
  if (days <= EXPIRING_DAYS) return { state: 'expiring', days, months, tone: 'warning' };
  if (days <= RENEWABLE_DAYS) return { state: 'renewable', days, months, tone: 'info' };
  return { state: 'valid', days, months, tone: 'success' };
}
