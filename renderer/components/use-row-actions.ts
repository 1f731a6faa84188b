import { flushSync } from 'react-dom';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { RowActions } from './data-table-row.tsx';
import type { Column } from './table-column.ts';
import type { RowIds } from './table-moves.ts';
import type { BlockHold } from './use-cell-block.ts';
import type { TableCells } from './use-table-cells.ts';
import type { TablePlace } from './use-table-place.ts';
import type { TableSelection } from './use-table-selection.ts';

type Table<Row> = {
  readonly rows: readonly (Row | undefined)[];
  readonly ids: RowIds;
  readonly place: TablePlace<Row>;
  readonly selection: TableSelection;
  readonly onOpen?: (row: Row) => void;
  readonly focus: () => void;
  readonly columns: readonly Column<Row>[];
  readonly hold: BlockHold;
  readonly cells: TableCells<Row> | undefined;
};

type Cell = { readonly index: number; readonly column: string };

/** The actions of all rows as one object that never changes, though what they act on does. */
export function useRowActions<Row>(table: Table<Row>): RowActions<Row> {
  const latest = useRef(table);
  const pressed = useRef<Cell | null>(null);
  useLayoutEffect(() => {
    latest.current = table;
  });
  return useMemo(
    () => ({
      press: (index, column) => {
        pressed.current = { index, column };
      },
      sweep: (index, column) => {
        const from = pressed.current;
        if (latest.current.cells === undefined || from === null) return;
        if (from.index === index && from.column === column && !latest.current.hold.isDrawn) return;
        const { place, focus } = latest.current;
        if (place.index !== from.index || place.column !== from.column)
          flushSync(() => place.activate(from.index, from.column));
        document.getSelection()?.removeAllRanges();
        const { columns, hold } = latest.current;
        hold.drawTo(
          index,
          columns.findIndex(({ id }) => id === column),
        );
        focus();
      },
      point: (event, index, column) => {
        if (event.target instanceof Element && event.target.closest('a, button, input, label')) return;
        const { ids, place, selection, focus, columns, hold } = latest.current;
        const isCell = place.editable.includes(column);
        if (event.shiftKey && place.column !== null && isCell) {
          document.getSelection()?.removeAllRanges();
          hold.drawTo(
            index,
            columns.findIndex(({ id }) => id === column),
          );
          focus();
          return;
        }
        const chooses = event.shiftKey || event.ctrlKey || event.metaKey;
        if (chooses) selection.choose(ids[index] ?? '', event.shiftKey);
        hold.drop();
        place.activate(index, isCell && !isHandle(columns, column) ? column : null);
        focus();
      },
      open: (index, column) => {
        const { rows, place, onOpen, columns } = latest.current;
        const isCell = place.editable.includes(column) && !isHandle(columns, column);
        place.activate(index, isCell ? column : null);
        const row = rows[index];
        if (isCell) place.edit(column);
        else if (row !== undefined) onOpen?.(row);
      },
      save: (row, cell, value) => latest.current.cells?.onSave(row, cell, value),
      toggle: (index, range) => latest.current.selection.choose(latest.current.ids[index] ?? '', range),
      finish: (move) => latest.current.place.finish(move),
    }),
    [],
  );
}

/** The name stands for its row: a click takes the row, a double click opens it. Its cell is reached by keys. */
const isHandle = <Row>(columns: readonly Column<Row>[], column: string): boolean =>
  columns.some(({ id, always }) => id === column && always === true);
