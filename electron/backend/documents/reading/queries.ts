import type { PageLine } from '#shared/domain/page-line.ts';
import { isNeeded } from '#backend/db/needed-files.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import type { RecognisedPage, Turn } from '#backend/reading/engine-messages.ts';

/** A file of a live paper that can be looked at. */
export interface ReadableFile {
  readonly sha256: string;
  readonly media_type: string;
  readonly page_count: number;
}

/** A PDF of more pages that says by itself what it says is not looked at: it would take minutes and tell nothing new. */
const fewPages = 4;

const live = `FROM document_versions v WHERE v.deleted_at_ms IS NULL`;
const isReadable = `(v.media_type GLOB 'image/*' OR (v.media_type = 'application/pdf' AND (v.page_count <= ${fewPages} OR EXISTS
    (SELECT 1 FROM file_texts t WHERE t.sha256 = v.sha256 AND t.source = 'text_layer' AND t.text = '' AND t.fault IS NULL))))`;
const wasTried = `EXISTS (SELECT 1 FROM file_texts t WHERE t.sha256 = v.sha256 AND t.source = 'ocr')`;

/** Files behind a hash, in the order of their hashes, that nobody has looked at. One that was tried in vain is not among them. */
export function pageOfUnread(db: Db, after: string, limit: number): ReadableFile[] {
  const sql = `SELECT v.sha256, v.media_type, max(v.page_count) AS page_count ${live} AND v.sha256 > ? AND ${isReadable}
    AND NOT ${wasTried} GROUP BY v.sha256 ORDER BY v.sha256 LIMIT ?`;
  return statement<[string, number], ReadableFile>(db, sql).all(after, limit);
}

/** The files among these versions of papers that nobody has looked at. */
export function unreadOfVersions(db: Db, versionIds: readonly string[]): ReadableFile[] {
  const sql = `SELECT v.sha256, v.media_type, max(v.page_count) AS page_count ${live}
    AND v.id IN (SELECT value FROM json_each(?)) AND ${isReadable} AND NOT ${wasTried} GROUP BY v.sha256`;
  return statement<[string], ReadableFile>(db, sql).all(JSON.stringify(versionIds));
}

/** The files in the intake tray that nobody has looked at, as they came in: someone waits for what they say. */
export function unreadInTray(db: Db): ReadableFile[] {
  const sql = `SELECT v.sha256, v.media_type, max(v.page_count) AS page_count FROM intake_files v
    WHERE v.deleted_at_ms IS NULL AND ${isReadable} AND NOT ${wasTried}
      AND EXISTS (SELECT 1 FROM intake_pages p WHERE p.file_id = v.id AND p.version_id IS NULL AND p.deleted_at_ms IS NULL)
    GROUP BY v.sha256 ORDER BY min(v.created_at_ms), v.sha256`;
  return statement<[], ReadableFile>(db, sql).all();
}

/** Of these files in the tray those that are looked at, a PDF also before its text is known; `is_tried`: no more. */
export function readableInTray(
  db: Db,
  hashes: readonly string[],
): { readonly sha256: string; readonly is_tried: 0 | 1 }[] {
  const isUnknown = `(v.media_type = 'application/pdf' AND NOT EXISTS (SELECT 1 FROM file_texts t
    WHERE t.sha256 = v.sha256 AND t.source = 'text_layer'))`;
  const sql = `SELECT v.sha256, max(${wasTried}) AS is_tried FROM intake_files v WHERE v.deleted_at_ms IS NULL
    AND v.sha256 IN (SELECT value FROM json_each(?)) AND (${isReadable} OR ${isUnknown}) GROUP BY v.sha256`;
  return statement<[string], { sha256: string; is_tried: 0 | 1 }>(db, sql).all(JSON.stringify(hashes));
}

/** The numbers of the pages of files that were read. */
export function readNumbers(db: Db, hashes: readonly string[]): ReadonlyMap<string, ReadonlySet<number>> {
  const sql = `SELECT sha256, page_no FROM read_pages WHERE sha256 IN (SELECT value FROM json_each(?))`;
  const found = new Map<string, Set<number>>();
  for (const row of statement<[string], { sha256: string; page_no: number }>(db, sql).all(
    JSON.stringify(hashes),
  ))
    found.set(row.sha256, (found.get(row.sha256) ?? new Set()).add(row.page_no));
  return found;
}

export interface ReadingCounts {
  readonly waiting: number;
  readonly done: number;
  readonly failed: number;
}

/** How many files of live papers wait to be looked at, were read, and could not be read. */
export function countFiles(db: Db): ReadingCounts {
  const waiting = `SELECT count(DISTINCT v.sha256) AS n ${live} AND ${isReadable} AND NOT ${wasTried}`;
  const tried = (
    fault: string,
  ): string => `SELECT count(*) AS n FROM file_texts t WHERE t.source = 'ocr' AND t.fault ${fault}
    AND EXISTS (SELECT 1 ${live} AND v.sha256 = t.sha256)`;
  const count = (sql: string): number => statement<[], { n: number }>(db, sql).get()?.n ?? 0;
  return { waiting: count(waiting), done: count(tried('IS NULL')), failed: count(tried('IS NOT NULL')) };
}

export interface VersionOfPaper extends ReadableFile {
  readonly id: string;
  readonly document_id: string;
  readonly width_px: number | null;
  readonly height_px: number | null;
}

/** A version of a live paper. */
export function findVersion(db: Db, id: string): VersionOfPaper | undefined {
  const sql = `SELECT v.id, v.document_id, v.sha256, v.media_type, v.page_count, v.width_px, v.height_px ${live} AND v.id = ?`;
  return statement<[string], VersionOfPaper>(db, sql).get(id);
}

/** What is kept of a page; `fault` where it took the reader down. */
export interface KeptPage extends RecognisedPage {
  readonly pageNo: number;
  readonly fault: 'unfinished' | null;
}

interface PageRecord {
  readonly page_no: number;
  readonly turn: Turn;
  readonly width_px: number;
  readonly height_px: number;
  readonly fault: 'unfinished' | null;
  readonly lines: string;
}

/** The pages of a file that were read, from the first on. */
export function pagesOfFile(db: Db, sha256: string): KeptPage[] {
  const sql = `SELECT page_no, turn, width_px, height_px, fault, lines FROM read_pages WHERE sha256 = ? ORDER BY page_no`;
  return statement<[string], PageRecord>(db, sql)
    .all(sha256)
    .map((row) => ({
      pageNo: row.page_no,
      turn: row.turn,
      widthPx: row.width_px,
      heightPx: row.height_px,
      fault: row.fault,
      lines: JSON.parse(row.lines) as readonly PageLine[],
    }));
}

/** Keeps a page in the place of what was kept of it before; none of a file that was destroyed while it was read. */
export function keepPage(db: Db, sha256: string, page: KeptPage): void {
  const sql = `INSERT INTO read_pages (sha256, page_no, turn, width_px, height_px, fault, lines)
    SELECT @sha256, @pageNo, @turn, @widthPx, @heightPx, @fault, @text WHERE ${isNeeded('@sha256')}
    ON CONFLICT (sha256, page_no) DO UPDATE SET turn = excluded.turn, width_px = excluded.width_px,
      height_px = excluded.height_px, fault = excluded.fault, lines = excluded.lines`;
  const { pageNo, turn, widthPx, heightPx, fault } = page;
  const text = JSON.stringify(page.lines);
  statement<[object], unknown>(db, sql).run({ sha256, pageNo, turn, widthPx, heightPx, fault, text });
}
