import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useT } from '#renderer/i18n/use-t.ts';
import { RowCheck } from './row-check.tsx';
import type { Column, Sort } from './table-column.ts';
import styles from './data-table.module.css';

type HeadProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** Undefined: rows cannot be selected. */
  readonly selected?: 'none' | 'some' | 'all';
  readonly onSelectAll: (all: boolean) => void;
};

export function DataTableHead<Row>(props: HeadProps<Row>) {
  const { columns, template, sort, onSort, selected, onSelectAll } = props;
  const t = useT();
  return (
    <div role="rowgroup" className={styles.headGroup}>
      <div role="row" aria-rowindex={1} className={styles.head} style={{ gridTemplateColumns: template }}>
        {selected && (
          <span role="columnheader" aria-colindex={1} className={styles.check}>
            <RowCheck
              label={t('components.table.selectAll')}
              checked={selected === 'all'}
              indeterminate={selected === 'some'}
              onToggle={() => onSelectAll(selected !== 'all')}
            />
          </span>
        )}
        {columns.map((column, index) => (
          <span
            key={column.id}
            role="columnheader"
            aria-colindex={index + (selected ? 2 : 1)}
            aria-sort={ariaSort(column.id, sort)}
            className={styles.headCell}
            data-align={column.align}
          >
            <HeadTitle column={column} sort={sort} onSort={onSort} />
          </span>
        ))}
      </div>
    </div>
  );
}

type HeadTitleProps<Row> = {
  readonly column: Column<Row>;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
};

function HeadTitle<Row>({ column, sort, onSort }: HeadTitleProps<Row>) {
  const t = useT();
  if (!column.sortable || !onSort) return <span className="cf-cut">{column.title}</span>;
  const sorted = sort?.column === column.id;
  const descending = sorted && !sort.descending;
  return (
    <button
      type="button"
      className={styles.sort}
      data-sorted={sorted || undefined}
      title={t('components.table.sortBy', { column: column.title })}
      onClick={() => onSort({ column: column.id, descending })}
    >
      <span className="cf-cut">{column.title}</span>
      {sorted &&
        (sort.descending ? <IconArrowDown size={14} aria-hidden /> : <IconArrowUp size={14} aria-hidden />)}
    </button>
  );
}

function ariaSort(id: string, sort: Sort | undefined): 'ascending' | 'descending' | undefined {
  if (sort?.column !== id) return undefined;
  return sort.descending ? 'descending' : 'ascending';
}
