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

/** Left to right: what else is on file, where that says anything, then every standing kind of paper. */
export function columnsOf({ columns, rows }: MatrixGrid): MatrixColumn[] {
  const hasFile = rows.some(({ cells }) =>
    cells.slice(1).some(({ source }) => columnOf(source) === 'on_file'),
  );
  return hasFile ? ['on_file', ...columns] : [...columns];
}
