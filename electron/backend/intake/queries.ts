import type { TrayWay } from '#shared/contract/intake.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind, DocumentPart } from '#shared/domain/document-kind.ts';
import type { PageTurn } from '#shared/domain/tray-pages.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

export interface FileRecord {
  readonly id: string;
  readonly sha256: string;
  readonly original_name: string;
  readonly folder_name: string;
  readonly came_by: TrayWay;
  readonly media_type: string;
  readonly size_bytes: number;
  readonly page_count: number;
  readonly width_px: number | null;
  readonly height_px: number | null;
  readonly is_grey: 0 | 1 | null;
  readonly created_at_ms: number;
}

export interface PageRecord {
  readonly id: string;
  readonly file_id: string;
  readonly page_no: number;
  readonly paper_id: string | null;
  readonly version_id: string | null;
  readonly position: number;
  readonly turn: PageTurn;
  readonly part: DocumentPart;
}

export interface PaperRecord {
  readonly id: string;
  readonly client_id: string | null;
  readonly client_name: string | null;
  readonly document_id: string | null;
  readonly item_id: string | null;
  readonly kind: DocumentKind | null;
  readonly title: string;
  readonly valid_until_on: CalendarDate | null;
  readonly valid_forever: 0 | 1;
  readonly is_seen: 0 | 1;
}

/** Pages that were not filed: few beside years of those that were. */
const waiting = 'version_id IS NULL AND deleted_at_ms IS NULL';

/** A file lies in the tray while one of its pages waits, or as long as nothing of it was filed. */
const inTray = `f.deleted_at_ms IS NULL AND f.id IN (SELECT file_id FROM intake_pages WHERE ${waiting})
  AND (f.id IN (SELECT file_id FROM intake_pages WHERE ${waiting} AND paper_id IS NOT NULL)
  OR NOT EXISTS (SELECT 1 FROM intake_pages p WHERE p.file_id = f.id AND p.deleted_at_ms IS NULL
    AND p.version_id IS NOT NULL))`;

const fileColumns = `f.id, f.sha256, f.original_name, f.folder_name, f.came_by, f.media_type, f.size_bytes, f.page_count,
  f.width_px, f.height_px, f.is_grey, f.created_at_ms`;

/** Files in the tray in the order in which they came. */
export function filesInTray(db: Db): FileRecord[] {
  const sql = `SELECT ${fileColumns} FROM intake_files f WHERE ${inTray} ORDER BY f.created_at_ms, f.id`;
  return statement<[], FileRecord>(db, sql).all();
}

export function filesById(db: Db, ids: readonly string[]): FileRecord[] {
  const sql = `SELECT ${fileColumns} FROM intake_files f WHERE f.id IN (SELECT value FROM json_each(?))
    AND f.deleted_at_ms IS NULL ORDER BY f.created_at_ms, f.id`;
  return statement<[string], FileRecord>(db, sql).all(JSON.stringify(ids));
}

/** Pages of the files that lie in the tray that were not filed, file by file. */
export function pagesInTray(db: Db): PageRecord[] {
  const sql = `SELECT p.id, p.file_id, p.page_no, p.paper_id, p.version_id, p.position, p.turn, p.part
    FROM intake_pages p JOIN intake_files f ON f.id = p.file_id
    WHERE ${inTray} AND p.deleted_at_ms IS NULL AND p.version_id IS NULL ORDER BY f.created_at_ms, f.id, p.page_no`;
  return statement<[], PageRecord>(db, sql).all();
}

/** Files in the tray that nobody has looked at: the program has ended before it came to them. */
export function unseenInTray(db: Db): string[] {
  const sql = `SELECT f.id FROM intake_files f WHERE ${inTray}
    AND NOT EXISTS (SELECT 1 FROM page_prints g WHERE g.sha256 = f.sha256) ORDER BY f.created_at_ms, f.id`;
  return statement<[], { id: string }>(db, sql)
    .all()
    .map((row) => row.id);
}

/** All pages of a file, the filed ones too. */
export function pagesOfFile(db: Db, fileId: string): PageRecord[] {
  const sql = `SELECT id, file_id, page_no, paper_id, version_id, position, turn, part FROM intake_pages
    WHERE file_id = ? AND deleted_at_ms IS NULL ORDER BY page_no`;
  return statement<[string], PageRecord>(db, sql).all(fileId);
}

