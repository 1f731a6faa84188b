import { Clock, ClockPanel } from '#renderer/components/clock-panel.tsx';
import { Lane, LaneAxis } from '#renderer/components/lane.tsx';
import { ReviewRuler } from '#renderer/components/review-ruler.tsx';
import { Trust } from '#renderer/components/trust.tsx';
import { trustOf } from '#renderer/components/trust-of.ts';
import { useDayOffName } from '#renderer/api/use-day-off-name.ts';
import { validityOf } from '#shared/domain/validity.ts';
import { compareDates } from '#shared/domain/calendar-date.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useOrderWords } from '#renderer/components/use-order-words.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { accountLane } from '../account-lane.ts';
import { foremostOrder, isHandedIn } from '../account-orders.ts';
import { useClient } from '../client-context.tsx';
import { useAccount } from './account-context.tsx';
import styles from './account.module.css';

/** How long the account is certified, its years or the days of its review window, and on whose word they stand. */
export function CertificationPanel() {
  const t = useT();
  return (
    <ClockPanel label={t('account.certified.label')}>
      <CertifiedClock />
      <Years />
      <WindowBasis />
    </ClockPanel>
  );
}

function CertifiedClock() {
  const t = useT();
  const format = useFormat();
  const orderWords = useOrderWords();
  const { account } = useAccount();
  const { details, today } = useClient();
  const { certifiedUntilOn: until, certifiedUntilAtMs: endAtMs } = account;
  const validity = validityOf(until, today);
  const open = foremostOrder(account.id, details);
  if (until === null || !('days' in validity)) {
    const note = open === undefined ? t('account.certified.nothingUnderWay') : undefined;
    return (
      <Clock title={t('account.certified.title')} figure={t('status.word.not_certified')} tone="neutral">
        {note ?? (open && t('client.accounts.underWay', { kind: orderWords(open) }))}
      </Clock>
    );
  }
  const figure =
    validity.days < 0
      ? t('status.numbered.expired', { n: -validity.days })
      : t('status.numbered.expiring', { n: validity.days });
  const date = endAtMs === null ? until : `${until} ${format.time(endAtMs)}`;
  return (
    <Clock title={t('account.certified.title')} figure={figure} tone={validity.tone}>
      <span className="cf-num">{t('client.lane.until', { date })}</span>
    </Clock>
  );
}

/** Within the review window, until the review is handed in, its days; else five years. */
function Years() {
  const t = useT();
  const { account, plan } = useAccount();
  const { details, today, calendar } = useClient();
  const dayOffName = useDayOffName();
  const until = account.certifiedUntilOn;
  const isOpen =
    plan !== null && compareDates(plan.opensOn, today) <= 0 && compareDates(today, plan.endsOn) <= 0;
  if (isOpen && !isHandedIn(account.id, details))
    return (
      <ReviewRuler
        opensOn={plan.opensOn}
        legalOn={plan.endsOn}
        internalOn={plan.submitOn}
        today={today}
        isDayOff={(date) => !calendar.isWorkingDay(date)}
        legalNote={plan.provisional ? t('application.provisionalShort') : dayOffName(plan.endsOn)}
      />
    );
  const label = until === null ? t('status.word.not_certified') : t('client.lane.until', { date: until });
  return (
    <span className={styles.years}>
      <LaneAxis today={today} />
      <Lane {...accountLane(account, details, today)} label={label} />
    </span>
  );
}

/** Where the days of the plan come from, in the trust of the rules. */
function WindowBasis() {
  const t = useT();
  const { plan } = useAccount();
  if (plan === null) return null;
  return (
    <dl className={styles.basis}>
      {(['window', 'plan'] as const).map((part) => (
        <div key={part}>
          <dt>{t(`account.plan.basis.${part}`)}</dt>
          <dd title={plan[part].source.join(' ')}>
            <Trust of={trustOf(plan[part].tag)} asOf={plan[part].asOf} brief />
          </dd>
        </div>
      ))}
    </dl>
  );
}
