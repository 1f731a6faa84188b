import { instantOf } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { readTypedTime } from './typed-time.ts';

const MINUTE_MS = 60_000;

/** When something happened, as it was typed. */
export interface TypedMoment {
  readonly date: CalendarDate | null;
  readonly time: string;
}

export const momentFaults = ['no_date', 'no_time', 'before_stage', 'in_future'] as const;
export type MomentFault = (typeof momentFaults)[number];
export type ReadMoment =
  { readonly ok: true; readonly atMs: number } | { readonly ok: false; readonly fault: MomentFault };

interface Bounds {
  /** A step can't have happened before its stage began. */
  readonly stageSinceAtMs?: number;
  readonly nowMs: number;
}

/**
 * Reads the moment of a step or a note. People know the minute, the program the millisecond: within the minute in which the
 * stage began, its own moment is taken.
 */
export function readMoment(
  { date, time }: TypedMoment,
  { stageSinceAtMs = -Infinity, nowMs }: Bounds,
): ReadMoment {
  if (date === null) return { ok: false, fault: 'no_date' };
  const clock = readTypedTime(time);
  if (clock === null) return { ok: false, fault: 'no_time' };
  const atMs = instantOf(date, clock);
  if (atMs > nowMs) return { ok: false, fault: 'in_future' };
  if (atMs >= stageSinceAtMs) return { ok: true, atMs };
  const isSameMinute = stageSinceAtMs - atMs < MINUTE_MS;
  return isSameMinute ? { ok: true, atMs: stageSinceAtMs } : { ok: false, fault: 'before_stage' };
}
