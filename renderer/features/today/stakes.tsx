import type { TodayPage } from '#shared/contract/today.ts';
import { addDays, compareDates, daysBetween } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useCalendar } from '#renderer/api/use-calendar.ts';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { Link } from '#renderer/components/link.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { paths } from '#renderer/components/paths.ts';
import { Pips } from '#renderer/components/pips.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { Ticks } from '#renderer/components/ticks.tsx';
import type { Tone } from '#renderer/components/tone.ts';
import { useNarrow } from '#renderer/components/use-narrow.ts';
import { feeSumWords } from '#renderer/i18n/fee-words.ts';
import { nthRefillWords } from '#renderer/i18n/refill-words.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { openDuties } from './duties-of.ts';
import { UnpaidFigure } from './unpaid-figure.tsx';
import styles from './stakes.module.css';

type Stake = TodayPage['stakes'][number];

/** From here on a refill's remaining days are shown in the tone of a warning, and of danger. */
const warningDays = 14;
const dangerDays = 3;

/** Up to here the days of a refill stand at their full width. */
const usualDays = 36;

/** So many characters both sums may have before the line would not hold them. */
const longestSums = 9;

interface StakesProps {
  readonly data: TodayPage;
  /** Whose page it is; null: everybody's. */
  readonly consultantId: string | null;
}

/** Applications that were sent back, each with its days if any are published, its chances and its money. */
export function Stakes({ data, consultantId }: StakesProps) {
  const t = useT();
  const format = useFormat();
  const { stakes, stakeTotal } = data;
  const openAll = (): void => openDuties({ at: 'returned', consultantId });
  return (
    <section>
      <PartHead title={t('today.returned')} count={t('today.pieces', { n: format.count(stakeTotal) })}>
        {stakeTotal > 0 && (
          <TextButton plain onClick={openAll}>
            {t('today.all')}
          </TextButton>
        )}
      </PartHead>
      {stakes.length === 0 ? (
        <EmptyLine>{t('today.noReturned')}</EmptyLine>
      ) : (
        <>
          <StakeLine data={data} onAll={openAll} />
          <ul className={styles.list}>
            {stakes.map((stake) => (
              <StakeRow key={stake.applicationId} stake={stake} data={data} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function StakeLine({ data, onAll }: { readonly data: TodayPage; readonly onAll: () => void }) {
  const t = useT();
  const format = useFormat();
  const first = data.stakes[0];
  if (first === undefined) return null;
  // Large sums stand in the line in smaller figures, and without what goes without saying.
  const sums = [data.platformFeeAtStakeFen, data.serviceFeeUnpaidFen].map((fen) => format.money(fen));
  const isLong = data.hasUnknownFeeAtStake || sums.join('').length > longestSums;
  return (
    <p className={styles.sum} data-long={isLong || undefined}>
      {first.legalOn !== null && (
        <NextEnd applicationId={first.applicationId} left={daysBetween(data.today, first.legalOn)} />
      )}
      <span>
        {t('today.stakeLine.fee')}{' '}
        <button type="button" className={styles.figure} onClick={onAll}>
          <b>{format.money(data.platformFeeAtStakeFen)}</b>
        </button>{' '}
        {t(data.hasUnknownFeeAtStake ? 'today.stakeLine.feeUnitAndUnknown' : 'today.stakeLine.feeUnit')}
      </span>
      <span>
        {t('today.stakeLine.service')} <UnpaidFigure data={data} /> {t('today.stakeLine.serviceUnit')}
      </span>
    </p>
  );
}

function NextEnd({ applicationId, left }: { readonly applicationId: string; readonly left: number }) {
  const t = useT();
  return (
    <span>
      <span className={styles.optional}>{t('today.stakeLine.next')} </span>
      <Link href={paths.application(applicationId)} className={styles.figure}>
        <b className={left <= dangerDays ? 'cf-danger' : undefined}>
          {left < 0 ? t('today.stakeLine.passed') : t('today.stakeLine.left', { n: left })}
        </b>
      </Link>{' '}
      {left >= 0 && t('today.stakeLine.leftAfter')}
    </span>
  );
}

function StakeRow({ stake, data }: { readonly stake: Stake; readonly data: TodayPage }) {
  const t = useT();
  const format = useFormat();
  const { legalOn, refillNo, refillTotal } = stake;
  const left = legalOn === null ? null : daysBetween(data.today, legalOn);
  const tone = left === null ? 'info' : toneOf(left);
  return (
    <li>
      <Link href={paths.application(stake.applicationId)} className={`${styles.row} cf-focus-in`}>
        <span className="cf-cut">{stake.clientName}</span>
        <span className="cf-num">
          {feeSumWords({ knownFen: stake.platformFeeFen, hasUnknown: stake.hasUnknownFee }, t, format)}
        </span>
        <span className={styles.line}>
          {legalOn !== null && (
            <RefillDays from={stake.firstReturnedOn} {...{ legalOn, tone, today: data.today }} />
          )}
          <Pips spent={refillNo - 1} using={1} total={refillTotal} tone={tone} />
          <span className={styles.nth}>{nthRefillWords(refillNo, refillTotal, t)}</span>
          <span className={`${styles.left} ${tone === 'info' ? 'cf-ink-2' : `cf-${tone}`}`}>
            {left === null ? t('today.noLimit') : format.countdown(countdownOf(left))}
          </span>
        </span>
      </Link>
    </li>
  );
}

const countdownOf = (left: number) =>
  left < 0
    ? ({ form: 'overdue_days', n: -left, of: 'legal' } as const)
    : ({ form: 'left_days', n: left, of: 'legal' } as const);

interface RefillDaysProps {
  readonly from: CalendarDate;
  readonly legalOn: CalendarDate;
  readonly today: CalendarDate;
  readonly tone: Tone;
}

/** The days of a refill, spent and left. */
function RefillDays({ from, legalOn, today, tone }: RefillDaysProps) {
  const t = useT();
  const narrow = useNarrow();
  const calendar = useCalendar();
  const total = daysBetween(from, legalOn);
  const ticks = Array.from({ length: total }, (_, index) => {
    const date = addDays(from, index + 1);
    const isSpent = compareDates(date, today) <= 0;
    return { state: isSpent ? ('spent' as const) : ('left' as const), rest: !calendar.isWorkingDay(date) };
  });
  return (
    <Ticks
      ticks={ticks}
      tone={tone}
      {...(total > usualDays ? { width: 2 } : { width: 4, gap: narrow ? 1 : 2 })}
      label={t('today.refillRuler', { total, n: Math.max(0, daysBetween(today, legalOn)) })}
    />
  );
}

function toneOf(left: number): Tone {
  if (left <= dangerDays) return 'danger';
  return left <= warningDays ? 'warning' : 'info';
}
