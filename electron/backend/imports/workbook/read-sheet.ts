import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { readHeader } from '#shared/domain/import-columns.ts';
import type { ColumnMatch, HeaderReading } from '#shared/domain/import-columns.ts';
import { requiredImportFields } from '#shared/domain/import-fields.ts';
import type { ImportValues } from '#shared/domain/import-fields.ts';
import { parseImportRow } from '#shared/domain/import-row.ts';
import type { ImportTasks, ReadRow, ReadSheet } from '#backend/jobs/import-jobs.ts';
import { openWorkbook } from './open-workbook.ts';
import type { OpenedWorkbook } from './open-workbook.ts';
import type { TextRow } from './sheet-text.ts';

const limitBytes = 50 * 1024 * 1024;

type Input = ImportTasks['read']['input'];

/** Reads a sheet of a workbook and every row below its headings; see `ImportTasks.read` for what it throws. */
export async function readSheet(input: Input): Promise<ReadSheet> {
  const name = path.basename(input.path);
  const bytes = await readWhole(input.path, name);
  const workbook = await openWorkbook(bytes, name);
  const { sheet, rows, header } = chooseSheet(workbook, name, input);
  const top = rows[header.index];
  const read = rows
    .slice(header.index + 1)
    .flatMap((row) => readRow(row, header.columns, top, workbook.is1904));
  if (read.length === 0) throw new AppError('WORKBOOK_EMPTY', { name });
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sheet,
    sheets: workbook.sheets,
    headerRowNo: top?.rowNo ?? 1,
    columns: header.columns,
    rows: read,
  };
}

async function readWhole(file: string, name: string): Promise<Buffer> {
  const unreadable = (error: unknown): never => {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new AppError('FILE_UNREADABLE', { name, detail }, { cause: error });
  };
  const found = await stat(file).catch(unreadable);
  if (!found.isFile()) throw new AppError('FILE_UNREADABLE', { name, detail: 'not a file' });
  if (found.size === 0) throw new AppError('FILE_EMPTY', { name });
  if (found.size > limitBytes)
    throw new AppError('FILE_TOO_LARGE', { name, sizeBytes: found.size, limitBytes });
  return readFile(file).catch(unreadable);
}

type FoundHeader = Extract<HeaderReading, { readonly found: true }>;
type Candidate = {
  readonly sheet: string;
  readonly rows: readonly TextRow[];
  readonly header: HeaderReading;
};
type Chosen = Candidate & { readonly header: FoundHeader };

/** The sheet asked for, else the first with all that is needed. */
function chooseSheet(workbook: OpenedWorkbook, name: string, { sheet, choices, remembered }: Input): Chosen {
  if (sheet !== null && !workbook.sheets.includes(sheet))
    throw new AppError('NOT_FOUND', { what: 'sheet', id: sheet });
  const memory = new Map(remembered);
  let best: Candidate | undefined;
  for (const candidate of sheet === null ? workbook.sheets : [sheet]) {
    const rows = workbook.rowsOf(candidate);
    const header = readHeader(
      rows.map(({ cells }) => cells),
      choices,
      memory,
    );
    if (header.found) return { sheet: candidate, rows, header };
    const isEmpty = rows.length === 0;
    if (!isEmpty && best === undefined) best = { sheet: candidate, rows, header };
  }
  if (best === undefined) throw new AppError('WORKBOOK_EMPTY', { name });
  const missing = best.header.found ? requiredImportFields : best.header.missing;
  throw new AppError('WORKBOOK_NO_HEADER', { name, sheet: best.sheet, missing: [...missing] });
}

/** Rows that say nothing to any field, and headings that are repeated on each printed page, are no rows. */
function readRow(
  { rowNo, cells }: TextRow,
  columns: readonly ColumnMatch[],
  top: TextRow | undefined,
  is1904: boolean,
): ReadRow[] {
  const values: ImportValues = {};
  for (const { column, field } of columns) {
    const text = cells[column] ?? '';
    if (field !== null && text.trim() !== '') values[field] = text;
  }
  if (Object.keys(values).length === 0) return [];
  const raw = columns.map(({ column }) => cells[column] ?? '');
  if (columns.every(({ column, heading }) => (raw[column] ?? '').trim() === heading) && top !== undefined)
    return [];
  return [{ ...parseImportRow(values, is1904), rowNo, raw }];
}
