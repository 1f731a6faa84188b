import type { ApplicationRow } from '#shared/contract/application-pages.ts';
import type { Countdown } from '#shared/domain/agenda.ts';
import type { BoardColumn } from '#shared/domain/board.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { useCalendar } from '#renderer/api/use-calendar.ts';
import { clockTicks } from '#renderer/components/clock-ticks.ts';
import { shortfall, Ticks } from '#renderer/components/ticks.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';

interface CardTicksProps {
  readonly row: ApplicationRow;
  readonly column: BoardColumn;
  readonly countdown: Countdown;
  readonly nowMs: number;
}

/** What runs out in ticks of its own unit; papers while they are collected. */
export function CardTicks({ row, column, countdown, nowMs }: CardTicksProps) {
  const format = useFormat();
  const calendar = useCalendar();
  const label = format.countdown(countdown);
  if (column === 'collecting') {
    const tone = countdown.tone === 'danger' ? 'danger' : 'warning';
    return (
      <Ticks ticks={shortfall(row.itemCount - row.missingCount, row.itemCount)} tone={tone} label={label} />
    );
  }
  const drawn = row.clock && clockTicks(row.clock, dateOfInstant(nowMs), nowMs, calendar);
  if (!drawn) return null;
  const tone = countdown.tone === 'neutral' ? 'info' : countdown.tone;
  return <Ticks ticks={drawn.ticks} tone={tone} label={label} />;
}
