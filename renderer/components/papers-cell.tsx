/** Papers of a client or an application in one table cell: a tick a paper, what lacks in amber. */
import { useT } from '#renderer/i18n/use-t.ts';
import { Status } from './status.tsx';
import { shortfall, Ticks } from './ticks.tsx';
import styles from './papers-cell.module.css';

/** Wider than this the column would burst; the word still says the number. */
const mostTicks = 11;

export function PapersCell({ total, missing }: { readonly total: number; readonly missing: number }) {
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
      {missing === 0 ? (
        <span className="cf-ink-3">{total === 0 ? '—' : t('components.papers.complete')}</span>
      ) : (
        <Status of="missing">{t('status.numbered.missing', { n: missing })}</Status>
      )}
    </span>
  );
}