/** Pieces that wait: those with a page that was not filed. */
export function papersInTray(db: Db): PaperRecord[] {
  const sql = `SELECT r.id, k.id AS client_id, k.name AS client_name, d.id AS document_id, r.item_id, r.kind, r.title,
      r.valid_until_on, r.valid_forever, r.is_seen
    FROM intake_papers r LEFT JOIN clients k ON k.id = r.client_id AND k.deleted_at_ms IS NULL
      LEFT JOIN documents d ON d.id = r.document_id AND d.deleted_at_ms IS NULL
    WHERE r.deleted_at_ms IS NULL AND r.id IN (SELECT paper_id FROM intake_pages WHERE ${waiting})
    ORDER BY r.created_at_ms, r.id`;
  return statement<[], PaperRecord>(db, sql).all();
}

export function countPapersInTray(db: Db): number {
  const sql = `SELECT count(*) AS n FROM intake_papers WHERE deleted_at_ms IS NULL
    AND id IN (SELECT paper_id FROM intake_pages WHERE ${waiting})`;
  return statement<[], { n: number }>(db, sql).get()?.n ?? 0;
}

export interface TwinRecord {
  readonly document_id: string;
  readonly client_id: string;
  readonly client_name: string;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly version_no: number;
}

/** The live paper that has this very file, or was made of pages of it when it came in as another one; the newest version first. */
export function paperWithFile(db: Db, sha256: string, fileId: string): TwinRecord | undefined {
  const sql = `SELECT d.id AS document_id, d.client_id, k.name AS client_name, d.title, d.kind, v.version_no
    FROM document_versions v JOIN documents d ON d.id = v.document_id JOIN clients k ON k.id = d.client_id
    WHERE v.id IN (SELECT id FROM document_versions WHERE sha256 = @sha256 UNION SELECT p.version_id FROM intake_files f
      JOIN intake_pages p ON p.file_id = f.id WHERE f.sha256 = @sha256 AND f.id <> @fileId)
      AND v.deleted_at_ms IS NULL AND d.deleted_at_ms IS NULL AND k.deleted_at_ms IS NULL
    ORDER BY v.created_at_ms DESC LIMIT 1`;
  return statement<[{ sha256: string; fileId: string }], TwinRecord>(db, sql).get({ sha256, fileId });
}

/** A client whose name or code stands in a text. */
export interface NamedClient {
  readonly id: string;
  readonly name: string;
}

/** Clients by their codes. */
export function clientsByCode(db: Db, codes: readonly string[]): NamedClient[] {
  const sql = `SELECT id, name FROM clients WHERE credit_code IN (SELECT value FROM json_each(?)) AND deleted_at_ms IS NULL`;
  return statement<[string], NamedClient>(db, sql).all(JSON.stringify(codes));
}

/** Clients whose whole name stands in the text, both in the form in which names are compared; the longest name first. */
export function clientsNamedIn(db: Db, text: string, limit: number): NamedClient[] {
  const sql = `SELECT id, name FROM clients WHERE deleted_at_ms IS NULL AND instr(?, name_key) > 0
    ORDER BY length(name_key) DESC, id LIMIT ?`;
  return statement<[string, number], NamedClient>(db, sql).all(text, limit);
}

/** Clients in whose name a word stands, up to `limit`. */
export function clientsWithWord(db: Db, word: string, limit: number): NamedClient[] {
  const sql = `SELECT id, name FROM clients WHERE deleted_at_ms IS NULL AND instr(name_key, ?) > 0 ORDER BY id LIMIT ?`;
  return statement<[string, number], NamedClient>(db, sql).all(word, limit);
}

/** Somebody of a client, or the client's head as its licence names them. */
export interface NamedPerson extends NamedClient {
  readonly person: string;
}

const people = `SELECT l.client_id, p.name AS person, p.id_number FROM client_contacts l
    JOIN contacts p ON p.id = l.contact_id AND p.deleted_at_ms IS NULL WHERE l.deleted_at_ms IS NULL AND l.left_on IS NULL`;

/** People of clients whose name stands in the text; a client once for each of them. */
export function peopleNamedIn(db: Db, text: string): NamedPerson[] {
  const sql = `SELECT DISTINCT k.id, k.name, w.person FROM (${people}
      UNION ALL SELECT id, legal_representative, NULL FROM clients WHERE legal_representative IS NOT NULL) w
    JOIN clients k ON k.id = w.client_id AND k.deleted_at_ms IS NULL
    WHERE length(w.person) > 1 AND instr(?, w.person) > 0 ORDER BY length(w.person) DESC, k.id`;
  return statement<[string], NamedPerson>(db, sql).all(text);
}

