/** Where the rows of a list stand among the headings of its groups: pure. */
export interface RowGroup {
  /** Its rows, whether they are shown or not. */
  readonly count: number;
  readonly isOpen: boolean;
}

/** What stands at one place of a table: a row of the list, or the heading of a group, each by its number from 0. */
export type TableItem =
  { readonly kind: 'row'; readonly row: number } | { readonly kind: 'heading'; readonly group: number };

export interface TableLayout {
  readonly itemCount: number;
  readonly rowCount: number;
  readonly itemAt: (item: number) => TableItem;
  readonly itemOfRow: (row: number) => number;
  readonly itemOfHeading: (group: number) => number;
  /** The group of a row; undefined in a list without groups. */
  readonly groupOfRow: (row: number) => number | undefined;
  /** How many rows stand before a place. */
  readonly rowsBefore: (item: number) => number;
}

/** Of a list without groups: every row is at its own place. */
export const plainLayout = (rowCount: number): TableLayout => ({
  itemCount: rowCount,
  rowCount,
  itemAt: (item) => ({ kind: 'row', row: item }),
  itemOfRow: (row) => row,
  itemOfHeading: () => 0,
  groupOfRow: () => undefined,
  rowsBefore: (item) => item,
});

/** Of one group at least: its heading stands before its rows; of one that is collapsed it is all there is. */
export function groupedLayout(groups: readonly RowGroup[]): TableLayout {
  const firstRows: number[] = [];
  let rowCount = 0;
  for (const { count, isOpen } of groups) {
    firstRows.push(rowCount);
    if (isOpen) rowCount += count;
  }
  const headings = firstRows.map((first, group) => first + group);
  /** The last group that begins at or before a place. */
  const groupAt = (item: number): number =>
    Math.max(
      0,
      headings.findLastIndex((at) => at <= item),
    );
  // Collapsed groups begin where the next one does: the last that begins there has the row.
  const groupOfRow = (row: number): number =>
    Math.max(
      0,
      firstRows.findLastIndex((first) => first <= row),
    );
  const rowsBefore = (item: number): number => {
    const group = groupAt(item);
    return headings[group] === item ? item - group : item - group - 1;
  };
  return {
    itemCount: rowCount + groups.length,
    rowCount,
    itemAt: (item) => {
      const group = groupAt(item);
      return headings[group] === item ? { kind: 'heading', group } : { kind: 'row', row: rowsBefore(item) };
    },
    itemOfRow: (row) => row + groupOfRow(row) + 1,
    itemOfHeading: (group) => headings[group] ?? 0,
    groupOfRow,
    rowsBefore,
  };
}
