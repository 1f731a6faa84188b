/** Goes through all that is stored for texts that may hold a word; the caller looks again. */
import type { Row } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import type { SharedTable } from '#backend/db/tables.ts';
import { speakingColumns } from './columns.ts';

/** Columns that must hold something. */
export function requiredColumns(db: Db, table: SharedTable): ReadonlySet<string> {
  const infos = db.pragma(`table_info(${table})`) as { readonly name: string; readonly notnull: number }[];
  return new Set(infos.flatMap(({ name, notnull }) => (notnull === 1 ? [name] : [])));
}

const anyIn = (columns: readonly string[], probes: readonly string[]): string =>
  columns
    .flatMap((column) => probes.map((_, index) => `instr(lower(coalesce(${column}, '')), @p${index}) > 0`))
    .join(' OR ') || '0';

const valuesOf = (probes: readonly string[]): Record<string, string | number> =>
  Object.fromEntries(probes.map((probe, index) => [`p${index}`, probe]));

export const lastRow = (db: Db, table: SharedTable): number =>
  statement<[], { n: number | null }>(db, `SELECT max(rowid) AS n FROM ${table}`).get()?.n ?? 0;

/** Whole rows of a stretch of a shared table in whose texts one of the probes stands. */
export function rowsHolding(
  db: Db,
  table: SharedTable,
  probes: readonly string[],
  { from, to }: Stretch,
): Row[] {
  const columns = speakingColumns(table);
  if (columns.length === 0 || probes.length === 0) return [];
  const sql = `SELECT * FROM ${table} WHERE rowid BETWEEN @from AND @to AND (${anyIn(columns, probes)}) ORDER BY +id`;
  return statement<[object], Row>(db, sql).all({ ...valuesOf(probes), from, to });
}

/** Both inclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface ScannedEvent {
  readonly place: number;
  readonly id: string;
  readonly row_table: SharedTable;
  readonly row_id: string;
  readonly client_id: string | null;
  readonly action: string;
  readonly operation: 'insert' | 'update' | 'delete' | 'restore';
  readonly at_ms: number;
  readonly before: string | null;
  readonly after: string | null;
}

const scanned = `SELECT rowid AS place, id, row_table, row_id, client_id, action, operation, at_ms, before, after FROM events`;

export const lastEvent = (db: Db): number =>
  statement<[], { n: number | null }>(db, 'SELECT max(rowid) AS n FROM events').get()?.n ?? 0;

/** Events of a stretch of the log in which one of the probes stands. */
export function eventsHolding(db: Db, probes: readonly string[], { from, to }: Stretch): ScannedEvent[] {
  if (probes.length === 0) return [];
  const sql = `${scanned} WHERE rowid BETWEEN @from AND @to AND erasure_id IS NULL
    AND (${anyIn(['before', 'after'], probes)}) ORDER BY rowid`;
  return statement<[object], ScannedEvent>(db, sql).all({ ...valuesOf(probes), from, to });
}

/** Events of these rows that hold anything. */
export function eventsOfRows(db: Db, rowIds: readonly string[]): ScannedEvent[] {
  const sql = `${scanned} WHERE row_id IN (SELECT value FROM json_each(?)) AND erasure_id IS NULL
    AND (before IS NOT NULL OR after IS NOT NULL) ORDER BY rowid`;
  return statement<[string], ScannedEvent>(db, sql).all(JSON.stringify(rowIds));
}

export interface ScannedText {
  readonly sha256: string;
  readonly text: string;
}

export const lastText = (db: Db): number =>
  statement<[], { n: number | null }>(db, 'SELECT max(id) AS n FROM file_texts').get()?.n ?? 0;

export function textsHolding(db: Db, probes: readonly string[], { from, to }: Stretch): ScannedText[] {
  if (probes.length === 0) return [];
  const sql = `SELECT sha256, text FROM file_texts WHERE id BETWEEN @from AND @to
    AND (${anyIn(['text'], probes)}) ORDER BY id`;
  return statement<[object], ScannedText>(db, sql).all({ ...valuesOf(probes), from, to });
}

/** What was recognised on pages, line by line; of files whose hashes begin with two hexadecimal digits. */
export function pagesHolding(db: Db, probes: readonly string[], shelf: string): ScannedText[] {
  if (probes.length === 0) return [];
  const sql = `SELECT sha256, lines AS text FROM read_pages WHERE sha256 >= @shelf AND sha256 < @shelf || 'g'
    AND (${anyIn(['lines'], probes)}) ORDER BY sha256, page_no`;
  return statement<[object], ScannedText>(db, sql).all({ ...valuesOf(probes), shelf });
}

export interface OwnerRecord {
  readonly sha256: string;
  readonly document_id: string;
  readonly title: string;
  readonly kind: string;
  readonly client_id: string;
  readonly client_name: string;
}

/** Papers that have these files, as far as they were not destroyed. */
export function ownersOfFiles(db: Db, hashes: readonly string[]): OwnerRecord[] {
  const sql = `SELECT DISTINCT v.sha256, d.id AS document_id, d.title, d.kind, d.client_id, c.name AS client_name
    FROM document_versions v JOIN documents d ON d.id = v.document_id JOIN clients c ON c.id = d.client_id
    WHERE v.sha256 IN (SELECT value FROM json_each(?)) AND d.destroyed_at_ms IS NULL ORDER BY v.sha256, d.id`;
  return statement<[string], OwnerRecord>(db, sql).all(JSON.stringify(hashes));
}

/** What is kept on this computer alone: settings, forms that were begun, headings of imports. */
export function localTexts(db: Db, probes: readonly string[]): { id: string; text: string; table: string }[] {
  if (probes.length === 0) return [];
  const sql = `SELECT id, value AS text, 'local_settings' AS "table" FROM local_settings WHERE ${anyIn(['value'], probes)}
    UNION ALL SELECT id, mapping, 'import_mappings' FROM import_mappings WHERE ${anyIn(['mapping'], probes)}`;
  return statement<[object], { id: string; text: string; table: string }>(db, sql).all(valuesOf(probes));
}
