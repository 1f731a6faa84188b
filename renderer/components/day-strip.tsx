/** Three weeks at a glance: a tick for each thing due, red for overdue, hollow for a legal date on a day off. */
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './day-strip.module.css';

export type StripDay = {
  readonly date: CalendarDate;
  readonly kind: 'working' | 'weekend' | 'holiday' | 'make_up';
  readonly due: number;
  readonly overdue: number;
  readonly legal: number;
};

type DayStripProps = {
  readonly days: readonly StripDay[];
  readonly today: CalendarDate;
  readonly onOpenDay?: (date: CalendarDate) => void;
};

/** More would leave the strip; the number above says the rest. */
const mostTicks = 10;

export function DayStrip({ days, today, onOpenDay }: DayStripProps) {
  const t = useT();
  return (
    <ol
      className={styles.strip}
      aria-label={t('components.strip.label')}
      style={{ gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))` }}
    >
      {days.map((day) => (
        <li
          key={day.date}
          data-today={day.date === today || undefined}
          data-off={day.kind === 'weekend' || day.kind === 'holiday' || undefined}
        >
          <Day day={day} onOpen={onOpenDay} />
        </li>
      ))}
    </ol>
  );
}

function Day({ day, onOpen }: { readonly day: StripDay; readonly onOpen?: (date: CalendarDate) => void }) {
  const t = useT();
  const format = useFormat();
  const { date, due, overdue, legal } = day;
  const words = t('components.strip.day', { date: format.date(date), due, overdue, legal });
  const inside = (
    <>
      <span className="cf-hidden">{words}</span>
      <DayTicks day={day} />
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
    <button type="button" className={`${styles.day} cf-focus-in`} title={words} onClick={() => onOpen(date)}>
      {inside}
    </button>
  );
}

function DayTicks({ day }: { readonly day: StripDay }) {
  const due = day.due + day.overdue;
  const kinds = [
    ...Array<'legal'>(day.legal).fill('legal'),
    ...Array<'due'>(day.due).fill('due'),
    ...Array<'overdue'>(day.overdue).fill('overdue'),
  ];
  return (
    <span className={styles.ticks} aria-hidden>
      <b>{due > 0 && due}</b>
      {kinds.slice(-mostTicks).map((kind, index) => (
        <i key={index} data-kind={kind} />
      ))}
    </span>
  );
}

/** The first of a month says which month. */
function dayNumber(date: CalendarDate): string {
  const day = Number(date.slice(8));
  return day === 1 ? `${Number(date.slice(5, 7))}/1` : String(day);
}
