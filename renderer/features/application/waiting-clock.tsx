import type { ObligationRow } from '#shared/contract/obligations.ts';
import { dateOfInstant, daysBetween } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { unprovenOpen } from '#shared/domain/checklist-state.ts';
import { useCalendar } from '#renderer/api/use-calendar.ts';
import { useDayOffName } from '#renderer/api/use-day-off-name.ts';
import { Clock } from '#renderer/components/clock-panel.tsx';
import { ReviewRuler } from '#renderer/components/review-ruler.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { blockerCount } from './blocker-count.ts';
import { useCase } from './case-context.tsx';
import styles from './clock-line.module.css';

/** No clock of the platform runs: what is waited for, and for an annual review the days until the certification ends. */
export function WaitingClock() {
  const t = useT();
  const format = useFormat();
  const { details, preCheck, today } = useCase();
  const { counts } = details;
  const duty = details.obligations.find(({ kind }) => kind === 'collecting');
  const overdue = duty?.internalOn ? daysBetween(duty.internalOn, today) : 0;
  const ended = duty?.legalOn ? daysBetween(duty.legalOn, today) : 0;
  const figure =
    counts.open > 0
      ? t('application.clock.missing', { count: counts.open })
      : counts.toConfirm > 0
        ? t('application.clock.toConfirm', { count: counts.toConfirm })
        : unprovenOpen(counts) > 0
          ? t('application.checklist.unproven', { count: unprovenOpen(counts) })
          : t('application.clock.complete');
  const isReturned = details.application.stage === 'returned';
  const isReady = counts.open === 0 && counts.toConfirm === 0 && blockerCount(preCheck) === 0;
  return (
    <>
      {overdue > 0 && duty ? (
        <Clock
          title={t('application.clock.overdueTitle', { figure })}
          figure={
            ended > 0
              ? format.countdown({ form: 'overdue_days', n: ended, of: 'validity' })
              : t('application.clock.overdue', { count: overdue })
          }
          tone="danger"
        >
          <OverdueSince duty={duty} />
        </Clock>
      ) : (
        <Clock
          title={t(isReturned ? 'application.clock.correcting' : 'application.clock.collecting')}
          figure={figure}
          tone={isReady ? (unprovenOpen(counts) > 0 ? 'neutral' : 'success') : 'warning'}
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

/** What the days of an overdue case are counted from: the end of the certification, or the plan, and whether it was begun later than that. */
function OverdueSince({ duty }: { readonly duty: ObligationRow }) {
  const t = useT();
  const format = useFormat();
  const { today, details } = useCase();
  if (duty.legalOn !== null && duty.legalOn < today)
    return t('application.clock.endedOn', { date: format.dateNear(duty.legalOn, today) });
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

function ReviewWindow({ provisional, ...days }: ReviewWindowProps) {
  const t = useT();
  const { today } = useCase();
  const dayOffName = useDayOffName();
  const calendar = useCalendar();
  return (
    <ReviewRuler
      {...days}
      today={today}
      isDayOff={(date) => !calendar.isWorkingDay(date)}
      legalNote={provisional ? t('application.provisionalShort') : dayOffName(days.legalOn)}
    />
  );
}

function StageNote() {
  const ruleText = useRuleText();
  const { details, pack } = useCase();
  const rule = pack?.stages.find(({ stage }) => stage === details.application.stage);
  return <p className={styles.stageNote}>{rule && ruleText(rule.note)}</p>;
}
