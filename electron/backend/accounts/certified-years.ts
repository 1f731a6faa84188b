import { calendarDate, daysBetween } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';

/** A certification runs for a year: an end that moves on by less than half of one was corrected, not renewed. */
const renewalDays = 183;

/**
 * The ends of earlier certified years, oldest first, from the moves of the end date (oldest first, YYYY-MM-DD): the
 * ends that a renewal has replaced.
 */
export function certifiedYears(
  moves: readonly { readonly before_on: string | null; readonly after_on: string | null }[],
): CalendarDate[] {
  const ends = new Set<CalendarDate>();
  for (const { before_on: before, after_on: after } of moves) {
    if (before === null || after === null) continue;
    const [from, to] = [calendarDate(before), calendarDate(after)];
    if (daysBetween(from, to) >= renewalDays) ends.add(from);
    // A renewal that was taken back: the end is the current one again.
    else ends.delete(to);
  }
  return [...ends].sort();
}
