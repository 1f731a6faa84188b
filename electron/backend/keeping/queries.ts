import type { DestructionRule } from '#shared/contract/keeping.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind, DocumentPart } from '#shared/domain/document-kind.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import type { RowRange } from '#backend/page-cursor.ts';
import { isNeeded } from '#backend/db/needed-files.ts';

export interface DestroyedRecord {
  readonly id: string;
  readonly what: 'paper' | 'tray_file';
  readonly client_id: string | null;
  readonly client_name: string | null;
  readonly contact_name: string | null;
  readonly kind: DocumentKind | null;
  readonly title: string;
  readonly number: string | null;
  readonly issued_on: CalendarDate | null;
  readonly valid_from_on: CalendarDate | null;
  readonly valid_until_on: CalendarDate | null;
  readonly valid_forever: 0 | 1;
  readonly keep_until_on: CalendarDate | null;
  readonly rule: DestructionRule;
  readonly at_ms: number;
  readonly remark: string | null;
  readonly actor_name: string | null;
}

/** Who destroyed it. */
const actor = (row: string): string => `(SELECT w.name FROM events e JOIN consultants w ON w.id = e.actor_id
  WHERE e.row_id = ${row}.id AND e.action IN ('documents.destroy', 'people.erase') ORDER BY e.rowid DESC LIMIT 1)`;

/** A file of the tray that went with the paper that it was made into is told by that paper. */
const destroyed = `WITH gone AS (
  SELECT d.id, 'paper' AS what, d.client_id, c.name AS client_name, k.name AS contact_name, d.kind, d.title, d.number,
    d.issued_on, d.valid_from_on, d.valid_until_on, d.valid_forever, d.keep_until_on, iif(d.erasure_id IS NULL, d.destroyed_by_rule, 'erasure') AS rule,
    d.destroyed_at_ms AS at_ms, d.destroyed_remark AS remark, ${actor('d')} AS actor_name
  FROM documents d JOIN clients c ON c.id = d.client_id LEFT JOIN contacts k ON k.id = d.contact_id
  WHERE d.destroyed_at_ms IS NOT NULL AND (d.destroyed_by_rule IS NOT NULL OR d.erasure_id IS NOT NULL)
  UNION ALL
  SELECT f.id, 'tray_file', NULL, NULL, NULL, NULL, f.original_name, NULL, NULL, NULL, NULL, 0, NULL, 'taken_out',
    f.destroyed_at_ms, f.destroyed_remark, ${actor('f')}
  FROM intake_files f WHERE f.destroyed_at_ms IS NOT NULL AND f.deleted_at_ms IS NOT NULL)`;
const matches = `(@text = '' OR instr(lower(title), lower(@text)) > 0 OR instr(lower(coalesce(client_name, '')), lower(@text)) > 0
  OR instr(coalesce(number, ''), @text) > 0 OR instr(lower(coalesce(remark, '')), lower(@text)) > 0
  OR id IN (SELECT document_id FROM document_versions WHERE sha256 = lower(@text)))`;

/** The latest first. */
export function pageOfDestroyed(db: Db, text: string, { after, skip, limit }: RowRange): DestroyedRecord[] {
  const sql = `${destroyed} SELECT * FROM gone WHERE ${matches} AND (@afterMs IS NULL OR (at_ms, id) < (@afterMs, @afterId))
    ORDER BY at_ms DESC, id DESC LIMIT @limit OFFSET @skip`;
  const values = { text, afterMs: after?.value ?? null, afterId: after?.id ?? '', skip, limit };
  return statement<[typeof values], DestroyedRecord>(db, sql).all(values);
}

export function countDestroyed(db: Db, text: string): number {
  const sql = `${destroyed} SELECT count(*) AS n FROM gone WHERE ${matches}`;
  return statement<[{ text: string }], { n: number }>(db, sql).get({ text })?.n ?? 0;
}

export interface DestroyedFileRecord {
  readonly owner_id: string;
  readonly part: DocumentPart;
  readonly version_no: number;
  readonly sha256: string;
  readonly original_name: string;
  readonly size_bytes: number;
  readonly is_shared: 0 | 1;
}

/** The files that these had, newest first within each part. */
export function filesOfDestroyed(db: Db, ids: readonly string[]): DestroyedFileRecord[] {
  const sql = `SELECT v.document_id AS owner_id, v.part, v.version_no, v.sha256, v.original_name, v.size_bytes,
      ${isNeeded('v.sha256')} AS is_shared
    FROM document_versions v WHERE v.document_id IN (SELECT value FROM json_each(@ids))
    UNION ALL SELECT f.id, 'whole', 1, f.sha256, f.original_name, f.size_bytes, ${isNeeded('f.sha256')}
    FROM intake_files f WHERE f.id IN (SELECT value FROM json_each(@ids))
    ORDER BY 1, 2, 3 DESC`;
  return statement<[{ ids: string }], DestroyedFileRecord>(db, sql).all({ ids: JSON.stringify(ids) });
}

