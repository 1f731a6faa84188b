import { memo } from 'react';
import type { MouseEvent } from 'react';
import type { CellValue } from '#shared/domain/cell-value.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { CellEditor } from './cell-editor.tsx';
import type { EditMove } from './inline-edit.tsx';
import { RowCheck } from './row-check.tsx';
import type { Column, ColumnCell } from './table-column.ts';
import styles from './data-table.module.css';

/** What a row can ask of its table; the same functions as long as the table stands. */
export type RowActions<Row> = {
  readonly point: (event: MouseEvent, index: number, column: string) => void;
  /** The mouse button goes down on a cell. */
  readonly press: (index: number, column: string) => void;
  /** The mouse comes to a cell with the button held. */
  readonly sweep: (index: number, column: string) => void;
  readonly save: (row: Row, cell: ColumnCell<Row>, value: CellValue) => void;
  readonly open: (index: number, column: string) => void;
  readonly toggle: (index: number, range: boolean) => void;
  readonly finish: (move: EditMove) => void;
};

type RowProps<Row> = {
  /** Of the element; its cells' are made of it. */
  readonly id: string;
  readonly row: Row;
  readonly name: string;
  /** Position in the list, from 0. */
  readonly index: number;
  /** Position among rows and headings, from 0. */
  readonly item: number;
  readonly top: number;
  readonly columns: readonly Column<Row>[];
  readonly tall: boolean;
  /** Undefined: rows cannot be selected. */
  readonly selected?: boolean;
  /** Undefined: another row is active; null: the row as a whole is. */
  readonly activeColumn?: string | null;
  /** The column that is being edited in this row. */
  readonly editing?: string | undefined;
  /** What the editing begins with, in the place of what was there. */
  readonly typed?: string | undefined;
  /** Of the selected block in this row, by numbers of columns. */
  readonly blockFrom?: number | undefined;
  readonly blockTo?: number | undefined;
  /** The row is the block's first, its last, or both. */
  readonly blockEnds?: string | undefined;
  /** Columns of cells that a block was refused for. */
  readonly faulty?: ReadonlySet<string> | undefined;
  readonly actions: RowActions<Row>;
};

export const cellIdOf = (rowElementId: string, column: string): string => `${rowElementId}-${column}`;

function TableRow<Row>(props: RowProps<Row>) {
  const { id, row, index, columns, selected, activeColumn, editing, actions } = props;
  const t = useT();
  const hasCells = columns.some(({ cell }) => cell !== undefined);
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={props.item + 2}
      aria-selected={selected}
      className={styles.row}
      style={{ transform: `translateY(${props.top}px)` }}
      data-tall={props.tall || undefined}
      data-selected={selected === true || undefined}
      data-active={activeColumn === null || undefined}
      data-editing={editing !== undefined || undefined}
    >
      {selected !== undefined && (
        <span
          role="gridcell"
          aria-colindex={1}
          className={styles.check}
          onClick={({ target, currentTarget, shiftKey }) => {
            if (target === currentTarget) actions.toggle(index, shiftKey);
          }}
        >
          <RowCheck
            label={t('components.table.select', { name: props.name })}
            checked={selected}
            onToggle={({ shiftKey }) => actions.toggle(index, shiftKey)}
          />
        </span>
      )}
      {columns.map((column, columnIndex) => (
        <div
          key={column.id}
          id={cellIdOf(id, column.id)}
          role="gridcell"
          aria-colindex={columnIndex + (selected === undefined ? 1 : 2)}
          className={styles.cell}
          data-align={column.align}
          data-stays={columnIndex === 0 && column.always ? true : undefined}
          data-active={activeColumn === column.id || undefined}
          data-faulty={props.faulty?.has(column.id) === true ? true : undefined}
          {...(hasCells && { 'aria-readonly': column.cell === undefined })}
          {...blockOf(columnIndex, props)}
          onMouseDown={() => actions.press(index, column.id)}
          onMouseEnter={({ buttons }) => {
            if (buttons === 1) actions.sweep(index, column.id);
          }}
          onClick={(event) => actions.point(event, index, column.id)}
          onDoubleClick={() => actions.open(index, column.id)}
        >
          {editing === column.id && column.cell ? (
            <CellEditor
              row={row}
              column={column}
              cell={column.cell}
              typed={props.typed}
              onSave={actions.save}
              onFinish={actions.finish}
            />
          ) : (
            column.render(row)
          )}
        </div>
      ))}
    </div>
  );
}

/** How a cell stands in the selected block: on which of its edges. */
function blockOf(column: number, { blockFrom, blockTo, blockEnds = '' }: BlockPart) {
  if (blockFrom === undefined || blockTo === undefined || column < blockFrom || column > blockTo) return {};
  const edges = `${blockEnds}${column === blockFrom ? 'l' : ''}${column === blockTo ? 'r' : ''}`;
  return { 'data-block': edges, 'aria-selected': true };
}

type BlockPart = Pick<RowProps<never>, 'blockFrom' | 'blockTo' | 'blockEnds'>;

/** Drawn anew only when something of the row itself changes, so that a key press costs two rows, not fifty. */
export const DataTableRow = memo(TableRow) as typeof TableRow;
