import type { ObligationRow } from '#shared/contract/obligations.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { WorkingCalendar } from '#shared/domain/working-calendar.ts';
import { Pips } from '#renderer/components/pips.tsx';
import { span, Ticks } from '#renderer/components/ticks.tsx';
import type { Tone } from '#renderer/components/tone.ts';
import { useT } from '#renderer/i18n/use-t.ts';

interface DutyDialProps {
  readonly duty: ObligationRow;
  readonly tone: Tone;
  readonly today: CalendarDate;
  readonly nowMs: number;
  readonly calendar: WorkingCalendar;
}

const hourMs = 3_600_000;
/** A tick stands for two of the 24 hours, so that the dial fits its column. */
const hoursPerTick = 2;

/** What runs out, in its own unit: attempts, hours, working days of a review. */
export function DutyDial({ duty, tone, today, nowMs, calendar }: DutyDialProps) {
  const t = useT();
  const drawn = tone === 'neutral' ? 'info' : tone;
  if (duty.kind === 'clock_refill') {
    return <Pips spent={(duty.refillNo ?? 1) - 1} using={1} total={duty.refillMax} tone={drawn} />;
  }
  if (duty.unit === 'hour' && duty.legalAtMs !== null && duty.total !== null) {
    const left = Math.max(0, Math.ceil((duty.legalAtMs - nowMs) / hourMs));
    const label = t('today.refillRuler', { total: duty.total, n: left });
    return (
      <Ticks
        ticks={span(duty.total / hoursPerTick, Math.ceil(left / hoursPerTick))}
        tone={drawn}
        label={label}
      />
    );
  }
  if (
    duty.unit === 'working_day' &&
    duty.kind === 'clock_review' &&
    duty.startsOn !== null &&
    duty.total !== null
  ) {
    const left = duty.total - calendar.workingDaysBetween(duty.startsOn, today);
    const label = t('today.refillRuler', { total: duty.total, n: Math.max(0, left) });
    return <Ticks ticks={span(duty.total, left)} tone={drawn} width={2} label={label} />;
  }
  return null;
}
