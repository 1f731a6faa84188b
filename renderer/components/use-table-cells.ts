import { useEffect, useRef } from 'react';
import type { ClipboardEvent } from 'react';
import { mayBeEmpty } from '#shared/domain/cell-value.ts';
import type { CellValue } from '#shared/domain/cell-value.ts';
import { tabText } from '#shared/domain/tab-text.ts';
import type { TextBlock } from '#shared/domain/tab-text.ts';
import { emptied, isOneCell, pastedText } from './cell-block.ts';
import type { CellBlock } from './cell-block.ts';
import { blockWidth, copiedText } from './cell-plan.ts';
import type { ShownBlock, TypedBlock } from './cell-plan.ts';
import type { Column, ColumnCell } from './table-column.ts';
import type { RowIds } from './table-moves.ts';
import { useCellBlock } from './use-cell-block.ts';
import type { BlockHold } from './use-cell-block.ts';
import type { TablePlace } from './use-table-place.ts';

/** How the cells of a table are written: one by one, and in blocks. */
export type TableCells<Row> = {
  readonly onSave: (row: Row, cell: ColumnCell<Row>, value: CellValue) => void;
  readonly onWrite: (block: TypedBlock<Row>) => void;
  /** Fills the block from its first row. */
  readonly onFill: (block: ShownBlock<Row>) => void;
  /** The rows of the list from one place to another, also those that have not come yet. */
  readonly rowsBetween: (first: number, last: number) => Promise<readonly Row[]>;
  /** The columns of the cells that a block was refused for, by the ids of their rows. */
  readonly faulty: ReadonlyMap<string, ReadonlySet<string>>;
  /** They were looked at: the marks go. */
  readonly onSeen: () => void;
};

export type CellKeys = {
  readonly hold: BlockHold;
  /** While rows are selected, letters and Delete are theirs. */
  readonly takesLetters: boolean;
  readonly fillDown: () => void;
  readonly empty: () => void;
  /** The marks of a refused block have been looked at. */
  readonly seen: () => void;
};

type CellsProps<Row> = {
  readonly cells: TableCells<Row> | undefined;
  readonly rows: readonly (Row | undefined)[];
  readonly ids: RowIds;
  readonly columns: readonly Column<Row>[];
  readonly place: TablePlace<Row>;
  /** No row is selected. */
  readonly isFree: boolean;
};

/** What keys and the clipboard do to the active cell and the block around it. */
export function useTableCells<Row>(props: CellsProps<Row>) {
  const { cells, rows, ids, columns, place, isFree } = props;
  const hold = useCellBlock(place, ids, columns);
  const { block } = hold;
  const write = (at: Pick<CellBlock, 'top' | 'left'>, texts: TextBlock): void =>
    cells?.onWrite({
      first: at.top,
      shown: rows.slice(at.top, at.top + texts.length),
      columns: Array.from({ length: blockWidth(texts) }, (_, index) => columns[at.left + index]),
      texts,
    });
  const textsOf = (block: CellBlock, some: readonly (Row | undefined)[]): TextBlock =>
    some.map((row) =>
      columns
        .slice(block.left, block.right + 1)
        .map((column) => (row === undefined ? '' : copiedText(column, row))),
    );
  const keys: CellKeys | undefined = cells && {
    hold,
    seen: cells.onSeen,
    takesLetters: isFree,
    fillDown: () => {
      if (block === undefined) return;
      const isFromAbove = block.top === block.bottom;
      const source = isFromAbove ? block.top - 1 : block.top;
      if (rows[source] === undefined) return;
      cells.onFill({
        first: source,
        shown: rows.slice(source, block.bottom + 1),
        columns: columns.slice(block.left, block.right + 1),
      });
    },
    empty: () => {
      if (block === undefined) return;
      const type = place.row && columns[block.left]?.cell?.type(place.row);
      if (isOneCell(block) && type !== undefined && !mayBeEmpty(type)) place.edit(place.column, '');
      else write(block, emptied(block));
    },
  };
  const onCopy = (event: ClipboardEvent): void => {
    // Text that is marked with the mouse is copied as text.
    if (cells === undefined || block === undefined || document.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    const { top, bottom } = block;
    const here = rows.slice(top, bottom + 1);
    if (!here.includes(undefined)) {
      event.clipboardData.setData('text/plain', tabText(textsOf(block, here)));
      return;
    }
    void cells.rowsBetween(top, bottom).then((all) => copyLater(tabText(textsOf(block, all))));
  };
  const onPaste = (event: ClipboardEvent): void => {
    // A row as a whole, and rows that are selected, are no place for the texts of cells.
    if (cells === undefined || block === undefined || !isFree) return;
    event.preventDefault();
    const texts = pastedText(block, event.clipboardData.getData('text/plain'));
    if (texts === undefined) return;
    write(block, texts);
    hold.drawTo(
      Math.min(rows.length, block.top + texts.length) - 1,
      Math.min(columns.length, block.left + blockWidth(texts)) - 1,
    );
  };
  return { hold, keys, onCopy, onPaste };
}

/** Rows that had to be read first are behind the event by then: another one is asked for. */
function copyLater(text: string): void {
  const answer = (event: globalThis.ClipboardEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', answer, { capture: true, once: true });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the newer one asks for a permission, and our pages have none
  document.execCommand('copy');
  document.removeEventListener('copy', answer, { capture: true });
}

type FocusProps = {
  readonly grid: () => HTMLElement | null;
  /** A cell is active, and letters are its own. */
  readonly isCaught: boolean;
};

/** Keeps the focus of the table where it belongs: on the grid, or on the field that stands for the active cell. */
export function useCellFocus({ grid, isCaught }: FocusProps) {
  const catcher = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    if (isCaught && activeElement === grid()) catcher.current?.focus({ preventScroll: true });
    if (!isCaught && activeElement === catcher.current) grid()?.focus({ preventScroll: true });
  });
  return catcher;
}
