import { dateOfInstant, daysBetween } from '#shared/domain/calendar-date.ts';
import { termEnding } from '#shared/domain/day-term.ts';
import { publishedEndOf, toneOfClock } from '#shared/domain/clocks.ts';
import type { Clock as RunningClockData, DayClock, HourClock, RulerTick } from '#shared/domain/clocks.ts';
import { clockOfStage } from '#shared/domain/order-path.ts';
import { useCalendar } from '#renderer/api/use-calendar.ts';
import { useDayOffName } from '#renderer/api/use-day-off-name.ts';
import { Clock } from '#renderer/components/clock-panel.tsx';
import { DayRuler } from '#renderer/components/day-ruler.tsx';
import { overdueDays } from '#renderer/components/overdue-days.ts';
import { Ruler } from '#renderer/components/ruler.tsx';
import type { RulerMark } from '#renderer/components/ruler-layout.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';

const MINUTE_MS = 60_000;

interface RunningClockProps {
  readonly clock: RunningClockData;
  readonly ticks: readonly RulerTick[];
}

/** The clock that runs, in its own unit: thirty days, fifteen working days, twenty-four hours. */
export function RunningClock({ clock, ticks }: RunningClockProps) {
  switch (clock.unit) {
    case 'hour':
      return <Hours clock={clock} ticks={ticks} />;
    case 'working_day':
      return <WorkingDays clock={clock} ticks={ticks} />;
    case 'calendar_day':
      return <Days clock={clock} ticks={ticks} />;
  }
}

interface DayProps {
  readonly clock: DayClock;
  readonly ticks: readonly RulerTick[];
}

function Days({ clock, ticks }: DayProps) {
  const t = useT();
  const title = useClockTitle(clock.id);
  const format = useFormat();
  const { today, nowMs } = useCase();
  const dayOffName = useDayOffName();
  const calendar = useCalendar();
  const published = publishedEndOf(clock);
  // A longer clock of the firm's own moves no end of the platform's.
  const met =
    published === undefined
      ? clock
      : {
          ...clock,
          left: daysBetween(today, published),
          ...termEnding(published, calendar),
        };
  const tone = toneOfClock(met, nowMs);
  const late = overdueDays(met.legalOn, today);
  const legalNote = clock.provisional ? t('application.provisionalShort') : dayOffName(met.legalOn);
  const form =
    met.left < 0
      ? ({ form: 'overdue_days', n: -met.left, of: 'legal' } as const)
      : ({ form: 'left_days', n: met.left, of: 'legal' } as const);
  return (
    <>
      <Clock title={title} figure={format.countdown(form)} tone={tone}>
        {published === undefined ? (
          <InternalNote clock={clock} />
        ) : (
          t('application.clock.firmsEnd', { date: format.dateNear(clock.legalOn, today) })
        )}
      </Clock>
      <DayRuler
        days={[
          ...ticks.flatMap(({ date, rest }) =>
            date === undefined || date > met.legalOn ? [] : [{ date, off: rest }],
          ),
          ...late.map((date) => ({ date, off: !calendar.isWorkingDay(date) })),
        ]}
        today={today}
        legal={met.legalOn}
        internal={met.internalOn}
        startText={t(`application.clock.start.${clock.id}`, {
          date: format.monthDay(dateOfInstant(clock.startedAtMs)),
        })}
        {...(legalNote !== undefined && { legalNote })}
        tone={tone}
        label={t('application.clock.daysLabel', { total: clock.total, n: Math.max(0, met.left) })}
      />
    </>
  );
}

/** The stage's own name where the pack has one, such as 短信核验. */
function useClockTitle(id: RunningClockData['id']): string {
  const t = useT();
  const ruleText = useRuleText();
  const own = useCase().pack?.stages.find(({ stage }) => clockOfStage(stage) === id)?.title;
  return own ? ruleText(own) : t(`application.clock.title.${id}`);
}

