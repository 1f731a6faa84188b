import { useT } from '#renderer/i18n/use-t.ts';
import { useAfter } from './use-after.ts';
import styles from './skeleton-rows.module.css';

const delayMs = 150;
/** Uneven, as names are. */
const widths = [160, 208, 132, 184, 148, 196] as const;

type SkeletonRowsProps = {
  readonly count?: number;
  /** Rows with a second line. */
  readonly tall?: boolean;
};

/** Rows that are on their way, at their real height: after 150 ms, without shimmer. */
export function SkeletonRows({ count = 8, tall = false }: SkeletonRowsProps) {
  const t = useT();
  const shown = useAfter(delayMs);
  if (!shown) return null;
  return (
    <div role="status" aria-label={t('components.table.loading')}>
      <ul className={styles.rows} aria-hidden>
        {Array.from({ length: count }, (_, index) => (
          <li key={index} data-tall={tall || undefined}>
            <i style={{ width: 14 }} />
            <i style={{ width: widths[index % widths.length] }} />
            <i style={{ width: 64 }} />
          </li>
        ))}
      </ul>
    </div>
  );
}
