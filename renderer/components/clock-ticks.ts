/** A running clock in ticks of its own unit; low ticks are days that are not worked. */
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { addDays, dateOfInstant, daysBetween } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { WorkingCalendar } from '#shared/domain/working-calendar.ts';
import { dayTicks, span } from './ticks.tsx';
import type { Tick } from './ticks.tsx';

export interface ClockTicks {
  readonly ticks: readonly Tick[];
  readonly total: number;
  readonly left: number;
}

const hourMs = 3_600_000;
/** A tick stands for two of the 24 hours. */
const hoursPerTick = 2;
/** More ticks than a month's don't fit their column. */
const mostDays = 31;

/** Undefined for what has no clock, or one of more days than can be drawn. */
export function clockTicks(
  duty: Pick<ObligationRow, 'unit' | 'total' | 'startsAtMs' | 'startsOn' | 'legalAtMs' | 'legalOn'>,
  today: CalendarDate,
  nowMs: number,
  calendar: WorkingCalendar,
): ClockTicks | undefined {
  const { unit, total } = duty;
  if (total === null) return undefined;
  switch (unit) {
    case 'hour': {
      if (duty.legalAtMs === null) return undefined;
      const left = Math.max(0, Math.ceil((duty.legalAtMs - nowMs) / hourMs));
      return { ticks: span(total / hoursPerTick, Math.ceil(left / hoursPerTick)), total, left };
    }
    case 'working_day': {
      if (duty.startsOn === null) return undefined;
      const left = Math.max(0, total - calendar.workingDaysBetween(duty.startsOn, today));
      return { ticks: span(total, left), total, left };
    }
    case 'calendar_day': {
      if (duty.startsAtMs === null || total > mostDays) return undefined;
      const start = dateOfInstant(duty.startsAtMs);
      const days = Array.from({ length: total }, (_, index) => addDays(start, index + 1));
      const ticks = dayTicks(
        days.map((date) => ({ date, off: !calendar.isWorkingDay(date) })),
        today,
      );
      return { ticks, total, left: Math.max(0, daysBetween(today, addDays(start, total))) };
    }
  }
}
