import { CsvError, parse } from 'csv-parse/sync';
import { AppError } from '#shared/contract/errors.ts';
import { unguarded } from '#shared/domain/formula-guard.ts';
import { filledRows } from './sheet-text.ts';
import type { TextRow } from './sheet-text.ts';

/** A comma first: it wins where two stand equally often. */
const delimiters = [',', ';', '\t', '|'] as const;

/**
 * The rows of a .csv file, each cell as it was typed: a code keeps its zeros, a date its form. The apostrophe with which
 * an export keeps a spreadsheet from evaluating a text is taken away. Throws AppError
 * WORKBOOK_DAMAGED, WORKBOOK_QUOTES (with the row, from 1, in which marks do not pair: they would run rows together).
 */
export function csvRows(bytes: Uint8Array, name: string): TextRow[] {
  const text = textOf(bytes, 'utf-8') ?? textOf(bytes, 'gb18030');
  if (text === undefined)
    throw new AppError('WORKBOOK_DAMAGED', { name, detail: 'neither UTF-8 nor GB 18030' });
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
    });
    return filledRows(records.length, (index) => (records[index] ?? []).map(unguarded));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new AppError('WORKBOOK_QUOTES', { name, rowNo: Number(error.records) + 1 }, { cause: error });
  }
}

/** UTF-8 with its mark or without, else GB 18030, in which Chinese spreadsheets save (it holds GBK). */
function textOf(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What stands most often, outside of quotation marks, in the first line that has any of them. */
function delimiterOf(text: string): string {
  const bare = text.slice(0, 10_000).replace(/"[^"]*(?:"|$)/gu, '');
  for (const line of bare.split(/[\r\n]+/u)) {
    const counts = delimiters.map((delimiter) => line.split(delimiter).length - 1);
    const most = Math.max(...counts);
    if (most > 0) return delimiters[counts.indexOf(most)] ?? ',';
  }
  return ',';
}
