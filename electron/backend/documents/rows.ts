import type { z } from 'zod';
import type { documentFields, DocumentRow, versionRow } from '#shared/contract/documents.ts';
import type { ValidUntil } from '#shared/contract/values.ts';
import type { DocumentPart } from '#shared/domain/document-kind.ts';
import { statedValuesOf } from '#shared/domain/stated-value.ts';
import { textColumn } from '#backend/columns.ts';
import type { Row } from '#backend/db/change.ts';
import type { DocumentRecord, ReplacedRecord, VersionRecord } from './queries.ts';

export type VersionRow = z.infer<typeof versionRow>;
export type DocumentFields = z.infer<typeof documentFields>;

/** The order in which the sides of a paper are shown. */
const partOrder: readonly DocumentPart[] = ['front', 'back', 'whole'];

interface OfDocument {
  /** Newest first within each part. */
  readonly versions: readonly VersionRecord[];
  readonly stated: ReadonlyMap<string, string> | undefined;
  readonly replaced: readonly ReplacedRecord[] | undefined;
}

/** All but the record is of this paper. */
export function documentRowOf(
  record: DocumentRecord,
  { versions, stated, replaced = [] }: OfDocument,
): DocumentRow {
  const current = partOrder.flatMap((part) => versions.find((version) => version.part === part) ?? []);
  return {
    id: record.id,
    clientId: record.client_id,
    clientName: record.client_name,
    kind: record.kind,
    title: record.title,
    number: record.number,
    contactId: record.contact_id,
    contactName: record.contact_name,
    issuedOn: record.issued_on,
    validFromOn: record.valid_from_on,
    validUntil: validUntilOf(record),
    remark: record.remark,
    stated: statedValuesOf(record.kind, record.number, stated ?? new Map()),
    versionCount: versions.length,
    current: current.map(versionRowOf),
    createdAtMs: record.created_at_ms,
    replacedBy: replacedByOf(record),
    replaces: replaced.map(({ id, title, kind, replaced_on: on }) => ({ id, title, kind, on })),
  };
}

function replacedByOf(record: DocumentRecord): DocumentRow['replacedBy'] {
  const { replaced_by_id: id, replaced_by_title: title, replaced_by_kind: kind, replaced_on: on } = record;
  return id === null || title === null || kind === null || on === null ? null : { id, title, kind, on };
}

export function versionRowOf(record: VersionRecord): VersionRow {
  return {
    id: record.id,
    part: record.part,
    versionNo: record.version_no,
    sha256: record.sha256,
    originalName: record.original_name,
    mediaType: record.media_type,
    sizeBytes: record.size_bytes,
    pageCount: record.page_count,
    widthPx: record.width_px,
    heightPx: record.height_px,
    isGrey: record.is_grey === null ? null : record.is_grey === 1,
    createdAtMs: record.created_at_ms,
  };
}

/** The fields that a user can change, as they are stored. */
export function fieldsOf(record: DocumentRecord): DocumentFields {
  return {
    kind: record.kind,
    title: record.title,
    number: record.number,
    contactId: record.contact_id,
    issuedOn: record.issued_on,
    validFromOn: record.valid_from_on,
    validUntil: validUntilOf(record),
    keepUntilOn: record.keep_until_on,
    remark: record.remark,
  };
}

/** Changed fields as columns; a field that is left out makes no column. */
export function columnsOf(changes: Partial<DocumentFields>): Row {
  const { kind, title, contactId, issuedOn, validFromOn, validUntil, keepUntilOn } = changes;
  return {
    ...(kind !== undefined && { kind }),
    ...(title !== undefined && { title }),
    ...(changes.number !== undefined && { number: textColumn(changes.number) }),
    ...(contactId !== undefined && { contact_id: contactId }),
    ...(issuedOn !== undefined && { issued_on: issuedOn }),
    ...(validFromOn !== undefined && { valid_from_on: validFromOn }),
    ...(validUntil !== undefined && validUntilColumns(validUntil)),
    ...(keepUntilOn !== undefined && { keep_until_on: keepUntilOn }),
    ...(changes.remark !== undefined && { remark: textColumn(changes.remark) }),
  };
}

export const validUntilColumns = (validUntil: ValidUntil): Row => ({
  valid_until_on: validUntil === 'forever' ? null : validUntil,
  valid_forever: validUntil === 'forever' ? 1 : 0,
});

const validUntilOf = (record: DocumentRecord): ValidUntil =>
  record.valid_forever === 1 ? 'forever' : record.valid_until_on;
