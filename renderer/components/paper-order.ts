import type { CalendarDate } from '#shared/domain/calendar-date.ts';

interface Dated {
  readonly validUntil: CalendarDate | 'forever' | null;
  readonly createdAtMs: number;
}

/** The paper that ends first on top; those without a known end behind every date, those without any last. */
export function byEnd(a: Dated, b: Dated): number {
  const end = ({ validUntil }: Dated): string =>
    validUntil === null ? '9998' : validUntil === 'forever' ? '9999' : validUntil;
  return end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : b.createdAtMs - a.createdAtMs;
}