function InternalNote({ clock }: { readonly clock: DayClock }) {
  const t = useT();
  const calendar = useCalendar();
  const format = useFormat();
  const { today } = useCase();
  const left = calendar.workingDaysBetween(today, clock.internalOn);
  if (clock.internalOn < today)
    return t('application.clock.internalPassed', { date: format.dateNear(clock.internalOn, today) });
  if (clock.internalOn === today) return t('application.clock.internalToday');
  return t('application.clock.internalLeft', { count: left });
}

function WorkingDays({ clock, ticks }: DayProps) {
  const t = useT();
  const title = useClockTitle(clock.id);
  const format = useFormat();
  const { today, nowMs } = useCase();
  const over = clock.left < 0;
  const latest = t('application.clock.latest', { date: format.dateNear(clock.legalOn, today) });
  const spent = ticks.filter(({ state }) => state === 'spent').length;
  const end = clock.provisional ? t('application.provisional', { text: latest }) : latest;
  const endMark = t('application.rail.latest', { date: format.dateNear(clock.legalOn, today) });
  const marks: readonly RulerMark[] = [
    { id: 'end', at: ticks.length, side: 'below', anchor: 'end', ink: 2, text: endMark },
    {
      id: 'today',
      at: spent,
      side: 'above',
      anchor: 'middle',
      ink: 1,
      line: true,
      text: t('components.ruler.today'),
    },
    {
      id: 'start',
      at: 0,
      side: 'below',
      anchor: 'start',
      ink: 3,
      text: t(`application.clock.start.${clock.id}`, {
        date: format.monthDay(dateOfInstant(clock.startedAtMs)),
      }),
    },
  ];
  return (
    <>
      <Clock
        title={title}
        figure={
          over
            ? t('application.clock.workingDaysOver', { count: -clock.left })
            : t('application.clock.workingDay', { n: clock.used })
        }
        of={over ? undefined : t('application.clock.ofWorkingDays', { total: clock.total })}
        tone={toneOfClock(clock, nowMs)}
      >
        {over ? t('application.clock.askPlatform') : end}
      </Clock>
      <Ruler
        ticks={ticks}
        marks={marks}
        tone={toneOfClock(clock, nowMs)}
        label={t('application.clock.workingDaysLabel', { total: clock.total, n: clock.used })}
      />
    </>
  );
}

interface HourProps {
  readonly clock: HourClock;
  readonly ticks: readonly RulerTick[];
}

function Hours({ clock, ticks }: HourProps) {
  const t = useT();
  const title = useClockTitle(clock.id);
  const format = useFormat();
  const { nowMs } = useCase();
  const left = clock.legalAtMs - nowMs;
  const minutes = Math.floor(Math.abs(left) / MINUTE_MS);
  const face = { h: Math.floor(minutes / 60), m: minutes % 60 };
  const tone = toneOfClock(clock, nowMs);
  const lapses = t(left < 0 ? 'application.clock.lapsed' : 'application.clock.lapses', {
    moment: format.moment(clock.legalAtMs, nowMs),
  });
  const marks: readonly RulerMark[] = [
    { id: 'end', at: ticks.length, side: 'below', anchor: 'end', ink: 2, text: lapses },
    {
      id: 'now',
      at: clock.used,
      side: 'above',
      anchor: 'middle',
      ink: 1,
      line: true,
      text: t('application.clock.now'),
    },
    {
      id: 'start',
      at: 0,
      side: 'below',
      anchor: 'start',
      ink: 3,
      text: t(`application.clock.start.${clock.id}`, { date: format.moment(clock.startedAtMs, nowMs) }),
    },
  ];
  return (
    <>
      <Clock
        title={title}
        figure={format.countdown({ form: left < 0 ? 'overdue_hours' : 'hours', ...face })}
        tone={tone}
      >
        {t(`application.clock.waits.${clock.id}`)}
      </Clock>
      <Ruler
        ticks={ticks}
        marks={marks}
        tone={tone}
        label={t('application.clock.hoursLabel', { total: clock.total, n: Math.max(0, clock.left) })}
      />
    </>
  );
}
