import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { HeldThing, StayReason } from '#shared/domain/erasure.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import type { RowRange } from '#backend/page-cursor.ts';

export interface ErasureRecord {
  readonly id: string;
  readonly erased_at_ms: number;
  readonly consultant_name: string | null;
  readonly remark: string | null;
  readonly is_whole: 0 | 1;
  readonly row_count: number;
  readonly paper_count: number;
  readonly file_count: number;
  readonly event_count: number;
}

const from = `SELECT e.id, e.erased_at_ms, k.name AS consultant_name, e.remark, e.is_whole, e.row_count, e.paper_count,
  e.file_count, e.event_count FROM erasures e LEFT JOIN consultants k ON k.id = e.consultant_id`;

/** The latest first. */
export function pageOfErasures(db: Db, { after, skip, limit }: RowRange): ErasureRecord[] {
  const sql = `${from} WHERE @afterMs IS NULL OR (e.erased_at_ms, e.id) < (@afterMs, @afterId)
    ORDER BY e.erased_at_ms DESC, e.id DESC LIMIT @limit OFFSET @skip`;
  const values = { afterMs: after?.value ?? null, afterId: after?.id ?? '', skip, limit };
  return statement<[object], ErasureRecord>(db, sql).all(values);
}

export const countErasures = (db: Db): number =>
  statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM erasures').get()?.n ?? 0;

export function findErasure(db: Db, id: string): ErasureRecord | undefined {
  return statement<[string], ErasureRecord>(db, `${from} WHERE e.id = ?`).get(id);
}

export interface StayRecord {
  readonly erasure_id: string;
  readonly what: HeldThing;
  readonly reason: StayReason;
  readonly application_id: string | null;
  readonly application_number: string | null;
  readonly account_id: string | null;
  readonly account_name: string | null;
  readonly document_id: string | null;
  readonly document_kind: DocumentKind | null;
  readonly until_on: CalendarDate | null;
  readonly row_count: number;
}

export function staysOf(db: Db, erasureIds: readonly string[]): StayRecord[] {
  const sql = `SELECT s.erasure_id, s.what, s.reason, s.application_id, p.number AS application_number, s.account_id,
      a.name AS account_name, s.document_id, d.kind AS document_kind, s.until_on, s.row_count
    FROM erasure_stays s LEFT JOIN applications p ON p.id = s.application_id LEFT JOIN accounts a ON a.id = s.account_id
      LEFT JOIN documents d ON d.id = s.document_id
    WHERE s.erasure_id IN (SELECT value FROM json_each(?)) ORDER BY s.id`;
  return statement<[string], StayRecord>(db, sql).all(JSON.stringify(erasureIds));
}
