import { addDays, daysBetween } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { DayRuler } from './day-ruler.tsx';
import { overdueDays } from './overdue-days.ts';

/** From here on the ruler turns to the tone of a warning, in days. */
const warningDays = 30;

interface ReviewRulerProps {
  readonly opensOn: CalendarDate;
  readonly legalOn: CalendarDate;
  readonly internalOn: CalendarDate;
  readonly today: CalendarDate;
  readonly isDayOff: (date: CalendarDate) => boolean;
  /** What is to be known of the legal end, such as 国庆 or 暂定. */
  readonly legalNote: string | undefined;
}

/** The ninety days in which the platform takes an annual review, three months in one row. */
export function ReviewRuler({ opensOn, legalOn, internalOn, today, isDayOff, legalNote }: ReviewRulerProps) {
  const t = useT();
  const format = useFormat();
  const total = daysBetween(opensOn, legalOn);
  const left = daysBetween(today, legalOn);
  const window = Array.from({ length: total }, (_, index) => addDays(opensOn, index + 1));
  const days = [...window, ...overdueDays(legalOn, today)];
  return (
    <DayRuler
      days={days.map((date) => ({ date, off: isDayOff(date) }))}
      step={5}
      today={today}
      legal={legalOn}
      internal={internalOn}
      startText={t('components.ruler.opens', { date: format.monthDay(opensOn) })}
      {...(legalNote !== undefined && { legalNote })}
      tone={left <= warningDays ? 'warning' : 'info'}
      label={t('components.ruler.windowLabel', { total, n: Math.max(0, left) })}
    />
  );
}
