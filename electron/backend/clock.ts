import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';

/** Where the time comes from, so that tests and the demonstration can set it. */
export interface Clock {
  nowMs(): number;
  /** Today in the business time zone. */
  today(): CalendarDate;
}

export function systemClock(): Clock {
  return clockFrom(() => Date.now());
}

/** A clock that shows `startMs` when it is made and runs on from there. */
export function clockStartingAt(startMs: number): Clock {
  const offset = startMs - Date.now();
  return clockFrom(() => Date.now() + offset);
}

export function clockFrom(nowMs: () => number): Clock {
  return { nowMs, today: () => dateOfInstant(nowMs()) };
}
