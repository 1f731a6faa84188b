import type { CalendarDate } from './calendar-date.ts';

/** What tells which of two papers of a kind is the newer one; null where it is not known. */
export type PaperDays = {
  readonly validUntil: CalendarDate | 'forever' | null;
  readonly validFromOn: CalendarDate | null;
  readonly issuedOn: CalendarDate | null;
  readonly filedAtMs: number;
};

/**
 * Over 0 where the first is the newer one, under 0 where the second is: by the end, else the beginning, else the day of
 * issue, whichever both have and differ in; at last by when they were filed.
 */
export function compareAge(a: PaperDays, b: PaperDays): number {
  return (
    compareEnds(a.validUntil, b.validUntil) ||
    compareDays(a.validFromOn, b.validFromOn) ||
    compareDays(a.issuedOn, b.issuedOn) ||
    Math.sign(a.filedAtMs - b.filedAtMs)
  );
}

/** 0 where an end is not known, or both are the same. */
export function compareEnds(a: PaperDays['validUntil'], b: PaperDays['validUntil']): number {
  if (a === null || b === null || a === b) return 0;
  if (a === 'forever') return 1;
  return b === 'forever' || a < b ? -1 : 1;
}

function compareDays(a: CalendarDate | null, b: CalendarDate | null): number {
  if (a === null || b === null || a === b) return 0;
  return a < b ? -1 : 1;
}
