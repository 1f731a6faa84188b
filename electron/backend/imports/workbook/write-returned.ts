import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import writeExcelFile from 'write-excel-file/node';
import type { Cell, Row } from 'write-excel-file/node';
import { writeRefusal } from '#backend/files/write-refusal.ts';
import type { ImportTasks, ReturnedRow } from '#backend/jobs/import-jobs.ts';

type Input = ImportTasks['writeReturned']['input'];

export const reasonHeading = '原因';

const headGround = '#eeedea';
const faultGround = '#fde7e4';
const faultInk = '#b3261e';
const fewestCharacters = 8;
const mostCharacters = 48;

/** Writes the workbook beside its place and moves it there; see `ImportTasks.writeReturned` for what it throws. */
export async function writeReturnedRows({
  path: target,
  sheet,
  headings,
  rows,
}: Input): Promise<{ sizeBytes: number }> {
  // A workbook that was returned before has its old reasons.
  const kept = headings.flatMap((heading, column) => (heading === reasonHeading ? [] : [column]));
  const head = [...kept.map((column) => headings[column] ?? ''), reasonHeading];
  const data = [head.map(headCell), ...rows.map((row) => rowOf(row, kept))];
  const columns = [...kept.map((column) => ({ width: widthOf(rows, column) })), { width: mostCharacters }];
  const bytes = await writeExcelFile(data, { sheet, columns, stickyRowsCount: 1 }).toBuffer();
  await replaceFile(target, bytes);
  return { sizeBytes: bytes.length };
}

const headCell = (value: string): Cell => ({
  value,
  type: String,
  fontWeight: 'bold',
  backgroundColor: headGround,
});

function rowOf({ raw, reasons, faultyColumns }: ReturnedRow, columns: readonly number[]): Row {
  const cells = columns.map((column): Cell => {
    const value = raw[column] ?? '';
    const text = value === '' ? {} : ({ value, type: String } as const);
    if (faultyColumns.includes(column)) return { ...text, backgroundColor: faultGround };
    return value === '' ? null : text;
  });
  return [...cells, { value: reasons, type: String, textColor: faultInk, wrap: true }];
}

function widthOf(rows: readonly ReturnedRow[], column: number): number {
  // A Chinese character is as wide as two digits.
  const widest = rows.reduce((most, { raw }) => Math.max(most, [...(raw[column] ?? '')].length * 2), 0);
  return Math.min(Math.max(widest, fewestCharacters), mostCharacters);
}

async function replaceFile(target: string, bytes: Uint8Array): Promise<void> {
  const temporary = path.join(path.dirname(target), `.${randomUUID()}.tmp`);
  try {
    await fs.writeFile(temporary, bytes, { flush: true });
    await fs.rename(temporary, target);
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw writeRefusal(error, path.basename(target));
  }
}
