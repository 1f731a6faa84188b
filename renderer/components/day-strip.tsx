/**
 * Three weeks at a glance: a tick for each matter, or a height to scale; red for overdue, hollow for a legal date of what is
 * planned for another day.
 */
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { stripParts, stripScale } from './day-strip-shape.ts';
import styles from './day-strip.module.css';

export type StripDay = {
  readonly date: CalendarDate;
  readonly kind: 'working' | 'weekend' | 'holiday' | 'make_up';
  readonly due: number;
  readonly overdue: number;
  readonly legal: number;
};

type OpenDay = (date: CalendarDate, part: 'due' | 'legal') => void;

type DayStripProps = {
  readonly days: readonly StripDay[];
  readonly today: CalendarDate;
  /** Opens what the number of a day counts; where there are legal dates alone, these. */
  readonly onOpenDay?: OpenDay;
};

export function DayStrip({ days, today, onOpenDay }: DayStripProps) {
  const t = useT();
  const scale = stripScale(days);
  return (
    <ol
      className={styles.strip}
      aria-label={t(scale === null ? 'components.strip.ticks' : 'components.strip.heights')}
      style={{ gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))` }}
    >
      {days.map((day) => (
        <li
          key={day.date}
          data-today={day.date === today || undefined}
          data-off={day.kind === 'weekend' || day.kind === 'holiday' || undefined}
        >
          <Day day={day} scale={scale} onOpen={onOpenDay} />
        </li>
      ))}
    </ol>
  );
}

interface DayProps {
  readonly day: StripDay;
  readonly scale: number | null;
  readonly onOpen?: OpenDay;
}

function Day({ day, scale, onOpen }: DayProps) {
  const t = useT();
  const format = useFormat();
  const { date, due, overdue, legal } = day;
  const words = t('components.strip.day', { date: format.date(date), due, overdue, legal });
  const inside = (
    <>
      <span className="cf-hidden">{words}</span>
      <DayTicks day={day} scale={scale} />
      <span className={styles.number} aria-hidden>
        {dayNumber(date)}
      </span>
      <span className={styles.weekday} aria-hidden>
        {day.kind === 'holiday' && t('components.strip.holiday')}
        {day.kind === 'make_up' && t('components.strip.makeUp')}
        {(day.kind === 'working' || day.kind === 'weekend') && format.weekdayShort(date)}
      </span>
    </>
  );
  if (!onOpen || due + overdue + legal === 0) {
    return (
      <span className={styles.day} title={words}>
        {inside}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={`${styles.day} cf-focus-in`}
      title={words}
      onClick={() => onOpen(date, due + overdue > 0 ? 'due' : 'legal')}
    >
      {inside}
    </button>
  );
}

function DayTicks({ day, scale }: Pick<DayProps, 'day' | 'scale'>) {
  const due = day.due + day.overdue;
  return (
    <span className={styles.ticks} aria-hidden>
      <b>{due > 0 && due}</b>
      {stripParts(day, scale).map(({ kind, height }, index) => (
        <i key={index} data-kind={kind} style={{ height }} />
      ))}
    </span>
  );
}

/** The first of a month says which month. */
function dayNumber(date: CalendarDate): string {
  const day = Number(date.slice(8));
  return day === 1 ? `${Number(date.slice(5, 7))}/1` : String(day);
}
