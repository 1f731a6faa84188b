import { useState } from 'react';
import { blockBetween } from './cell-block.ts';
import type { CellBlock } from './cell-block.ts';
import type { Column } from './table-column.ts';
import type { RowIds } from './table-moves.ts';
import type { TablePlace } from './use-table-place.ts';

/** The corner of a block over against the active cell, with the cell and the row that it was drawn from. */
type Head = {
  readonly row: number;
  readonly id: string | undefined;
  readonly column: string;
  readonly from: string;
};

export type BlockHold = {
  /** The active cell alone, or all that is selected with it; undefined where no cell is active. */
  readonly block: CellBlock | undefined;
  /** More than the active cell is selected. */
  readonly isDrawn: boolean;
  /** Where the corner is that Shift and the arrows move. */
  readonly head: { readonly row: number; readonly column: number };
  readonly drawTo: (row: number, column: number) => void;
  readonly drop: () => void;
};

/** A block of cells from the active one to another. It falls apart as soon as the active cell or the list is another. */
export function useCellBlock<Row>(
  place: TablePlace<Row>,
  ids: RowIds,
  columns: readonly Column<Row>[],
): BlockHold {
  const [kept, setKept] = useState<Head | null>(null);
  const from = `${place.index} ${ids[place.index] ?? ''} ${place.column ?? ''}`;
  const active = { row: place.index, column: columns.findIndex(({ id }) => id === place.column) };
  const column = columns.findIndex(({ id }) => id === kept?.column);
  const holds = kept?.from === from && column >= 0 && isSame(kept, ids);
  const head = holds ? { row: kept.row, column } : active;
  return {
    block: active.column < 0 || active.row < 0 ? undefined : blockBetween(active, head),
    isDrawn: holds && (head.row !== active.row || head.column !== active.column),
    head,
    drawTo: (row, to) => {
      const toColumn = columns[to];
      if (toColumn !== undefined) setKept({ row, id: ids[row], column: toColumn.id, from });
    },
    drop: () => setKept(null),
  };
}

/** A row that had not come when it was drawn to may have come since. */
const isSame = ({ row, id }: Head, ids: RowIds): boolean =>
  row < ids.length && (id === undefined || ids[row] === id);
