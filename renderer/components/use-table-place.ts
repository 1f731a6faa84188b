import { useState } from 'react';
import type { EditMove } from './inline-edit.tsx';
import type { Column } from './table-column.ts';
import { nextColumn, placeOf } from './table-moves.ts';
import type { RowIds, RowPlace } from './table-moves.ts';

type PlaceProps<Row> = {
  readonly rows: readonly (Row | undefined)[];
  readonly ids: RowIds;
  readonly columns: readonly Column<Row>[];
  /** Whether cells can be edited. */
  readonly isEditable: boolean;
  readonly onActive?: (row: Row, column: string | null) => void;
  readonly scrollTo: (index: number, column: string | null) => void;
  readonly focus: () => void;
};

export type TablePlace<Row> = {
  readonly row: Row | undefined;
  /** -1: no row is active yet. */
  readonly index: number;
  /** The column of the active cell; null: the row as a whole. */
  readonly column: string | null;
  readonly editable: readonly string[];
  readonly editing: string | null;
  /** What was typed to begin the editing with, in the place of what was there. */
  readonly typed: string | undefined;
  readonly activate: (index: number, column: string | null) => void;
  /** Activates and brings into sight. */
  readonly go: (index: number, column: string | null) => void;
  /** Brings a cell into sight, and leaves the active one where it is. */
  readonly show: (index: number, column: string | null) => void;
  readonly edit: (column: string | null | undefined, typed?: string) => boolean;
  readonly finish: (move: EditMove) => void;
};

type Edited = { readonly id: string; readonly column: string; readonly typed: string | undefined };

/**
 * The active row and cell, held by id so that they survive new rows and another order; a row that has not come yet is
 * held by its place until it does.
 */
export function useTablePlace<Row>(props: PlaceProps<Row>): TablePlace<Row> {
  const { rows, ids, onActive } = props;
  const [place, setPlace] = useState<(RowPlace & { readonly column: string | null }) | null>(null);
  const [edited, setEdited] = useState<Edited | null>(null);
  const index = placeOf(place, ids);
  const arrived = place?.id === undefined ? ids[index] : undefined;
  if (place !== null && arrived !== undefined) setPlace({ ...place, id: arrived });
  // The editor stays with its row: where that is gone or out of sight, nothing is edited in its stead.
  const editing = edited !== null && ids[index] === edited.id ? edited.column : null;
  const column = place?.column ?? null;
  const cells = props.isEditable ? props.columns.filter((candidate) => candidate.cell) : [];
  const editable = cells.map(({ id }) => id);
  const activate = (to: number, toColumn: string | null): void => {
    if (to < 0 || to >= rows.length) return;
    const row = rows[to];
    setPlace({ id: ids[to], index: to, column: toColumn });
    if (row !== undefined) onActive?.(row, toColumn);
  };
  const go = (to: number, toColumn: string | null): void => {
    activate(to, toColumn);
    if (to >= 0) props.scrollTo(to, toColumn);
  };
  return {
    row: rows[index],
    index,
    column,
    editable,
    editing,
    typed: edited?.typed,
    activate,
    go,
    show: props.scrollTo,
    edit: (toColumn, typed) => {
      const id = ids[index];
      if (!toColumn || !editable.includes(toColumn) || id === undefined) return false;
      if (toColumn !== column) go(index, toColumn);
      setEdited({ id, column: toColumn, typed });
      return true;
    },
    finish: (move) => {
      setEdited(null);
      props.focus();
      if (move === 'down') go(Math.min(rows.length - 1, index + 1), column);
      if (move === 'up') go(Math.max(0, index - 1), column);
      if (move === 'right' || move === 'left') go(index, nextColumn(move, column, props.columns));
    },
  };
}
