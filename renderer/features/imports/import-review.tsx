import { useMemo, useState } from 'react';
import type { ImportPlan, ImportRow } from '#shared/contract/imports.ts';
import type { RowDecision } from '#shared/domain/import-draft.ts';
import { DataTable } from '#renderer/components/data-table.tsx';
import { FilterLine, StatusBar } from '#renderer/components/page.tsx';
import { useProgressFigures } from '#renderer/components/use-progress-figures.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { ColumnsPart } from './columns-part.tsx';
import { countRows, rowFilters, rowsOf } from './row-filters.ts';
import type { RowFilter } from './row-filters.ts';
import { PlanPart } from './plan-part.tsx';
import { ReturnedPart } from './returned-part.tsx';
import { RowPart } from './row-part.tsx';
import styles from './imports.module.css';
import { useImportColumns } from './use-import-columns.tsx';
import type { ColumnChoice, Decisions, Stopped } from './import-store.ts';
import { StoppedNotice } from './stopped-notice.tsx';

interface ImportReviewProps {
  readonly plan: ImportPlan;
  readonly decisions: Decisions;
  /** It was cancelled while it was written. */
  readonly stopped: Stopped | undefined;
  readonly onWrite: () => void;
  readonly onDecide: (rowNo: number, decision: RowDecision | undefined) => void;
  readonly onMapping: (mapping: ColumnChoice[]) => void;
  readonly onSheet: (sheet: string) => void;
}

/** What every row would do, before anything is written: faults by cell, the sum of it, the columns. */
export function ImportReview(props: ImportReviewProps) {
  const { plan, decisions, stopped, onWrite, onDecide, onMapping, onSheet } = props;
  const t = useT();
  const format = useFormat();
  const figuresOf = useProgressFigures();
  const columns = useImportColumns(plan);
  const [filter, setFilter] = useState<RowFilter>('all');
  const [activeNo, setActiveNo] = useState<number | null>(null);
  const rows = useMemo(() => rowsOf(plan.rows, filter), [plan.rows, filter]);
  const filters = useMemo(
    () =>
      rowFilters
        .map((id) => ({ id, n: countRows(plan.rows, id) }))
        .filter(({ id, n }) => id === 'all' || n > 0),
    [plan.rows],
  );
  // Of a plan that was decided on since, the row as it is now.
  const active = plan.rows.find(({ rowNo }) => rowNo === activeNo);
  const shown = active ?? plan.rows.find(({ deed }) => deed === 'refuse') ?? null;
  return (
    <>
      {stopped && <StoppedNotice stopped={stopped} onWrite={onWrite} />}
      <FilterLine end={<span className="cf-xs cf-ink-3">{t('imports.dryRun')}</span>}>
        {filters.map(({ id, n }) => (
          <button
            key={id}
            type="button"
            className={`${styles.chip} cf-focus-in`}
            aria-pressed={id === filter}
            onClick={() => setFilter(id)}
          >
            <b>{t(`imports.filter.${id}`)}</b>
            <span className="cf-ink-3">{format.count(n)}</span>
          </button>
        ))}
      </FilterLine>
      <div className={styles.review}>
        <DataTable<ImportRow>
          label={t('imports.title')}
          columns={columns}
          rows={rows}
          rowId={(row) => String(row.rowNo)}
          rowName={(row) => t('imports.rowHead', { n: row.rowNo })}
          onActive={({ rowNo }) => setActiveNo(rowNo)}
          viewKey={filter}
        />
        <aside className={styles.side}>
          {shown && (
            <RowPart
              row={shown}
              decision={decisions[String(shown.rowNo)]}
              onDecide={(decision) => onDecide(shown.rowNo, decision)}
            />
          )}
          <PlanPart plan={plan} />
          <ReturnedPart plan={plan} counts={plan.counts} />
          <ColumnsPart plan={plan} onMapping={onMapping} onSheet={onSheet} />
        </aside>
      </div>
      <StatusBar>{figuresOf('rows', rows.length, plan.counts.rows)}</StatusBar>
    </>
  );
}
