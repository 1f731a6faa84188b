import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { RowCheck } from './row-check.tsx';
import type { Column, Sort } from './table-column.ts';
import { useColumnDrag } from './use-column-drag.ts';
import type { ColumnResize } from './use-column-resize.ts';
import { onKeys } from './use-shortcuts.ts';
import styles from './data-table.module.css';

type HeadProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** Undefined: rows cannot be selected. */
  readonly selected?: 'none' | 'some' | 'all';
  readonly onSelectAll: (all: boolean) => void;
  /** Undefined: columns stay as they are. */
  readonly arrange?: HeadArrange;
};

export type HeadArrange = {
  readonly resize: ColumnResize;
  readonly onMove: (id: string, to: { readonly beside: string; readonly after: boolean }) => void;
};

export function DataTableHead<Row>(props: HeadProps<Row>) {
  const { selected, onSelectAll } = props;
  const t = useT();
  return (
    <div role="rowgroup" className={styles.headGroup}>
      <div role="row" aria-rowindex={1} className={styles.head}>
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
        {props.arrange ? <ArrangedCells {...props} arrange={props.arrange} /> : <PlainCells {...props} />}
      </div>
    </div>
  );
}

function PlainCells<Row>({ columns, sort, onSort, selected }: HeadProps<Row>) {
  return columns.map((column, index) => (
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
  ));
}

/** Head cells that can be dragged and resized; the keyboard reaches them by one tab stop and arrows. */
function ArrangedCells<Row>(props: HeadProps<Row> & { readonly arrange: HeadArrange }) {
  const { columns, sort, onSort, selected, arrange } = props;
  const t = useT();
  const drag = useColumnDrag('x', arrange.onMove);
  const [stop, setStop] = useState('');
  const stopId = columns.some(({ id }) => id === stop) ? stop : columns[0]?.id;
  const keys = (id: string, index: number, head: HTMLElement) =>
    onKeys({
      arrowleft: () => focusHead(head, columns[index - 1]?.id),
      arrowright: () => focusHead(head, columns[index + 1]?.id),
      'alt+shift+arrowleft': () => arrange.resize.step(id, head, -1),
      'alt+shift+arrowright': () => arrange.resize.step(id, head, 1),
    });
  return columns.map((column, index) => {
    const { id } = column;
    const sorts = column.sortable === true && onSort !== undefined;
    const tabIndex = id === stopId ? 0 : -1;
    return (
      <span
        key={id}
        {...drag(id)}
        role="columnheader"
        aria-colindex={index + (selected ? 2 : 1)}
        aria-sort={ariaSort(id, sort)}
        aria-keyshortcuts="Alt+Shift+ArrowLeft Alt+Shift+ArrowRight"
        className={`${styles.headCell} cf-focus-in`}
        data-align={column.align}
        data-stays={index === 0 && column.always ? true : undefined}
        data-column={id}
        tabIndex={sorts ? undefined : tabIndex}
        onFocus={() => setStop(id)}
        onKeyDown={(event) => keys(id, index, event.currentTarget)(event)}
      >
        <HeadTitle column={column} sort={sort} onSort={onSort} tabIndex={tabIndex} />
        <span
          {...arrange.resize.edge(id)}
          className={styles.edge}
          title={t('components.table.resize')}
          aria-hidden
        />
      </span>
    );
  });
}

/** Focuses the head of another column: what sorts by it, where it can be sorted. */
function focusHead(from: HTMLElement, id: string | undefined): void {
  const heads = [...(from.parentElement?.children ?? [])];
  const head = heads.find((other) => other instanceof HTMLElement && other.dataset.column === id);
  if (id === undefined || !(head instanceof HTMLElement)) return;
  (head.querySelector('button') ?? head).focus();
}

type HeadTitleProps<Row> = {
  readonly column: Column<Row>;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  readonly tabIndex?: number;
};

function HeadTitle<Row>({ column, sort, onSort, tabIndex }: HeadTitleProps<Row>) {
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
      tabIndex={tabIndex}
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
