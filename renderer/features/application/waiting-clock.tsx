import type { ObligationRow } from '#shared/contract/obligations.ts';
import { addDays, dateOfInstant, daysBetween } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { unprovenOpen } from '#shared/domain/checklist-state.ts';
import { useCalendar } from '#renderer/api/use-calendar.ts';
import { Clock } from '#renderer/components/clock-panel.tsx';
import { DayRuler } from '#renderer/components/day-ruler.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { blockerCount } from './blocker-count.ts';
import { useCase } from './case-context.tsx';
import { useDayOffName } from './day-off-name.ts';
import { overdueDays } from './overdue-days.ts';
import styles from './clock-line.module.css';

/** From here on a ruler of the annual review turns to the tone of a warning, and of danger. */
const warningDays = 30;

/** No clock of the platform runs: what is waited for, and for an annual review the days until the certification ends. */
export function WaitingClock() {
  const t = useT();
  const { details, preCheck, today } = useCase();
  const { counts } = details;
  const duty = details.obligations.find(({ kind }) => kind === 'collecting');
  const overdue = duty?.internalOn ? daysBetween(duty.internalOn, today) : 0;
  const figure =
    counts.open > 0
      ? t('application.clock.missing', { count: counts.open })
      : counts.toConfirm > 0
        ? t('application.clock.toConfirm', { count: counts.toConfirm })
        : unprovenOpen(counts) > 0
          ? t('application.checklist.unproven', { count: unprovenOpen(counts) })
          : t('application.clock.complete');
  const isReady = counts.open === 0 && counts.toConfirm === 0 && blockerCount(preCheck) === 0;
  return (
    <>
      {overdue > 0 && duty ? (
        <Clock
          title={t('application.clock.overdueTitle', { figure })}
          figure={t('application.clock.overdue', { count: overdue })}
          tone="danger"
        >
          <OverdueSince duty={duty} />
        </Clock>
      ) : (
        <Clock
          title={t('application.clock.collecting')}
          figure={figure}
          tone={isReady ? 'success' : 'warning'}
        >
          {duty === undefined ? null : <WaitedSince duty={duty} />}
        </Clock>
      )}
      {duty?.opensOn && duty.legalOn && duty.internalOn ? (
        <ReviewWindow
          opensOn={duty.opensOn}
          legalOn={duty.legalOn}
          internalOn={duty.internalOn}
          provisional={duty.provisional}
        />
      ) : (
        <StageNote />
      )}
    </>
  );
}

/** What the days of an overdue case are counted from, and that it was begun later than that. */
function OverdueSince({ duty }: { readonly duty: ObligationRow }) {
  const t = useT();
  const format = useFormat();
  const { today, details } = useCase();
  if (duty.internalOn === null) return null;
  const date = format.dateNear(duty.internalOn, today);
  const openedOn = dateOfInstant(details.application.openedAtMs);
  return openedOn > duty.internalOn
    ? t('application.clock.overdueBefore', { date, opened: format.dateNear(openedOn, today) })
    : t('application.clock.overdueSince', { date });
}

function WaitedSince({ duty }: { readonly duty: ObligationRow }) {
  const t = useT();
  const format = useFormat();
  const { preCheck, today } = useCase();
  const since = duty.startsOn;
  const blockers = blockerCount(preCheck);
  if (duty.waitingOn === 'us' && blockers > 0) return t('application.step.blocked', { count: blockers });
  if (since === null) return t(`application.clock.waitingOn.${duty.waitingOn}`);
  return t(`application.clock.waitingSince.${duty.waitingOn}`, {
    date: format.dateNear(since, today),
    count: daysBetween(since, today),
  });
}

interface ReviewWindowProps {
  readonly opensOn: CalendarDate;
  readonly legalOn: CalendarDate;
  readonly internalOn: CalendarDate;
  readonly provisional: boolean;
}

/** The ninety days in which the platform takes an annual review, three months in one row. */
function ReviewWindow({ opensOn, legalOn, internalOn, provisional }: ReviewWindowProps) {
  const t = useT();
  const format = useFormat();
  const { today } = useCase();
  const dayOffName = useDayOffName();
  const calendar = useCalendar();
  const total = daysBetween(opensOn, legalOn);
  const left = daysBetween(today, legalOn);
  const window = Array.from({ length: total }, (_, index) => addDays(opensOn, index + 1));
  const days = [...window, ...overdueDays(legalOn, today)];
  const legalNote = provisional ? t('application.provisionalShort') : dayOffName(legalOn);
  return (
    <DayRuler
      days={days.map((date) => ({ date, off: !calendar.isWorkingDay(date) }))}
      step={5}
      today={today}
      legal={legalOn}
      internal={internalOn}
      startText={t('application.clock.opens', { date: format.monthDay(opensOn) })}
      {...(legalNote !== undefined && { legalNote })}
      tone={left <= warningDays ? 'warning' : 'info'}
      label={t('application.clock.windowLabel', { total, n: Math.max(0, left) })}
    />
  );
}

function StageNote() {
  const ruleText = useRuleText();
  const { details, pack } = useCase();
  const rule = pack?.stages.find(({ stage }) => stage === details.application.stage);
  return <p className={styles.stageNote}>{rule && ruleText(rule.note)}</p>;
}
