import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind, DocumentPart } from '#shared/domain/document-kind.ts';
import type { HandOutOutcome, HandOutWay } from '#shared/domain/hand-out.ts';
import type { HandOutFilter } from '#shared/contract/hand-outs.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import type { RowRange } from '#backend/page-cursor.ts';

export interface HandOutRecord {
  readonly id: string;
  readonly way: HandOutWay;
  readonly client_id: string | null;
  readonly client_name: string | null;
  readonly document_id: string | null;
  readonly document_kind: DocumentKind | null;
  readonly document_title: string | null;
  readonly part: DocumentPart | null;
  readonly version_no: number | null;
  readonly application_id: string | null;
  readonly application_number: string | null;
  readonly contact_id: string | null;
  readonly consultant_name: string | null;
  readonly original_sha256: string | null;
  readonly copy_sha256: string;
  readonly copy_name: string;
  readonly folder_name: string;
  readonly size_bytes: number;
  readonly recipient: string;
  readonly purpose: string;
  readonly handed_at_ms: number;
  readonly outcome: HandOutOutcome | null;
  readonly outcome_on: CalendarDate | null;
  readonly remark: string | null;
}

/** Also of what is in the trash: the copy is out there all the same. */
const from = `FROM hand_outs h LEFT JOIN clients c ON c.id = h.client_id LEFT JOIN documents d ON d.id = h.document_id
  LEFT JOIN document_versions v ON v.id = h.version_id LEFT JOIN applications p ON p.id = h.application_id
  LEFT JOIN consultants k ON k.id = h.consultant_id`;
const columns = `h.id, h.way, h.client_id, c.name AS client_name, h.document_id, d.kind AS document_kind,
  d.title AS document_title, v.part, v.version_no, h.application_id, p.number AS application_number, h.contact_id,
  k.name AS consultant_name, h.original_sha256, h.copy_sha256, h.copy_name, h.folder_name, h.size_bytes, h.recipient,
  h.purpose, h.handed_at_ms, h.outcome, h.outcome_on, h.remark`;

/** The latest first, those of one moment by their ids. */
export function pageOfHandOuts(
  db: Db,
  filter: HandOutFilter,
  { after, skip, limit }: RowRange,
): HandOutRecord[] {
  const behind = after === undefined ? '' : 'AND (h.handed_at_ms, h.id) < (@atMs, @afterId)';
  const sql = `SELECT ${columns} ${from} WHERE ${whereOf(filter)} ${behind}
    ORDER BY h.handed_at_ms DESC, h.id DESC LIMIT @limit OFFSET @skip`;
  const key = { atMs: after?.value, afterId: after?.id, skip, limit };
  return statement<[object], HandOutRecord>(db, sql).all({ ...filter, ...key });
}

export function countHandOuts(db: Db, filter: HandOutFilter): number {
  const sql = `SELECT count(*) AS n ${from} WHERE ${whereOf(filter)}`;
  return statement<[object], { n: number }>(db, sql).get(filter)?.n ?? 0;
}

function whereOf({ text, clientId, documentId, applicationId, contactId, recipient }: HandOutFilter): string {
  const where = ['h.deleted_at_ms IS NULL'];
  if (clientId !== undefined) where.push('h.client_id = @clientId');
  if (documentId !== undefined) where.push('h.document_id = @documentId');
  if (applicationId !== undefined) where.push('h.application_id = @applicationId');
  if (contactId !== undefined) where.push('h.contact_id = @contactId');
  if (recipient !== undefined) where.push('h.recipient = @recipient');
  if (text !== undefined && text !== '') {
    const looked = ['h.copy_name', 'h.recipient', 'h.purpose', 'c.name', 'd.title', 'p.number'];
    where.push(
      `(${looked.map((column) => `instr(lower(coalesce(${column}, '')), lower(@text)) > 0`).join(' OR ')})`,
    );
  }
  return where.join(' AND ');
}

export function findHandOut(db: Db, id: string): HandOutRecord | undefined {
  const sql = `SELECT ${columns} ${from} WHERE h.id = ? AND h.deleted_at_ms IS NULL`;
  return statement<[string], HandOutRecord>(db, sql).get(id);
}

/** What was written in one column, the latest first; what was written of the client before all others. */
export function lastWritten(
  db: Db,
  column: 'recipient' | 'purpose',
  { clientId, limit }: { readonly clientId: string | null; readonly limit: number },
): string[] {
  const sql = `SELECT ${column} AS text FROM hand_outs WHERE deleted_at_ms IS NULL GROUP BY ${column}
    ORDER BY max(client_id IS @clientId) DESC, max(handed_at_ms) DESC, ${column} LIMIT @limit`;
  return statement<[object], { text: string }>(db, sql)
    .all({ clientId, limit })
    .map(({ text }) => text);
}

export interface MarkedRecord {
  readonly purpose: string;
  readonly recipient: string;
  readonly handed_at_ms: number;
  readonly account_name: string | null;
}

/** The last copy of a client's paper with a mark, which stands with its purpose. */
export function lastMarked(db: Db, clientId: string): MarkedRecord | undefined {
  const sql = `SELECT h.purpose, h.recipient, h.handed_at_ms, a.name AS account_name FROM hand_outs h
      LEFT JOIN applications p ON p.id = h.application_id LEFT JOIN accounts a ON a.id = p.account_id
    WHERE h.client_id = ? AND h.deleted_at_ms IS NULL AND instr(h.purpose, '〔水印：') > 0
    ORDER BY h.handed_at_ms DESC, h.id DESC LIMIT 1`;
  return statement<[string], MarkedRecord>(db, sql).get(clientId);
}

export interface VersionToGive {
  readonly version_id: string;
  readonly document_id: string;
  readonly client_id: string;
  readonly contact_id: string | null;
  readonly sha256: string;
  readonly size_bytes: number;
  readonly media_type: string;
  readonly original_name: string;
}

/** A file of a paper outside the trash. */
export function versionToGive(db: Db, versionId: string): VersionToGive | undefined {
  const sql = `SELECT v.id AS version_id, v.document_id, d.client_id, d.contact_id, v.sha256, v.size_bytes,
      v.media_type, v.original_name
    FROM document_versions v JOIN documents d ON d.id = v.document_id
    WHERE v.id = ? AND v.deleted_at_ms IS NULL AND d.deleted_at_ms IS NULL`;
  return statement<[string], VersionToGive>(db, sql).get(versionId);
}

/** Whether there is such an application outside the trash. */
export function isLiveApplication(db: Db, id: string): boolean {
  const sql = 'SELECT 1 FROM applications WHERE id = ? AND deleted_at_ms IS NULL';
  return statement<[string], unknown>(db, sql).get(id) !== undefined;
}
