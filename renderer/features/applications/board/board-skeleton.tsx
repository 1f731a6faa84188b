import { boardColumns } from '#shared/domain/board.ts';
import { useAfter } from '#renderer/components/use-after.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './board.module.css';

const delayMs = 150;
/** How many cards a column shows while they are on their way. */
const cards = [4, 3, 2, 2, 4, 3] as const;

/** The columns while their cards are on their way: after 150 ms, at their real height. */
export function BoardSkeleton() {
  const t = useT();
  const shown = useAfter(delayMs);
  return (
    <div className={styles.board} role="status" aria-busy aria-label={t('components.table.loading')}>
      {boardColumns.slice(0, cards.length).map((column, index) => (
        <section key={column} className={styles.column} aria-hidden>
          <header className={styles.columnHead}>
            <h2>{t(`applications.board.column.${column}`)}</h2>
            <p className="cf-xs">&nbsp;</p>
          </header>
          {shown && (
            <div className={styles.cards}>
              {Array.from({ length: cards[index] ?? 0 }, (_, place) => (
                <div key={place} className={styles.skeleton} />
              ))}
            </div>
          )}
        </section>
      ))}
    </div>
  );
}
