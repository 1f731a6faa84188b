/** What a block of typed cells comes to before it is sent: pure. */
import { cellText, readCellText } from '#shared/domain/cell-value.ts';
import type { CellFault, CellType, CellValue } from '#shared/domain/cell-value.ts';
import type { TextBlock } from '#shared/domain/tab-text.ts';
import type { Column } from './table-column.ts';

/** Rows of the list from a place on, as they are shown, and columns; undefined: a row that has not come, no further column. */
export type ShownBlock<Row> = {
  readonly first: number;
  readonly shown: readonly (Row | undefined)[];
  readonly columns: readonly (Column<Row> | undefined)[];
};

/** Texts for the cells of a block. */
export type TypedBlock<Row> = ShownBlock<Row> & { readonly texts: TextBlock };

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

/** Whether the field of a row is shown as it was before this window wrote it. */
type IsOwn<Row> = (shown: Row, field: string) => boolean;

/**
 * Reads a block for the rows that stand in its place by now, in their order. A cell that says what is there already changes
 * nothing; one that changes begins from what was shown, and a row that is not the one that was shown is left alone.
 */
export function planCells<Row extends { readonly id: string }>(
  { first, shown, columns, texts }: TypedBlock<Row>,
  rows: readonly Row[],
  isOwn: IsOwn<Row> = () => false,
): CellPlan {
  const planned: PlannedRow[] = [];
  const faults: FaultyCell[] = [];
  for (const [at, cells] of texts.entries()) {
    const row = rows[at];
    const seen = shown[at];
    const place = first + at;
    if (seen !== undefined && seen.id !== row?.id) {
      faults.push({ row: place, column: 0, typed: cells[0] ?? '', fault: { code: 'gone' } });
      continue;
    }
    if (row === undefined) {
      faults.push({ row: place, column: 0, typed: cells[0] ?? '', fault: { code: 'beyond_rows' } });
      continue;
    }
    const read = planRow(row, columns, cells);
    const base = seen === undefined ? read.base : shownBase(read.base, seen, columns, isOwn);
    faults.push(...read.faults.map((fault) => ({ row: place, ...fault })));
    if (Object.keys(read.changes).length > 0)
      planned.push({ row: place, id: row.id, base, changes: read.changes });
  }
  return { rows: planned, faults };
}

/** What was shown of the fields that change, but for those that this window has written since. */
function shownBase<Row>(
  now: Fields,
  seen: Row,
  columns: TypedBlock<Row>['columns'],
  isOwn: IsOwn<Row>,
): Fields {
  const base = { ...now };
  for (const column of columns) {
    const field = column?.cell?.field;
    if (field !== undefined && field in base && !isOwn(seen, field))
      base[field] = column?.cell?.value(seen) ?? null;
  }
  return base;
}

/** The block with the texts of its first row in all of its rows: those of that row as it is by now. */
export function filledFromFirst<Row>(block: ShownBlock<Row>, rows: readonly Row[]): TypedBlock<Row> {
  const [first] = rows;
  const texts = block.columns.map((column) =>
    first === undefined || column === undefined ? '' : copiedText(column, first),
  );
  return { ...block, texts: block.shown.map(() => texts) };
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
