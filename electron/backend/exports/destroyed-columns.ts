import type { DestroyedRow } from '#shared/contract/keeping.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { ListColumn } from './list.ts';
import type { ListWords } from './words.ts';

interface DestroyedFile {
  readonly row: DestroyedRow;
  /** Undefined for a paper that never had a file. */
  readonly file: DestroyedRow['files'][number] | undefined;
}

/** A row for each file, since each has a hash of its own; what had none has a row too. */
export const destroyedFiles = (row: DestroyedRow): DestroyedFile[] =>
  row.files.length === 0 ? [{ row, file: undefined }] : row.files.map((file) => ({ row, file }));

export function destroyedColumns({ lists, vocabulary }: ListWords): ListColumn<DestroyedFile>[] {
  const heads = lists.destroyed;
  return [
    { heading: heads.client, kind: 'text', cell: ({ row }) => row.clientName },
    {
      heading: heads.kind,
      kind: 'text',
      cell: ({ row }) => (row.kind === null ? lists.trayFile : vocabulary.documentKind[row.kind]),
    },
    { heading: heads.title, kind: 'text', cell: ({ row }) => row.title },
    { heading: heads.number, kind: 'text', cell: ({ row }) => row.number },
    { heading: heads.contact, kind: 'text', cell: ({ row }) => row.contactName },
    { heading: heads.issuedOn, kind: 'date', cell: ({ row }) => row.issuedOn },
    { heading: heads.validFrom, kind: 'date', cell: ({ row }) => row.validFromOn },
    {
      heading: heads.validUntil,
      kind: 'date',
      cell: ({ row }) => (row.validUntil === 'forever' ? lists.forever : row.validUntil),
    },
    { heading: heads.keepUntil, kind: 'date', cell: ({ row }) => row.keepUntilOn },
    { heading: heads.at, kind: 'date', cell: ({ row }) => dateOfInstant(row.atMs) },
    { heading: heads.rule, kind: 'text', cell: ({ row }) => lists.rule[row.rule] },
    { heading: heads.actor, kind: 'text', cell: ({ row }) => row.actorName },
    { heading: heads.remark, kind: 'text', cell: ({ row }) => row.remark },
    ...fileColumns(lists),
  ];
}

function fileColumns(lists: ListWords['lists']): ListColumn<DestroyedFile>[] {
  const heads = lists.destroyed;
  return [
    { heading: heads.part, kind: 'text', cell: ({ file }) => (file ? lists.part[file.part] : null) },
    { heading: heads.version, kind: 'count', cell: ({ file }) => file?.versionNo ?? null },
    { heading: heads.file, kind: 'text', cell: ({ file }) => file?.originalName ?? null },
    { heading: heads.bytes, kind: 'count', cell: ({ file }) => file?.sizeBytes ?? null },
    { heading: heads.sha256, kind: 'text', cell: ({ file }) => file?.sha256 ?? null },
    { heading: heads.shared, kind: 'text', cell: ({ file }) => (file?.isShared ? lists.stillShared : null) },
  ];
}
