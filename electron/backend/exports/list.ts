import type { CellKind, ListCell, ListRow, ListSheet } from '#backend/jobs/export-jobs.ts';

/** A column of a list: its heading, how its cells are written, and what stands in the cell of a row. */
export interface ListColumn<Row> {
  readonly heading: string;
  readonly kind: CellKind;
  readonly cell: (row: Row) => ListCell;
}

/** A part of a list's rows, for each of its sheets; `done` rows of the list's `total` are in it. */
export interface ListPage {
  readonly sheets: readonly (readonly ListRow[])[];
  readonly done: number;
  readonly total: number;
}

export interface List {
  readonly sheets: readonly ListSheet[];
  /** All rows, read a page at a time. */
  readonly pages: Iterable<ListPage>;
}

export const sheetOf = <Row>(name: string, columns: readonly ListColumn<Row>[]): ListSheet => ({
  name,
  columns: columns.map(({ heading, kind }) => ({ heading, kind })),
});

export const rowsOf = <Row>(columns: readonly ListColumn<Row>[], rows: readonly Row[]): ListRow[] =>
  rows.map((row) => columns.map(({ cell }) => cell(row)));

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** Follows the pages of a list to its end; what was changed meanwhile shows as it is when its page is read. */
export function* pagesOf<Row>(
  read: (after: string | null) => Page<Row>,
  sheets: (rows: readonly Row[]) => ListPage['sheets'],
): Generator<ListPage> {
  let after: string | null = null;
  do {
    const { rows, nextCursor, total }: Page<Row> = read(after);
    yield { sheets: sheets(rows), done: rows.length, total };
    after = nextCursor;
  } while (after !== null);
}
