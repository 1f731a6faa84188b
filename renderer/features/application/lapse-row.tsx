import type { ApplicationDetails } from '#shared/contract/applications.ts';
import { Status } from '#renderer/components/status.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { KeptVerdict } from './kept-verdict.tsx';
import styles from './ledger.module.css';

/** A submission that never reached the reviewers: no attempt, and nothing was charged. */
export function LapseRow({ lapse }: { readonly lapse: ApplicationDetails['lapses'][number] }) {
  const t = useT();
  const format = useFormat();
  const { nowMs } = useCase();
  const { clockId, submittedAtMs, lapsedAtMs } = lapse;
  return (
    <li className={styles.row}>
      <Status of="not_needed">{t('application.ledger.lapsed')}</Status>
      <span className={styles.what}>
        <span className="cf-cut">
          {t('application.ledger.unreviewed')}
          <span className="cf-ink-3">
            {t('application.ledger.at', { moment: format.moment(submittedAtMs, nowMs) })}
          </span>
        </span>
        <span className={styles.reason}>
          {t(`application.ledger.lapse.${clockId}`, { moment: format.moment(lapsedAtMs, nowMs) })}
        </span>
        <KeptVerdict submittedAtMs={submittedAtMs} />
      </span>
      <span className="cf-ink-3 cf-nowrap">{t('application.ledger.noFee')}</span>
    </li>
  );
}
