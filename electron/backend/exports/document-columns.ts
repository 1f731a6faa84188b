import type { DocumentRow } from '#shared/contract/documents.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { ListColumn } from './list.ts';
import type { ListWords } from './words.ts';

export function documentColumns({ lists, vocabulary }: ListWords): ListColumn<DocumentRow>[] {
  const heads = lists.document;
  return [
    { heading: heads.client, kind: 'text', cell: (row) => row.clientName },
    { heading: heads.kind, kind: 'text', cell: (row) => vocabulary.documentKind[row.kind] },
    { heading: heads.title, kind: 'text', cell: (row) => row.title },
    { heading: heads.number, kind: 'text', cell: (row) => row.number },
    { heading: heads.contact, kind: 'text', cell: (row) => row.contactName },
    { heading: heads.validFrom, kind: 'date', cell: (row) => row.validFromOn },
    {
      heading: heads.validUntil,
      kind: 'date',
      cell: ({ validUntil }) => (validUntil === 'forever' ? lists.forever : validUntil),
    },
    {
      heading: heads.files,
      kind: 'text',
      cell: ({ current }) => current.map(({ originalName }) => originalName).join(lists.and),
    },
    {
      heading: heads.pages,
      kind: 'count',
      cell: ({ current }) => current.reduce((sum, { pageCount }) => sum + pageCount, 0),
    },
    { heading: heads.versions, kind: 'count', cell: (row) => row.versionCount },
    { heading: heads.added, kind: 'date', cell: (row) => dateOfInstant(row.createdAtMs) },
    { heading: heads.remark, kind: 'text', cell: (row) => row.remark },
  ];
}
