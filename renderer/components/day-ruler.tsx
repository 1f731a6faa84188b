import { daysBetween } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Ruler } from './ruler.tsx';
import type { RulerTick } from './ruler.tsx';
import type { RulerMark } from './ruler-layout.ts';
import type { Tone } from './tone.ts';

export type RulerDay = { readonly date: CalendarDate; readonly off: boolean };

type DayRulerProps = {
  /** Every day of the clock, the first day after its start to the legal date, and those since when it has passed. */
  readonly days: readonly RulerDay[];
  readonly today: CalendarDate;
  readonly legal: CalendarDate;
  /** The last working day on or before the legal date. */
  readonly internal: CalendarDate;
  /** What began it, such as 9月3日首次打回. */
  readonly startText: string;
  /** Why the two dates differ, such as 国庆. */
  readonly legalNote?: string;
  readonly label: string;
  readonly tone?: Tone;
  /** From one tick to the next, in pixels. */
  readonly step?: number;
};

/** A clock of days with today, the internal and the legal date; ticks after the internal date, and those since the legal date, are red. */
export function DayRuler(props: DayRulerProps) {
  const { days, label, tone, step } = props;
  return (
    <Ruler
      ticks={days.map((day) => tickOf(day, props))}
      marks={useMarks(props)}
      label={label}
      tone={tone}
      step={step}
    />
  );
}

type Dates = Pick<DayRulerProps, 'today' | 'internal' | 'legal'>;

/** Nearest to the ticks first: where two collide, the line of today must not cross the other's words. */
function useMarks({
  days,
  today,
  legal,
  internal,
  startText,
  legalNote,
}: DayRulerProps): readonly RulerMark[] {
  const t = useT();
  const format = useFormat();
  const daysUpTo = (date: CalendarDate): number => days.filter((day) => day.date <= date).length;
  const legalText = t('components.ruler.legal', { date: format.monthDay(legal) });
  const internalText = t('components.ruler.internal', { date: format.monthDay(internal) });
  const weekday = format.weekdayShort(internal);
  const todayText = t('components.ruler.today');
  const legalWords = legalNote
    ? t('components.ruler.noted', { text: legalText, note: legalNote })
    : legalText;
  const joinedWords = (left: number): string => {
    const words = { today: todayText, legal: legalWords, count: Math.abs(left) };
    if (left === 0) return t('components.ruler.joinedToday', words);
    return t(left > 0 ? 'components.ruler.joinedAhead' : 'components.ruler.joinedPast', words);
  };
  return [
    {
      id: 'today',
      at: daysUpTo(today),
      side: 'above',
      anchor: 'middle',
      ink: 1,
      line: true,
      text: todayText,
    },
    {
      id: 'legal',
      at: daysUpTo(legal),
      side: 'above',
      anchor: 'end',
      ink: 1,
      text: legalWords,
      joins: { id: 'today', text: joinedWords(daysBetween(today, legal)) },
    },
    {
      id: 'internal',
      at: daysUpTo(internal),
      side: 'below',
      anchor: 'end',
      ink: 2,
      text: t('components.ruler.noted', { text: internalText, note: weekday }),
    },
    {
      id: 'start',
      at: 0,
      side: 'below',
      anchor: 'start',
      ink: 3,
      text: startText,
    },
  ];
}

function tickOf(day: RulerDay, { today, internal, legal }: Dates): RulerTick {
  if (day.date > legal) return { state: 'late', rest: day.off };
  if (day.date <= today) return { state: 'spent', rest: day.off };
  return { state: day.date <= internal ? 'left' : 'late', rest: day.off };
}
