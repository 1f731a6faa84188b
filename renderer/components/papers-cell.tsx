/** Papers of a client or an application in one table cell: a tick a paper, what lacks in amber. */
import { useT } from '#renderer/i18n/use-t.ts';
import { Status } from './status.tsx';
import { shortfall, Ticks } from './ticks.tsx';
import styles from './papers-cell.module.css';

/** Wider than this the column would burst; the word still says the number. */
const mostTicks = 11;

interface PapersCellProps {
  readonly total: number;
  readonly missing: number;
  /** Findings of the pre-check that hold back what is complete. */
  readonly blockers?: number | null;
}

export function PapersCell({ total, missing, blockers }: PapersCellProps) {
  const t = useT();
  const shown = Math.min(total, mostTicks);
  const lacking = Math.min(missing, shown);
  return (
    <span className={styles.cell}>
      <Ticks
        ticks={shortfall(shown - lacking, shown)}
        tone="warning"
        label={t('components.papers.label', { total, n: total - missing })}
      />
      <PapersWord total={total} missing={missing} blockers={blockers} />
    </span>
  );
}

function PapersWord({ total, missing, blockers }: PapersCellProps) {
  const t = useT();
  if (missing > 0) return <Status of="missing">{t('status.numbered.missing', { n: missing })}</Status>;
  if (blockers) return <Status of="blocker">{t('status.numbered.blockers', { n: blockers })}</Status>;
  // Nothing is asked for and nothing lacks: it stands among what is complete, not among what there is none of.
  return (
    <span className="cf-ink-3">{t(`components.papers.${total === 0 ? 'noneMissing' : 'complete'}`)}</span>
  );
}
