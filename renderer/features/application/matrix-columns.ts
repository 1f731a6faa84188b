import type { MatrixGrid } from '#shared/domain/matrix-grid.ts';
import type { MatrixSource, PaperSource } from '#shared/domain/matrix-row.ts';

/** What the firm has on file is one column, each kind of paper one of its own. */
export type MatrixColumn = 'on_file' | PaperSource;

export function columnOf(source: MatrixSource): MatrixColumn {
  switch (source) {
    case 'record':
    case 'account':
    case 'contact':
    case 'bank':
      return 'on_file';
    case 'subject_document':
    case 'id_card':
    case 'authorisation_letter':
    case 'application_letter':
    case 'account_proof':
    case 'trademark_certificate':
    case 'platform_form':
      return source;
  }
}

/**
 * Left to right: what deviates somewhere, then the rest; within each, what else is on file, where that says anything,
 * then every standing kind of paper. A narrow window cuts off what is in order, not what is wrong.
 */
export function columnsOf({ columns, rows }: MatrixGrid): MatrixColumn[] {
  const compared = rows.flatMap(({ cells }) => cells.slice(1));
  const has = (column: MatrixColumn): boolean => compared.some(({ source }) => columnOf(source) === column);
  const deviates = (column: MatrixColumn): boolean =>
    compared.some(({ source, verdict }) => columnOf(source) === column && verdict === 'different');
  const all: readonly MatrixColumn[] = has('on_file') ? ['on_file', ...columns] : columns;
  return [...all.filter(deviates), ...all.filter((column) => !deviates(column))];
}
