import { byteOrderMark, csvRecord } from '#shared/domain/csv-text.ts';
import { guarded } from '#shared/domain/formula-guard.ts';
import type { CellKind, ListCell, ListRow, ListSheet } from '#backend/jobs/export-jobs.ts';

/** How a .csv file begins: the mark of its encoding, and the headings. */
export const csvHead = (columns: ListSheet['columns']): string =>
  byteOrderMark + csvRecord(columns.map(({ heading }) => heading));

export const csvRows = (columns: ListSheet['columns'], rows: readonly ListRow[]): string =>
  rows.map((row) => csvRecord(columns.map(({ kind }, index) => cellText(row[index] ?? null, kind)))).join('');

function cellText(cell: ListCell, kind: CellKind): string {
  if (cell === null) return '';
  // A number that begins with a minus is no formula.
  if (typeof cell === 'number') return kind === 'money' ? yuanText(cell) : String(cell);
  return guarded(cell);
}

/** Without thousands separators: 3600 or 3600.50. */
function yuanText(fen: number): string {
  const size = Math.abs(fen);
  const rest = size % 100;
  const cents = rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`;
  return `${fen < 0 ? '-' : ''}${Math.floor(size / 100)}${cents}`;
}
