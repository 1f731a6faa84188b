import { toneOfClock } from '#shared/domain/clocks.ts';
import { isReview } from '#shared/domain/order-path.ts';
import { ClockPanel, Clock } from '#renderer/components/clock-panel.tsx';
import { Pips } from '#renderer/components/pips.tsx';
import { feeSumWords } from '#renderer/i18n/fee-words.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { chancesOf, feeFate, platformFeesPaid } from './chances.ts';
import { ClosedClock } from './closed-clock.tsx';
import { RunningClock } from './running-clock.tsx';
import { OpenClock } from './open-clock.tsx';
import { WaitingClock } from './waiting-clock.tsx';

/** What is left: the running clock with its ruler, the refill chances, and what a failure would lose. */
export function ClockLine() {
  const t = useT();
  const { details } = useCase();
  const { running, application } = details;
  const isReviewed = isReview(application.stage);
  const isEverReviewed = details.rail.some(({ id }) => id === 'refill');
  return (
    <ClockPanel label={t('application.clock.label')}>
      {running !== null && application.closedAtMs === null ? (
        <RunningClock clock={running.clock} ticks={running.ticks} />
      ) : application.closedAtMs !== null ? (
        <ClosedClock />
      ) : isReviewed || application.stage === 'awaiting_confirmation' ? (
        <OpenClock />
      ) : (
        <WaitingClock />
      )}
      {isEverReviewed && <ChancesLeft />}
      <AtStake />
    </ClockPanel>
  );
}

function ChancesLeft() {
  const t = useT();
  const { details, nowMs } = useCase();
  const { max, spent, using, left } = chancesOf(details);
  const tone = details.running === null ? 'info' : toneOfClock(details.running.clock, nowMs);
  const used = spent + using;
  return (
    <Clock
      title={t('application.clock.chances')}
      figure={used === 0 ? t('application.clock.unused') : t('components.refill', { n: used })}
      of={max === null || used > max ? undefined : t('application.clock.ofMax', { max })}
    >
      <Pips spent={spent} using={using} total={max} tone={tone === 'neutral' ? 'info' : tone} size={10} />
      {details.application.closedAtMs === null && leftWords(used, left, t, max)}
    </Clock>
  );
}

function leftWords(used: number, left: number | null, t: TFunction, max: number | null): string {
  if (left === null) return t('application.clock.chancesUnknown');
  if (max !== null && used > max) return t('application.clock.noChance');
  if (used === 0) return t('application.clock.chancesAll', { n: left });
  return left === 0 ? t('application.clock.lastChance') : t('application.clock.chancesLeft', { n: left });
}

/** Before the payment the fee to come, afterwards what became of it. */
function AtStake() {
  const t = useT();
  const format = useFormat();
  const { details } = useCase();
  const paid = platformFeesPaid(details);
  const fate = feeFate(details.application.stage, paid);
  const { platformFeeFen } = details;
  if (paid.knownFen === 0 && (paid.hasUnknown || platformFeeFen === null)) {
    return (
      <Clock title={t('application.clock.fee.to_come')} figure={t('application.clock.feeUnknown')}>
        {t('application.clock.feeNote.unknown')}
      </Clock>
    );
  }
  if (fate !== 'to_come') {
    return (
      <Clock title={t(`application.clock.fee.${fate}`)} figure={feeSumWords(paid, t, format)}>
        {t(paid.knownFen === 0 ? 'application.clock.feeNote.free' : `application.clock.feeNote.${fate}`)}
      </Clock>
    );
  }
  const toComeFen = platformFeeFen ?? 0;
  return (
    <Clock title={t('application.clock.fee.to_come')} figure={format.moneyWithUnit(toComeFen)}>
      {t(toComeFen === 0 ? 'application.clock.feeNote.free' : 'application.clock.feeNote.to_come')}
    </Clock>
  );
}
