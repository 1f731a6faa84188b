import { measuresForm } from '#shared/domain/page-quality.ts';
import type { PageMeasures } from '#shared/domain/page-quality.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

/** A file of a live paper. */
export interface MeasurableFile {
  readonly sha256: string;
  readonly media_type: string;
  readonly page_count: number;
}

const live = `FROM document_versions v WHERE v.deleted_at_ms IS NULL`;
const isMeasured = `EXISTS (SELECT 1 FROM page_measures m WHERE m.sha256 = v.sha256 AND m.form = ${measuresForm})`;

/** Files behind a hash, in the order of their hashes, that nobody has measured in the present form. */
export function pageOfUnmeasured(db: Db, after: string, limit: number): MeasurableFile[] {
  const sql = `SELECT v.sha256, v.media_type, max(v.page_count) AS page_count ${live} AND v.sha256 > ? AND NOT ${isMeasured}
    GROUP BY v.sha256 ORDER BY v.sha256 LIMIT ?`;
  return statement<[string, number], MeasurableFile>(db, sql).all(after, limit);
}

/** The files among these versions of papers that nobody has measured. */
export function unmeasuredOfVersions(db: Db, versionIds: readonly string[]): MeasurableFile[] {
  const sql = `SELECT v.sha256, v.media_type, max(v.page_count) AS page_count ${live}
    AND v.id IN (SELECT value FROM json_each(?)) AND NOT ${isMeasured} GROUP BY v.sha256`;
  return statement<[string], MeasurableFile>(db, sql).all(JSON.stringify(versionIds));
}

/** The files in the intake tray that nobody has measured, as they came in: someone looks at them now. */
export function unmeasuredInTray(db: Db): MeasurableFile[] {
  const sql = `SELECT v.sha256, v.media_type, max(v.page_count) AS page_count FROM intake_files v
    WHERE v.deleted_at_ms IS NULL AND NOT ${isMeasured}
      AND EXISTS (SELECT 1 FROM intake_pages p WHERE p.file_id = v.id AND p.version_id IS NULL AND p.deleted_at_ms IS NULL)
    GROUP BY v.sha256 ORDER BY min(v.created_at_ms), v.sha256`;
  return statement<[], MeasurableFile>(db, sql).all();
}

export interface MeasuredVersion extends MeasurableFile {
  readonly id: string;
  readonly document_id: string;
  readonly part: 'whole' | 'front' | 'back';
  readonly original_name: string;
  readonly size_bytes: number;
  readonly width_px: number | null;
  readonly height_px: number | null;
}

/** A version of a live paper. */
export function findVersion(db: Db, id: string): MeasuredVersion | undefined {
  const sql = `SELECT v.id, v.document_id, v.part, v.original_name, v.sha256, v.media_type, v.page_count, v.size_bytes,
    v.width_px, v.height_px ${live} AND v.id = ?`;
  return statement<[string], MeasuredVersion>(db, sql).get(id);
}

export type MeasureFault = 'encrypted' | 'damaged' | 'unfinished';

/** What is kept of a page; it has a fault where it could not be looked at. */
export type KeptMeasures =
  | { readonly pageNo: number; readonly measures: PageMeasures; readonly fault: null }
  | { readonly pageNo: number; readonly measures: null; readonly fault: MeasureFault };

interface MeasuresRecord {
  readonly page_no: number;
  readonly fault: MeasureFault | null;
  readonly measures: string | null;
}

/** The pages of a file that were measured in the present form, from the first on. */
export function measuresOfFile(db: Db, sha256: string): KeptMeasures[] {
  const sql = `SELECT page_no, fault, measures FROM page_measures WHERE sha256 = ? AND form = ? ORDER BY page_no`;
  return statement<[string, number], MeasuresRecord>(db, sql)
    .all(sha256, measuresForm)
    .map(({ page_no: pageNo, fault, measures }) =>
      measures === null
        ? { pageNo, measures, fault: fault ?? 'unfinished' }
        : { pageNo, measures: JSON.parse(measures) as PageMeasures, fault: null },
    );
}

/** The measured pages of these files, file by file, from the first page on. */
export function measuresOfFiles(
  db: Db,
  hashes: readonly string[],
): { readonly sha256: string; readonly pageNo: number; readonly measures: PageMeasures }[] {
  const sql = `SELECT sha256, page_no, measures FROM page_measures
    WHERE sha256 IN (SELECT value FROM json_each(?)) AND form = ? AND measures IS NOT NULL ORDER BY sha256, page_no`;
  return statement<[string, number], { sha256: string; page_no: number; measures: string }>(db, sql)
    .all(JSON.stringify(hashes), measuresForm)
    .map(({ sha256, page_no: pageNo, measures }) => ({
      sha256,
      pageNo,
      measures: JSON.parse(measures) as PageMeasures,
    }));
}

/** Keeps what was found of a page in the place of what was found before. */
export function keepMeasures(db: Db, sha256: string, { pageNo, measures, fault }: KeptMeasures): void {
  const sql = `INSERT INTO page_measures (sha256, page_no, form, fault, measures) VALUES (@sha256, @pageNo, @form, @fault, @text)
    ON CONFLICT (sha256, page_no) DO UPDATE SET form = excluded.form, fault = excluded.fault, measures = excluded.measures`;
  const text = measures === null ? null : JSON.stringify(measures);
  statement<[object], unknown>(db, sql).run({ sha256, pageNo, form: measuresForm, fault, text });
}

/** The pages of a file count as never measured. */
export function forgetMeasures(db: Db, sha256: string): void {
  statement<[string], unknown>(db, 'DELETE FROM page_measures WHERE sha256 = ?').run(sha256);
}
