import type { Db } from '#backend/db/open.ts';
import type { PageKey, RowRange } from '#backend/page-cursor.ts';
import { keptUntilWritten } from '#backend/db/kept-until-written.ts';
import { statement } from '#backend/db/statement.ts';
import type { PaperHits } from '#backend/search/service.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind, DocumentPart } from '#shared/domain/document-kind.ts';

export interface DocumentRecord {
  readonly id: string;
  readonly client_id: string;
  readonly client_name: string;
  readonly contact_id: string | null;
  readonly contact_name: string | null;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly number: string | null;
  readonly issued_on: CalendarDate | null;
  readonly valid_from_on: CalendarDate | null;
  readonly valid_until_on: CalendarDate | null;
  readonly valid_forever: 0 | 1;
  readonly keep_until_on: CalendarDate | null;
  readonly remark: string | null;
  readonly created_at_ms: number;
  /** What has taken its place, where that is not in the trash. */
  readonly replaced_by_id: string | null;
  readonly replaced_by_title: string | null;
  readonly replaced_by_kind: DocumentKind | null;
  readonly replaced_on: CalendarDate | null;
}

export interface VersionRecord {
  readonly id: string;
  readonly document_id: string;
  readonly part: DocumentPart;
  readonly version_no: number;
  readonly sha256: string;
  readonly original_name: string;
  readonly media_type: string;
  readonly size_bytes: number;
  readonly page_count: number;
  readonly width_px: number | null;
  readonly height_px: number | null;
  readonly is_grey: 0 | 1 | null;
  readonly created_at_ms: number;
}

const documentColumns = `d.id, d.client_id, c.name AS client_name, d.contact_id, p.name AS contact_name, d.kind, d.title,
  d.number, d.issued_on, d.valid_from_on, d.valid_until_on, d.valid_forever, d.keep_until_on, d.remark, d.created_at_ms,
  r.id AS replaced_by_id, r.title AS replaced_by_title, r.kind AS replaced_by_kind, d.replaced_on`;
const fromDocuments = `FROM documents d JOIN clients c ON c.id = d.client_id LEFT JOIN contacts p ON p.id = d.contact_id
  LEFT JOIN documents r ON r.id = d.replaced_by_id AND r.deleted_at_ms IS NULL`;
const versionColumns = `id, document_id, part, version_no, sha256, original_name, media_type, size_bytes, page_count,
  width_px, height_px, is_grey, created_at_ms`;
/** A list of any length in one bound value. */
const inList = 'IN (SELECT value FROM json_each(?))';

export function findDocument(db: Db, id: string): DocumentRecord | undefined {
  const sql = `SELECT ${documentColumns} ${fromDocuments} WHERE d.id = ? AND d.deleted_at_ms IS NULL`;
  return statement<[string], DocumentRecord>(db, sql).get(id);
}

export function documentsByIds(db: Db, ids: readonly string[]): DocumentRecord[] {
  const sql = `SELECT ${documentColumns} ${fromDocuments} WHERE d.id ${inList} AND d.deleted_at_ms IS NULL`;
  return statement<[string], DocumentRecord>(db, sql).all(JSON.stringify(ids));
}

/** A client's papers, in the order in which they came. */
export function documentsOfClient(db: Db, clientId: string): DocumentRecord[] {
  const sql = `SELECT ${documentColumns} ${fromDocuments} WHERE d.client_id = ? AND d.deleted_at_ms IS NULL
    ORDER BY d.created_at_ms, d.id`;
  return statement<[string], DocumentRecord>(db, sql).all(clientId);
}

/** Every version of the given papers, newest first. */
export function versionsOf(db: Db, documentIds: readonly string[]): VersionRecord[] {
  const sql = `SELECT ${versionColumns} FROM document_versions WHERE document_id ${inList} AND deleted_at_ms IS NULL
    ORDER BY document_id, part, version_no DESC, id`;
  return statement<[string], VersionRecord>(db, sql).all(JSON.stringify(documentIds));
}

export interface DocumentFilter {
  /** Only these papers, and all of these clients. */
  readonly found?: PaperHits | undefined;
  readonly kinds?: readonly DocumentKind[] | undefined;
  readonly clientId?: string | undefined;
  /** Papers that end on this day or before. */
  readonly endsBy?: CalendarDate | undefined;
}

/** Papers with an end date, the earliest first. */
export function pageOfDated(
  db: Db,
  filter: DocumentFilter,
  { after, skip, limit }: RowRange,
): DocumentRecord[] {
  const from = after === undefined ? '' : 'AND (d.valid_until_on, d.id) > (@afterOn, @afterId)';
  const sql = `SELECT ${documentColumns} ${fromDocuments}
    WHERE ${whereOf(filter)} AND d.valid_until_on IS NOT NULL ${from} ORDER BY d.valid_until_on, d.id LIMIT @limit OFFSET @skip`;
  const key = { afterOn: after?.value, afterId: after?.id, skip };
  return statement<[object], DocumentRecord>(db, sql).all({ ...valuesOf(filter), ...key, limit });
}

/** Papers without an end date, by their keys, which is the order in which they came. */
export function pageOfUndated(
  db: Db,
  filter: DocumentFilter,
  { after, skip, limit }: RowRange,
): DocumentRecord[] {
  if (filter.endsBy !== undefined) return [];
  const sql = `SELECT ${documentColumns} ${fromDocuments}
    WHERE ${whereOf(filter)} AND d.valid_until_on IS NULL ${after === undefined ? '' : 'AND d.id > @afterId'}
    ORDER BY d.id LIMIT @limit OFFSET @skip`;
  return statement<[object], DocumentRecord>(db, sql).all({
    ...valuesOf(filter),
    afterId: after?.id,
    skip,
    limit,
  });
}

