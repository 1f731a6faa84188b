import { useT } from '#renderer/i18n/use-t.ts';
import styles from './data-table.module.css';

type GapProps = {
  /** Position in the list, from 0. */
  readonly index: number;
  /** Position among rows and headings, from 0. */
  readonly item: number;
  readonly top: number;
  readonly tall: boolean;
};

/** Uneven, as names are. */
const widths = [160, 208, 132, 184, 148, 196] as const;

/** Holds the place of a row that has not come yet. */
export function DataTableGap({ index, item, top, tall }: GapProps) {
  const t = useT();
  return (
    <div
      role="row"
      aria-rowindex={item + 2}
      aria-busy
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      data-tall={tall || undefined}
    >
      <div role="gridcell" className={styles.gap} aria-label={t('components.table.loading')}>
        <i style={{ width: widths[index % widths.length] }} />
      </div>
    </div>
  );
}
