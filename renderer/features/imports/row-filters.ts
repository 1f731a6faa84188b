import type { ImportRow } from '#shared/contract/imports.ts';

export const rowFilters = [
  'all',
  'refuse',
  'look',
  'fixed',
  'create',
  'update',
  'merge',
  'same',
  'skip',
] as const;
export type RowFilter = (typeof rowFilters)[number];

const has = (row: ImportRow, level: 'warning' | 'fixed'): boolean =>
  row.notes.some((note) => note.level === level);

const isWritten = ({ deed }: ImportRow): boolean => deed !== 'refuse' && deed !== 'skip';

function fits(row: ImportRow, filter: RowFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'look':
      return isWritten(row) && has(row, 'warning');
    case 'fixed':
      return isWritten(row) && has(row, 'fixed');
    case 'refuse':
    case 'create':
    case 'update':
    case 'merge':
    case 'same':
    case 'skip':
      return row.deed === filter;
  }
}

/** The rows that a filter of the review shows, in the order of the sheet. */
export const rowsOf = (rows: readonly ImportRow[], filter: RowFilter): readonly ImportRow[] =>
  filter === 'all' ? rows : rows.filter((row) => fits(row, filter));

export const countRows = (rows: readonly ImportRow[], filter: RowFilter): number =>
  rowsOf(rows, filter).length;
