import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import styles from './ledger.module.css';

/** What the pre-check said when it was handed in, and whether the same facts and rules still say so. */
export function KeptVerdict({ submittedAtMs }: { readonly submittedAtMs: number }) {
  const t = useT();
  const { details } = useCase();
  const kept = details.judgements.find(({ atMs }) => atMs === submittedAtMs);
  if (kept === undefined) return null;
  const { version, blockerCount, warningCount, replays } = kept;
  const counts = t('application.ledger.verdict', {
    version: version ?? '',
    blockers: blockerCount,
    warnings: warningCount,
  });
  return (
    <span className={styles.reason}>
      {counts}
      {t('application.semicolon')}
      <span className={replays === false ? 'cf-danger' : undefined}>
        {t(`application.ledger.replays.${replays === null ? 'unknown' : replays ? 'yes' : 'no'}`)}
      </span>
    </span>
  );
}