/** People of clients by the numbers of their ID cards. */
export function peopleByNumber(db: Db, numbers: readonly string[]): NamedPerson[] {
  const sql = `SELECT DISTINCT k.id, k.name, w.person FROM (${people}) w
    JOIN clients k ON k.id = w.client_id AND k.deleted_at_ms IS NULL
    WHERE upper(w.id_number) IN (SELECT value FROM json_each(?)) ORDER BY k.id`;
  return statement<[string], NamedPerson>(db, sql).all(JSON.stringify(numbers));
}

/** Those of the files whose pages are in several pieces, the filed ones too. */
export function filesInPieces(db: Db, fileIds: readonly string[]): ReadonlySet<string> {
  const sql = `SELECT file_id AS id FROM intake_pages WHERE file_id IN (SELECT value FROM json_each(?))
    AND deleted_at_ms IS NULL AND paper_id IS NOT NULL GROUP BY file_id HAVING count(DISTINCT paper_id) > 1`;
  return new Set(
    statement<[string], { id: string }>(db, sql)
      .all(JSON.stringify(fileIds))
      .map((row) => row.id),
  );
}

/** The text that was read of a file, by whatever way it was read whole. */
export function textOfFile(db: Db, sha256: string): string {
  const sql = `SELECT text FROM file_texts WHERE sha256 = ? AND fault IS NULL ORDER BY length(text) DESC LIMIT 1`;
  return statement<[string], { text: string }>(db, sql).get(sha256)?.text ?? '';
}

export interface PrintRecord {
  readonly sha256: string;
  readonly page_no: number;
  readonly print: string;
  readonly ink: number;
}

export function keepPrint(db: Db, row: PrintRecord): void {
  const sql = `INSERT INTO page_prints (sha256, page_no, print, ink) VALUES (@sha256, @page_no, @print, @ink)
    ON CONFLICT (sha256, page_no) DO UPDATE SET print = excluded.print, ink = excluded.ink`;
  statement<[PrintRecord], unknown>(db, sql).run(row);
}

export function hasPrints(db: Db, sha256: string): boolean {
  return (
    statement<[string], unknown>(db, 'SELECT 1 FROM page_prints WHERE sha256 = ? LIMIT 1').get(sha256) !==
    undefined
  );
}

export function printsOf(db: Db, hashes: readonly string[]): PrintRecord[] {
  const sql = `SELECT sha256, page_no, print, ink FROM page_prints WHERE sha256 IN (SELECT value FROM json_each(?))`;
  return statement<[string], PrintRecord>(db, sql).all(JSON.stringify(hashes));
}

/** Prints of first pages that were made after a row, in the order in which they were made. */
export function firstPrintsAfter(db: Db, rowNo: number): (PrintRecord & { readonly row_no: number })[] {
  const sql = `SELECT rowid AS row_no, sha256, page_no, print, ink FROM page_prints WHERE rowid > ? AND page_no = 1
    ORDER BY rowid`;
  return statement<[number], PrintRecord & { readonly row_no: number }>(db, sql).all(rowNo);
}

/** Those of the pieces that have no page. */
export function emptyPapers(db: Db, ids: readonly string[]): string[] {
  const sql = `SELECT value AS id FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM intake_pages p
    WHERE p.paper_id = value AND p.deleted_at_ms IS NULL)`;
  return statement<[string], { id: string }>(db, sql)
    .all(JSON.stringify(ids))
    .map((row) => row.id);
}

/** A file in the tray with these bytes. */
export function fileInTrayWith(
  db: Db,
  sha256: string,
): { readonly id: string; readonly name: string } | undefined {
  const sql = `SELECT f.id, f.original_name AS name FROM intake_files f WHERE f.sha256 = ? AND ${inTray}
    ORDER BY f.created_at_ms, f.id LIMIT 1`;
  return statement<[string], { id: string; name: string }>(db, sql).get(sha256);
}

export function isLive(db: Db, table: 'clients' | 'documents', id: string): boolean {
  const sql = `SELECT 1 FROM ${table} WHERE id = ? AND deleted_at_ms IS NULL`;
  return statement<[string], unknown>(db, sql).get(id) !== undefined;
}
