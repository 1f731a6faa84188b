import type { ApplicationDetails } from '#shared/contract/applications.ts';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { callRecordUntil, missedCalls } from '#shared/domain/missed-calls.ts';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { Status } from '#renderer/components/status.tsx';
import type { StatusKey } from '#renderer/components/status.tsx';
import { feeSumWords } from '#renderer/i18n/fee-words.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { platformFeesPaid } from './chances.ts';
import { ledgerElementId } from './focus-item.ts';
import { KeptVerdict } from './kept-verdict.tsx';
import { LapseRow } from './lapse-row.tsx';
import styles from './ledger.module.css';

type Attempt = ApplicationDetails['attempts'][number];

const signs: Readonly<Record<Attempt['outcome'], StatusKey>> = {
  pending: 'in_review',
  returned: 'sent_back',
  passed: 'satisfied',
  failed: 'rejected',
  withdrawn: 'not_needed',
};

/** Every submission with the platform's answer and what it cost, and what the client still owes for this order. */
export function Ledger() {
  const t = useT();
  const format = useFormat();
  const { details } = useCase();
  const { attempts, lapses } = details;
  const owed = details.obligations.filter(({ kind }) => kind === 'fee_due');
  const paid = platformFeesPaid(details);
  return (
    <section id={ledgerElementId} aria-labelledby="ledger-head">
      <PartHead
        id="ledger-head"
        title={t('application.ledger.title')}
        count={attempts.length > 0 ? t('application.ledger.count', { count: attempts.length }) : undefined}
      >
        {paid.knownFen > 0 && t('application.ledger.paid', { amount: feeSumWords(paid, t, format) })}
      </PartHead>
      {attempts.length + lapses.length + owed.length === 0 ? (
        <EmptyLine>{t('application.ledger.empty')}</EmptyLine>
      ) : (
        <ul className={styles.list}>
          {lapses.map((lapse) => (
            <LapseRow key={lapse.id} lapse={lapse} />
          ))}
          {attempts.map((attempt, index) => (
            <AttemptRow key={attempt.id} attempt={attempt} sofar={attempts.slice(0, index + 1)} />
          ))}
          {owed.map((duty) => (
            <OwedRow key={duty.id} duty={duty} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface AttemptProps {
  readonly attempt: Attempt;
  /** The attempts up to and including this one. */
  readonly sofar: readonly Attempt[];
}

function AttemptRow({ attempt, sofar }: AttemptProps) {
  const t = useT();
  const format = useFormat();
  const { nowMs } = useCase();
  const missedCall = useMissedCall(attempt, sofar);
  const { attemptNo, submittedAtMs, outcome, returnedAtMs, reasonText, feeFen } = attempt;
  const answer = returnedAtMs === null ? '' : format.moment(returnedAtMs, nowMs);
  return (
    <li className={styles.row}>
      <Status of={signs[outcome]}>{t(`application.ledger.outcome.${outcome}`)}</Status>
      <span className={styles.what}>
        <span className="cf-cut">
          {attemptNo === 1
            ? t('application.ledger.first')
            : t('application.ledger.refill', { n: attemptNo - 1 })}
          <span className="cf-ink-3">
            {t('application.ledger.at', { moment: format.moment(submittedAtMs, nowMs) })}
          </span>
        </span>
        {(answer !== '' || reasonText !== null) && (
          <span className={styles.reason}>
            {[answer, reasonText, missedCall].filter(Boolean).join(t('application.comma'))}
          </span>
        )}
        <NamedPapers requirementIds={attempt.rejects} />
        <KeptVerdict submittedAtMs={submittedAtMs} />
      </span>
      <span className="cf-num cf-nowrap">
        {feeFen === null || feeFen === 0 ? (
          <span className="cf-ink-3">
            {t(feeFen === null ? 'application.ledger.feeUnknown' : 'application.ledger.noFee')}
          </span>
        ) : (
          format.moneyWithUnit(feeFen)
        )}
      </span>
    </li>
  );
}

/** The papers that the platform named when it sent the order back. */
function NamedPapers({ requirementIds }: { readonly requirementIds: readonly string[] }) {
  const t = useT();
  const ruleText = useRuleText();
  const { details } = useCase();
  const named = details.items.filter(({ requirement }) => requirementIds.includes(requirement.requirementId));
  if (named.length === 0) return null;
  const titles = named.map(({ requirement }) => ruleText(requirement.title)).join(t('application.list'));
  return <span className={styles.reason}>{t('application.ledger.named', { titles })}</span>;
}

/** Which of the reviewer's missed calls it was, of how many that end the order; nothing for any other answer. */
function useMissedCall({ reasonCode, returnedAtMs }: Attempt, sofar: readonly Attempt[]): string | undefined {
  const t = useT();
  const { details, pack } = useCase();
  const call = pack?.reviewerCall;
  if (call?.reasonCode === undefined || reasonCode !== call.reasonCode) return undefined;
  const record = { calls: details.calls, returns: sofar };
  const until = returnedAtMs === null ? record : callRecordUntil(record, dateOfInstant(returnedAtMs));
  const { missed, toFail } = missedCalls(until, call);
  return t('application.ledger.missedCall', { n: missed, total: toFail });
}

function OwedRow({ duty }: { readonly duty: ObligationRow }) {
  const t = useT();
  const format = useFormat();
  const { today } = useCase();
  const { subject, legalOn, internalOn, stakeFen } = duty;
  const dueOn = legalOn ?? internalOn;
  return (
    <li className={styles.row}>
      <Status of={dueOn !== null && dueOn < today ? 'overdue' : 'waiting_client'} />
      <span className={styles.what}>
        <span className="cf-cut">{t('application.ledger.owed', { subject })}</span>
        {dueOn !== null && (
          <span className={styles.reason}>
            {t('application.ledger.due', { date: format.dateNear(dueOn, today) })}
          </span>
        )}
      </span>
      <span className="cf-num cf-nowrap">{format.moneyWithUnit(stakeFen ?? 0)}</span>
    </li>
  );
}
