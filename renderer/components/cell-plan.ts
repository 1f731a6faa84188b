/** What a block of typed cells comes to before it is sent: pure. */
import { cellText, readCellText } from '#shared/domain/cell-value.ts';
import type { CellFault, CellType, CellValue } from '#shared/domain/cell-value.ts';
import type { TextBlock } from '#shared/domain/tab-text.ts';
import type { Column } from './table-column.ts';

/** Texts for the cells from a row of the list and its columns on; undefined: the table has no further column. */
export type TypedBlock<Row> = {
  readonly first: number;
  readonly columns: readonly (Column<Row> | undefined)[];
  readonly texts: TextBlock;
};

/** One cell that can't be written. `row` counts the list's rows from 0, `column` those of the block. */
export type FaultyCell = {
  readonly row: number;
  readonly column: number;
  readonly typed: string;
  readonly fault: CellFault;
};

type Fields = Readonly<Record<string, CellValue>>;
export type PlannedRow = {
  readonly row: number;
  readonly id: string;
  readonly base: Fields;
  readonly changes: Fields;
};
export type CellPlan = { readonly rows: readonly PlannedRow[]; readonly faults: readonly FaultyCell[] };

/** The widest block that is asked for. */
export const blockWidth = (texts: TextBlock): number => Math.max(...texts.map((row) => row.length));

/** Reads a block for the rows that it is for, in their order; a cell that says what is there already changes nothing. */
export function planCells<Row extends { readonly id: string }>(
  { first, columns, texts }: TypedBlock<Row>,
  rows: readonly Row[],
): CellPlan {
  const planned: PlannedRow[] = [];
  const faults: FaultyCell[] = [];
  for (const [at, cells] of texts.entries()) {
    const row = rows[at];
    const place = first + at;
    if (row === undefined) {
      faults.push({ row: place, column: 0, typed: cells[0] ?? '', fault: { code: 'beyond_rows' } });
      continue;
    }
    const read = planRow(row, columns, cells);
    faults.push(...read.faults.map((fault) => ({ row: place, ...fault })));
    if (Object.keys(read.changes).length > 0)
      planned.push({ row: place, id: row.id, base: read.base, changes: read.changes });
  }
  return { rows: planned, faults };
}

function planRow<Row>(row: Row, columns: TypedBlock<Row>['columns'], cells: readonly string[]) {
  const base: Record<string, CellValue> = {};
  const changes: Record<string, CellValue> = {};
  const faults: Omit<FaultyCell, 'row'>[] = [];
  for (const index of inReadingOrder(row, columns, cells.length)) {
    const typed = cells[index] ?? '';
    const column = columns[index];
    if (column?.cell === undefined) {
      if (column?.text?.(row) === typed) continue;
      const code = column === undefined ? 'beyond_columns' : 'not_editable';
      faults.push({ column: index, typed, fault: { code } });
      continue;
    }
    const { field, value, type } = column.cell;
    const before = value(row);
    const wanted = type({ ...row, ...changes });
    if (typed === cellText(wanted, before)) continue;
    const read = readCellText(wanted, typed);
    if (read.kind === 'fault') faults.push({ column: index, typed, fault: read.fault });
    else if (read.value !== before) {
      base[field] = before;
      changes[field] = read.value;
    }
  }
  return { base, changes, faults: faults.toSorted((a, b) => a.column - b.column) };
}

/** A code is checked for the kind of body that the same row gives: after it. */
function inReadingOrder<Row>(row: Row, columns: TypedBlock<Row>['columns'], width: number): number[] {
  const isCode = (index: number): boolean => columns[index]?.cell?.type(row).kind === 'clientCode';
  const all = Array.from({ length: width }, (_, index) => index);
  return [...all.filter((index) => !isCode(index)), ...all.filter(isCode)];
}

/** The text of a cell as it is copied. */
export function copiedText<Row>(column: Column<Row>, row: Row): string {
  if (column.cell === undefined) return column.text?.(row) ?? '';
  const type: CellType = column.cell.type(row);
  return cellText(type, column.cell.value(row));
}
