import { useLayoutEffect, useMemo, useRef } from 'react';
import type { RowActions } from './data-table-row.tsx';
import type { RowIds } from './table-moves.ts';
import type { TablePlace } from './use-table-place.ts';
import type { TableSelection } from './use-table-selection.ts';

type Table<Row> = {
  readonly rows: readonly (Row | undefined)[];
  readonly ids: RowIds;
  readonly place: TablePlace<Row>;
  readonly selection: TableSelection;
  readonly onOpen?: (row: Row) => void;
  readonly focus: () => void;
};

/** The actions of all rows as one object that never changes, though what they act on does. */
export function useRowActions<Row>(table: Table<Row>): RowActions {
  const latest = useRef(table);
  useLayoutEffect(() => {
    latest.current = table;
  });
  return useMemo(
    () => ({
      point: (event, index, column) => {
        if (event.target instanceof Element && event.target.closest('a, button, input, label')) return;
        const { ids, place, selection, focus } = latest.current;
        const chooses = event.shiftKey || event.ctrlKey || event.metaKey;
        if (chooses) selection.choose(ids[index] ?? '', event.shiftKey);
        place.activate(index, column);
        focus();
      },
      open: (index, column) => {
        const { rows, place, onOpen } = latest.current;
        place.activate(index, place.editable.includes(column) ? column : null);
        const row = rows[index];
        if (!place.edit(column) && row !== undefined) onOpen?.(row);
      },
      toggle: (index, range) => latest.current.selection.choose(latest.current.ids[index] ?? '', range),
      finish: (move) => latest.current.place.finish(move),
    }),
    [],
  );
}
