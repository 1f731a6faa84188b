import { matrixSources } from '#shared/domain/matrix-row.ts';
import type { MatrixSource } from '#shared/domain/matrix-row.ts';

type OnFile = 'record' | 'account' | 'contact' | 'bank';

/** What the firm has on file is one column, each kind of paper one of its own. */
export type MatrixColumn = 'on_file' | Exclude<MatrixSource, OnFile>;

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

/** In the order of the sources, left to right. */
export const matrixColumns: readonly MatrixColumn[] = [...new Set(matrixSources.map(columnOf))];
