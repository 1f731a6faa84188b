import type { ValidUntil } from '#shared/contract/values.ts';
import type { DocumentKind, DocumentPart } from '#shared/domain/document-kind.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import type { InspectedFile } from '#backend/jobs/file-jobs.ts';
import { flagColumn } from '#backend/columns.ts';
import { versionsOf } from './queries.ts';
import { validUntilColumns } from './rows.ts';

export interface PaperRow {
  readonly clientId: string;
  /** Null makes a new paper. */
  readonly documentId: string | null;
  readonly kind: DocumentKind;
  readonly title?: string | undefined;
  /** Null leaves the date as it is. */
  readonly validUntil: ValidUntil;
}

/** A file that lies in the vault. */
export interface PaperFile {
  readonly name: string;
  readonly part: DocumentPart;
  readonly inspected: InspectedFile;
}

export interface WrittenPaper {
  readonly documentId: string;
  /** What each file has become, in their order. */
  readonly versionIds: readonly string[];
}

/** Writes a paper and its files, or new versions of a paper, within a change. */
export function writePaper(
  backend: Pick<Backend, 'db'>,
  change: Change,
  { clientId, documentId, kind, title = '', validUntil }: PaperRow,
  files: readonly PaperFile[],
): WrittenPaper {
  const dates = validUntil === null ? {} : validUntilColumns(validUntil);
  const id = documentId ?? change.insert('documents', { client_id: clientId, kind, title, ...dates });
  if (documentId !== null) change.update('documents', id, dates);
  return { documentId: id, versionIds: files.map((file) => writeVersion(backend, change, id, file)) };
}

function writeVersion(
  { db }: Pick<Backend, 'db'>,
  change: Change,
  documentId: string,
  file: PaperFile,
): string {
  const { name, part, inspected } = file;
  const newest = versionsOf(db, [documentId]).find((version) => version.part === part);
  // The same scan once more is no new version.
  if (newest?.sha256 === inspected.sha256) return newest.id;
  return change.insert('document_versions', {
    document_id: documentId,
    part,
    version_no: (newest?.version_no ?? 0) + 1,
    sha256: inspected.sha256,
    original_name: name,
    media_type: inspected.mediaType,
    size_bytes: inspected.sizeBytes,
    page_count: inspected.pageCount,
    width_px: inspected.widthPx,
    height_px: inspected.heightPx,
    is_grey: inspected.isGrey === null ? null : flagColumn(inspected.isGrey),
  });
}
