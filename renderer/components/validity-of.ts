import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { validityOf } from '#shared/domain/validity.ts';
import type { ValidityState } from './validity-cell.tsx';

export interface ShownValidity {
  readonly state: ValidityState;
  readonly until: CalendarDate | 'forever' | null;
  readonly days: number | null;
}

/** A validity in the words of the status vocabulary. What has no date is `unknown`, which depends on what it is. */
export function shownValidity(
  until: CalendarDate | 'forever' | null,
  today: CalendarDate,
  unknown: ValidityState = 'not_certified',
): ShownValidity {
  const validity = validityOf(until ?? undefined, today);
  switch (validity.state) {
    case 'forever':
      return { state: 'no_expiry', until, days: null };
    case 'unknown':
      return { state: unknown, until: null, days: null };
    case 'expired':
    case 'expiring':
    case 'renewable':
    case 'valid':
      return { state: validity.state, until, days: validity.days };
  }
}