/** Papers with an end date behind a key. */
export function countDated(db: Db, filter: DocumentFilter, after: PageKey | undefined): number {
  const from = after === undefined ? '' : 'AND (d.valid_until_on, d.id) > (@afterOn, @afterId)';
  const sql = `SELECT count(*) AS n ${fromDocuments} WHERE ${whereOf(filter)} AND d.valid_until_on IS NOT NULL ${from}`;
  const key = { afterOn: after?.value, afterId: after?.id };
  return statement<[object], { n: number }>(db, sql).get({ ...valuesOf(filter), ...key })?.n ?? 0;
}

/** Of the whole filter; every page of a list asks for it again. */
export function countDocuments(db: Db, filter: DocumentFilter): number {
  const sql = `SELECT count(*) AS n ${fromDocuments} WHERE ${whereOf(filter)}`;
  return keptUntilWritten<object, { n: number }>(db, sql, valuesOf(filter))?.n ?? 0;
}

function whereOf({ found, kinds, clientId, endsBy }: DocumentFilter): string {
  const where = ['d.deleted_at_ms IS NULL', 'c.deleted_at_ms IS NULL'];
  if (clientId !== undefined) where.push('d.client_id = @clientId');
  if (kinds !== undefined) where.push('d.kind IN (SELECT value FROM json_each(@kinds))');
  if (endsBy !== undefined) where.push('d.valid_until_on <= @endsBy');
  if (found !== undefined) {
    where.push(
      '(d.id IN (SELECT value FROM json_each(@ids)) OR d.client_id IN (SELECT value FROM json_each(@clientIds)))',
    );
  }
  return where.join(' AND ');
}

const valuesOf = ({ found, kinds, clientId, endsBy }: DocumentFilter) => ({
  ids: found && JSON.stringify(found.ids),
  clientIds: found && JSON.stringify(found.clientIds),
  kinds: kinds === undefined ? undefined : JSON.stringify(kinds),
  clientId,
  endsBy,
});

export function isLiveClient(db: Db, id: string): boolean {
  return (
    statement<[string], unknown>(db, 'SELECT 1 FROM clients WHERE id = ? AND deleted_at_ms IS NULL').get(
      id,
    ) !== undefined
  );
}

/** Whether the person is one of the client's. */
export function isContactOf(db: Db, clientId: string, contactId: string): boolean {
  const sql =
    'SELECT 1 FROM client_contacts WHERE client_id = ? AND contact_id = ? AND deleted_at_ms IS NULL';
  return statement<[string, string], unknown>(db, sql).get(clientId, contactId) !== undefined;
}

/** What each of the papers states beside its own number, by field. */
export function statedOf(db: Db, documentIds: readonly string[]): Map<string, ReadonlyMap<string, string>> {
  const sql = `SELECT document_id, field, value FROM stated_values
    WHERE document_id ${inList} AND deleted_at_ms IS NULL ORDER BY document_id, field`;
  const rows = statement<[string], { document_id: string; field: string; value: string }>(db, sql);
  const byDocument = new Map<string, Map<string, string>>();
  for (const { document_id: id, field, value } of rows.all(JSON.stringify(documentIds))) {
    const fields = byDocument.get(id) ?? new Map<string, string>();
    byDocument.set(id, fields.set(field, value));
  }
  return byDocument;
}

export interface ReplacedRecord {
  readonly id: string;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly replaced_by_id: string;
  readonly replaced_on: CalendarDate;
}

/** The papers whose place each of these has taken, the latest first. */
export function replacedOf(db: Db, documentIds: readonly string[]): Map<string, ReplacedRecord[]> {
  const sql = `SELECT id, title, kind, replaced_by_id, replaced_on FROM documents
    WHERE replaced_by_id ${inList} AND deleted_at_ms IS NULL ORDER BY replaced_on DESC, id DESC`;
  const rows = statement<[string], ReplacedRecord>(db, sql);
  const byPaper = new Map<string, ReplacedRecord[]>();
  for (const row of rows.all(JSON.stringify(documentIds)))
    byPaper.set(row.replaced_by_id, [...(byPaper.get(row.replaced_by_id) ?? []), row]);
  return byPaper;
}

/** The row of that paper and field, also one that was taken away. */
export function findStated(db: Db, id: string): { readonly deleted_at_ms: number | null } | undefined {
  const sql = 'SELECT deleted_at_ms FROM stated_values WHERE id = ?';
  return statement<[string], { deleted_at_ms: number | null }>(db, sql).get(id);
}

/** Keys of what belongs to a paper and goes to the trash with it. */
export function partsOfDocument(
  db: Db,
  documentId: string,
): { readonly versions: string[]; readonly links: string[]; readonly stated: string[] } {
  const live = (table: 'document_versions' | 'item_documents' | 'stated_values') =>
    statement<[string], { id: string }>(
      db,
      `SELECT id FROM ${table} WHERE document_id = ? AND deleted_at_ms IS NULL`,
    )
      .all(documentId)
      .map((row) => row.id);
  return {
    versions: live('document_versions'),
    links: live('item_documents'),
    stated: live('stated_values'),
  };
}

/** The media type of a kept file, as some paper or the tray knows it; also in the trash, for the history shows it. */
export function mediaTypeOf(db: Db, sha256: string): string | undefined {
  const sql = `SELECT media_type FROM document_versions WHERE sha256 = @sha256
    UNION ALL SELECT media_type FROM intake_files WHERE sha256 = @sha256 LIMIT 1`;
  return statement<[{ sha256: string }], { media_type: string }>(db, sql).get({ sha256 })?.media_type;
}
