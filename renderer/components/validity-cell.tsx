/** How long something is valid, in one table cell: twelve months in ticks, the date, the state with its days. */
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Status, statuses } from './status.tsx';
import type { StatusKey } from './status.tsx';
import { span, Ticks } from './ticks.tsx';
import styles from './validity-cell.module.css';

/** What a validity can be; worked out by the domain, never by colour. */
export type ValidityState = Extract<
  StatusKey,
  'valid' | 'renewable' | 'expiring' | 'expired' | 'no_expiry' | 'not_certified' | 'sent_back' | 'in_review'
>;

type ValidityCellProps = {
  readonly state: ValidityState;
  readonly until: CalendarDate | 'forever' | null;
  /** Days from today to `until`; negative when it has passed. */
  readonly days: number | null;
  /** How many dates this is the earliest of: said when there are several. */
  readonly earliestOf?: number;
};

const daysPerMonth = 365.25 / 12;

export function ValidityCell({ state, until, days, earliestOf = 1 }: ValidityCellProps) {
  const t = useT();
  const months = state === 'no_expiry' ? 12 : monthsLeft(days);
  return (
    <span
      className={styles.cell}
      title={earliestOf > 1 ? t('components.validity.earliest', { n: earliestOf }) : undefined}
    >
      <Ticks
        ticks={span(12, months)}
        tone={statuses[state].tone}
        width={4}
        label={t('components.validity.label', { n: months })}
      />
      <span className={until ? 'cf-ink-2' : 'cf-ink-3'}>{until === 'forever' ? '' : (until ?? '—')}</span>
      <ValidityStatus state={state} days={days} />
    </span>
  );
}

/** The badge alone: 可年审 42 天, 有效期过 4 天, 有效. */
export function ValidityStatus({
  state,
  days,
  tint = false,
}: {
  readonly state: ValidityState;
  readonly days: number | null;
  readonly tint?: boolean;
}) {
  const t = useT();
  if (days === null) return <Status of={state} tint={tint} />;
  switch (state) {
    case 'renewable':
      return (
        <span className="cf-row" title={t('status.numbered.expiring', { n: days })}>
          <Status of={state} tint={tint}>
            {t('status.numbered.renewable', { n: days })}
          </Status>
        </span>
      );
    case 'expiring':
      return (
        <Status of={state} tint={tint}>
          {days === 0 ? t('status.numbered.expiringToday') : t('status.numbered.expiring', { n: days })}
        </Status>
      );
    case 'expired':
      return (
        <Status of={state} tint={tint}>
          {t('status.numbered.expired', { n: -days })}
        </Status>
      );
    case 'valid':
    case 'no_expiry':
    case 'not_certified':
    case 'sent_back':
    case 'in_review':
      return <Status of={state} tint={tint} />;
  }
}

/** Whole or begun months, 0 to 12. */
export function monthsLeft(days: number | null): number {
  return days === null ? 0 : Math.max(0, Math.min(12, Math.ceil(days / daysPerMonth)));
}
