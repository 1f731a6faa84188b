/** What expires in which month, the number in every cell, and where a month asks for more than the firm can do. */
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './heat-map.module.css';

export type HeatRow = { readonly id: string; readonly label: string; readonly counts: readonly number[] };

type HeatMapProps = {
  /** 'YYYY-MM', ascending. */
  readonly months: readonly string[];
  readonly rows: readonly HeatRow[];
  /** The present month, 'YYYY-MM'. */
  readonly now: string;
  /** Years whose public holidays are not announced yet. */
  readonly provisionalYears?: readonly number[];
  /** Pieces the firm can do in a month; 0 or nothing leaves the line out. */
  readonly capacity?: number;
  /** With null the month as a whole. */
  readonly onOpen?: (rowId: string | null, month: string) => void;
};

/** Steps of the heat scale: 0, 1–3, 4–7, 8–15, 16–23, 24 and more. */
export function heatStep(n: number): 0 | 1 | 2 | 3 | 4 | 5 {
  if (n <= 0) return 0;
  if (n < 4) return 1;
  if (n < 8) return 2;
  if (n < 16) return 3;
  return n < 24 ? 4 : 5;
}

export function HeatMap(props: HeatMapProps) {
  const { months, rows, now, provisionalYears = [], capacity = 0 } = props;
  const t = useT();
  const totals = months.map((_, index) => rows.reduce((sum, row) => sum + (row.counts[index] ?? 0), 0));
  return (
    <table className={styles.heat} aria-label={t('components.heat.label')}>
      <thead>
        <tr className={styles.years}>
          <td />
          {yearSpans(months).map(({ year, span }) => (
            <th key={year} colSpan={span} scope="colgroup">
              {provisionalYears.includes(year)
                ? t('components.heat.provisionalYear', { year })
                : t('components.heat.year', { year })}
            </th>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('components.heat.month')}</th>
          {months.map((month) => (
            <th key={month} scope="col" data-now={month === now || undefined}>
              {Number(month.slice(5))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <HeatLine key={row.id} row={row} months={months} onOpen={props.onOpen} />
        ))}
        <tr className={styles.sum}>
          <th scope="row">{t('components.heat.total')}</th>
          {totals.map((total, index) => (
            <td key={months[index]}>
              <Total {...{ total, month: months[index] ?? '', onOpen: props.onOpen }} />
            </td>
          ))}
        </tr>
        {capacity > 0 && <CapacityLine months={months} totals={totals} capacity={capacity} />}
      </tbody>
    </table>
  );
}

interface TotalProps extends Pick<HeatMapProps, 'onOpen'> {
  readonly total: number;
  readonly month: string;
}

function Total({ total, month, onOpen }: TotalProps) {
  const t = useT();
  const format = useFormat();
  if (!onOpen || total === 0) return total;
  const row = t('components.heat.total');
  return (
    <button
      type="button"
      className={styles.total}
      aria-label={t('components.heat.cell', { row, month: format.month(month), n: total })}
      onClick={() => onOpen(null, month)}
    >
      {total}
    </button>
  );
}

type HeatLineProps = Pick<HeatMapProps, 'months' | 'onOpen'> & { readonly row: HeatRow };

function HeatLine({ row, months, onOpen }: HeatLineProps) {
  const t = useT();
  const format = useFormat();
  return (
    <tr>
      <th scope="row" title={row.label}>
        {row.label}
      </th>
      {months.map((month, index) => {
        const n = row.counts[index] ?? 0;
        const cell = { className: styles.cell, 'data-heat': heatStep(n) };
        const label = t('components.heat.cell', { row: row.label, month: format.month(month), n });
        return (
          <td key={month}>
            {onOpen && n > 0 ? (
              <button {...cell} type="button" aria-label={label} onClick={() => onOpen(row.id, month)}>
                {n}
              </button>
            ) : (
              <span {...cell}>{n === 0 ? '·' : n}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

type CapacityLineProps = {
  readonly months: readonly string[];
  readonly totals: readonly number[];
  readonly capacity: number;
};

function CapacityLine({ months, totals, capacity }: CapacityLineProps) {
  const t = useT();
  return (
    <tr className={styles.sum}>
      <th scope="row">{t('components.heat.capacity', { n: capacity })}</th>
      {totals.map((total, index) => (
        <td key={months[index]}>
          {total > capacity && (
            <span className={styles.over}>{t('components.heat.over', { n: total - capacity })}</span>
          )}
        </td>
      ))}
    </tr>
  );
}

function yearSpans(months: readonly string[]): readonly { readonly year: number; readonly span: number }[] {
  const spans = new Map<number, number>();
  for (const month of months) {
    const year = Number(month.slice(0, 4));
    spans.set(year, (spans.get(year) ?? 0) + 1);
  }
  return [...spans].map(([year, span]) => ({ year, span }));
}
