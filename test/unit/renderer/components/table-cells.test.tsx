import type { ClipboardEvent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { ShownBlock, TypedBlock } from '#renderer/components/cell-plan.ts';
import type { Column } from '#renderer/components/table-column.ts';
import { useTableCells } from '#renderer/components/use-table-cells.ts';
import type { TableCells } from '#renderer/components/use-table-cells.ts';

interface Row {
  readonly id: string;
  readonly name: string;
}

const rows: readonly Row[] = [
  { id: 'a', name: '甲' },
  { id: 'b', name: '乙' },
];
const name: Column<Row> = {
  ...{ id: 'name', title: 'name', width: '1fr', render: () => null },
  cell: { field: 'name', type: () => ({ kind: 'line' }), value: (row) => row.name },
};

/** What keys and a paste ask for while the cell of a row is active; null: the row as a whole. */
function table(index: number, column: string | null, isFree = true) {
  const asked: TypedBlock<Row>[] = [];
  const filled: ShownBlock<Row>[] = [];
  const cells: TableCells<Row> = {
    onSave: () => undefined,
    onWrite: (block) => asked.push(block),
    onFill: (block) => filled.push(block),
    rowsBetween: () => Promise.resolve(rows),
    onSeen: () => undefined,
    faulty: new Map(),
  };
  const nothing = (): void => undefined;
  const place = {
    ...{ row: rows[index], index, column, editable: ['name'], editing: null, typed: undefined },
    ...{ activate: nothing, go: nothing, show: nothing, edit: () => false, finish: nothing },
  };
  const got: ReturnType<typeof useTableCells<Row>>[] = [];
  function Probe() {
    got.push(useTableCells({ cells, rows, ids: ['a', 'b'], columns: [name], place, isFree }));
    return null;
  }
  renderToStaticMarkup(<Probe />);
  const paste = (text: string): void => {
    const event = { preventDefault: nothing, clipboardData: { getData: () => text } };
    // Of the event only this is read.
    got[0]?.onPaste(event as unknown as ClipboardEvent);
  };
  return { asked, filled, paste, fillDown: () => got[0]?.keys?.fillDown() };
}

describe('a paste into a table', () => {
  it('begins at the active cell, and names the rows that are shown there', () => {
    const { asked, paste } = table(1, 'name');
    paste('丙\r\n丁');
    expect(asked).toEqual([{ first: 1, shown: [rows[1]], columns: [name], texts: [['丙'], ['丁']] }]);
  });

  it('writes nothing where the clipboard holds no text', () => {
    const { asked, paste } = table(0, 'name');
    paste('');
    expect(asked).toEqual([]);
  });

  it('writes nothing where a row as a whole is active, or rows are selected', () => {
    for (const { asked, paste } of [table(0, null), table(-1, null), table(0, 'name', false)]) {
      paste('丙');
      expect(asked).toEqual([]);
    }
  });
});

describe('a fill', () => {
  it('of one cell begins with the row above it', () => {
    const { filled, fillDown } = table(1, 'name');
    fillDown();
    expect(filled).toEqual([{ first: 0, shown: rows, columns: [name] }]);
  });

  it('of the first row alone has nothing to begin with', () => {
    const { filled, fillDown } = table(0, 'name');
    fillDown();
    expect(filled).toEqual([]);
  });
});
