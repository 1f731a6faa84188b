import { IconFileCertificate } from '@tabler/icons-react';
import type { AccountOrder } from '#shared/contract/account-pages.ts';
import { isClosed } from '#shared/domain/application.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { refillChances } from '#shared/domain/refill-chances.ts';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { Pips } from '#renderer/components/pips.tsx';
import { StageDots } from '#renderer/components/stage-dots.tsx';
import { Status } from '#renderer/components/status.tsx';
import type { StatusKey } from '#renderer/components/status.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useOrderWords } from '#renderer/components/use-order-words.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from '../client-context.tsx';
import { Countdown } from '../countdown.tsx';
import { Section } from '../section.tsx';
import { useAccount } from './account-context.tsx';
import styles from './account.module.css';

/** Every application of the account, those under way on top, each with its submissions and how it ended. */
export function OrdersSection({ onNew }: { readonly onNew?: () => void }) {
  const t = useT();
  const { applications } = useAccount();
  const open = applications.filter(({ stage }) => !isClosed(stage));
  const closed = applications.filter(({ stage }) => isClosed(stage));
  return (
    <Section
      id="applications"
      title={t('client.applications.title')}
      count={
        applications.length > 0
          ? t('client.applications.count', { open: open.length, closed: closed.length })
          : undefined
      }
    >
      {applications.length === 0 ? (
        <EmptyLine>
          {t('account.orders.empty')}{' '}
          {onNew && <TextButton onClick={onNew}>{t('client.newApplication.button')}</TextButton>}
        </EmptyLine>
      ) : (
        <ul>
          {[...open, ...closed].map((order) => (
            <OrderLine key={order.id} order={order} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function OrderLine({ order }: { readonly order: AccountOrder }) {
  const stage = useT()(`vocabulary.stage.${order.stage}`);
  const name = useOrderWords()(order);
  return (
    <li>
      <Link className={`${styles.order} cf-focus-in`} href={paths.application(order.id)}>
        <span className="cf-row">
          <IconFileCertificate size={14} stroke={iconStroke} className="cf-ink-3" aria-hidden />
          <span className="cf-cut" title={name}>
            {name}
          </span>
        </span>
        <span className={`${styles.number} cf-mono cf-ink-3`}>{order.number}</span>
        <span className="cf-row cf-xs">
          <StageDots {...order.rail} label={stage} />
          <span className="cf-cut">{stage}</span>
        </span>
        <Submissions order={order} />
        <span className={`${styles.period} cf-xs cf-ink-2 cf-nowrap cf-num`}>
          <Period order={order} />
        </span>
        <span className="cf-xs cf-nowrap cf-num">
          <Outcome order={order} />
        </span>
      </Link>
    </li>
  );
}

/** How often it was handed in, and of the refills how many are spent. */
function Submissions({ order }: { readonly order: AccountOrder }) {
  const t = useT();
  const format = useFormat();
  const { nowMs } = useClient();
  const { attempts, refillMax, stage } = order;
  if (attempts.length === 0)
    return <span className="cf-xs cf-ink-3">{t('account.orders.notSubmitted')}</span>;
  const lines = attempts.map((attempt) =>
    t('account.orders.attempt', {
      n: attempt.attemptNo,
      moment: format.moment(attempt.submittedAtMs, nowMs),
      outcome: t(`application.ledger.outcome.${attempt.outcome}`),
    }),
  );
  const { spent, using } = refillChances(stage, attempts.length, refillMax);
  return (
    <span className="cf-row cf-xs cf-ink-2 cf-nowrap" title={lines.join('\n')}>
      {t('account.orders.submissions', { count: attempts.length })}
      {spent + using > 0 && <Pips spent={spent} using={using} total={refillMax} tone="warning" />}
    </span>
  );
}

/** 8月10日 至 9月30日; of one under way only its beginning. */
function Period({ order: { openedAtMs, closedAtMs } }: { readonly order: AccountOrder }) {
  const t = useT();
  const format = useFormat();
  const { today } = useClient();
  const from = format.dateNear(dateOfInstant(openedAtMs), today);
  if (closedAtMs === null) return t('account.orders.since', { from });
  return t('account.orders.period', { from, to: format.dateNear(dateOfInstant(closedAtMs), today) });
}

/** What is left of its clock, or how it ended. */
function Outcome({ order }: { readonly order: AccountOrder }) {
  const t = useT();
  const { stage, clock } = order;
  const sign = signOf(order);
  if (sign !== undefined) return <Status of={sign}>{t(`vocabulary.stage.${stage}`)}</Status>;
  return clock === null ? null : <Countdown duty={clock} />;
}

function signOf({ stage }: AccountOrder): StatusKey | undefined {
  switch (stage) {
    case 'passed':
      return 'satisfied';
    case 'failed':
      return 'rejected';
    case 'withdrawn':
      return 'not_needed';
    default:
      return undefined;
  }
}