/** A page `o` of a file of the tray is still somebody's: it waits, or went into a paper `od` that is still there. */
const isLive = `o.deleted_at_ms IS NULL
  AND (od.id IS NULL AND o.paper_id IS NOT NULL OR od.id IS NOT NULL AND od.destroyed_at_ms IS NULL)`;

/** The scan that each of these papers was cut from, where other papers keep it; by the paper's id. */
export function stacksThatStay(db: Db, documentIds: readonly string[]): ReadonlyMap<string, string> {
  const sql = `SELECT DISTINCT v.document_id, f.original_name FROM document_versions v
      JOIN intake_pages p ON p.version_id = v.id JOIN intake_files f ON f.id = p.file_id
    WHERE v.document_id IN (SELECT value FROM json_each(?)) AND f.destroyed_at_ms IS NULL AND f.sha256 <> v.sha256
      AND EXISTS (
        SELECT 1 FROM intake_pages o LEFT JOIN document_versions ov ON ov.id = o.version_id
          LEFT JOIN documents od ON od.id = ov.document_id
        WHERE o.file_id = f.id AND coalesce(od.id <> v.document_id, 1) AND ${isLive})
    ORDER BY v.document_id, f.original_name`;
  const rows = statement<[string], { document_id: string; original_name: string }>(db, sql).all(
    JSON.stringify(documentIds),
  );
  return new Map(rows.map(({ document_id: id, original_name: name }) => [id, name]));
}

/**
 * Papers of the same files that nobody has: their making was undone, so that they lie in no trash, and only a redo would bring
 * them back.
 */
export function undoneWithFilesOf(db: Db, documentIds: readonly string[]): string[] {
  const sql = `SELECT DISTINCT d.id FROM document_versions o JOIN document_versions v ON v.sha256 = o.sha256
      JOIN documents d ON d.id = v.document_id
    WHERE o.document_id IN (SELECT value FROM json_each(?)) AND d.deleted_at_ms IS NOT NULL AND d.destroyed_at_ms IS NULL
      AND (SELECT c.undoes_change_id FROM events e JOIN changes c ON c.id = e.change_id
          WHERE e.row_id = d.id AND e.row_table = 'documents' AND e.operation IN ('delete', 'restore')
          ORDER BY e.rowid DESC LIMIT 1)
        = (SELECT e.change_id FROM events e WHERE e.row_id = d.id AND e.row_table = 'documents' AND e.operation = 'insert')`;
  return statement<[string], { id: string }>(db, sql)
    .all(JSON.stringify(documentIds))
    .map(({ id }) => id);
}

/**
 * Files of the tray whose pages went into this paper and of which nothing else is left: no page waits, and none went into
 * a paper that is still there.
 */
export function trayFilesUsedUp(db: Db, documentId: string): string[] {
  const sql = `SELECT DISTINCT f.id FROM document_versions v JOIN intake_pages p ON p.version_id = v.id
      JOIN intake_files f ON f.id = p.file_id
    WHERE v.document_id = ? AND f.destroyed_at_ms IS NULL AND NOT EXISTS (
      SELECT 1 FROM intake_pages o LEFT JOIN document_versions ov ON ov.id = o.version_id
        LEFT JOIN documents od ON od.id = ov.document_id
      WHERE o.file_id = f.id AND ${isLive})`;
  return statement<[string], { id: string }>(db, sql)
    .all(documentId)
    .map(({ id }) => id);
}

/** The hashes of these papers and files of the tray that nothing else needs. */
export function filesLeftAlone(
  db: Db,
  owners: { readonly documentIds: readonly string[]; readonly trayFileIds: readonly string[] },
): string[] {
  const sql = `SELECT DISTINCT sha256 FROM (
      SELECT sha256 FROM document_versions WHERE document_id IN (SELECT value FROM json_each(@documents))
      UNION ALL SELECT sha256 FROM intake_files WHERE id IN (SELECT value FROM json_each(@files))) s
    WHERE NOT ${isNeeded('s.sha256')}`;
  const values = {
    documents: JSON.stringify(owners.documentIds),
    files: JSON.stringify(owners.trayFileIds),
  };
  return statement<[typeof values], { sha256: string }>(db, sql)
    .all(values)
    .map(({ sha256 }) => sha256);
}
