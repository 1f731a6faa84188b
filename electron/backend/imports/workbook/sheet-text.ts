import type { CellObject, WorkSheet } from '@e965/xlsx';
import { dateOfEpochDay } from '#shared/domain/calendar-date.ts';

/** A row of a sheet as text, with the number that the spreadsheet shows beside it. */
export interface TextRow {
  readonly rowNo: number;
  readonly cells: string[];
}

export interface TextOptions {
  readonly is1904: boolean;
  readonly isDateFormat: (format: string) => boolean;
}

/** A portfolio has dozens of columns; formats may reach to the last of 16,384. */
const mostColumns = 256;
/** Days between the two date systems of workbooks. */
const days1904 = 1462;
/** Day number of 1899-12-30, from which the 1900 system counts; right from March 1900, its day 61, on. */
const dayZero = -25_569;
const firstSureDay = 61;
const lastDay = 2_958_465;
/** A spreadsheet keeps this many digits of a number. */
const keptDigits = 15;

/** The rows that hold anything. A cell that was merged downwards counts in each row it covers. */
export function sheetText(sheet: WorkSheet, options: TextOptions): TextRow[] {
  const grid = sheet['!data'] ?? [];
  fillMergedColumns(grid, sheet['!merges'] ?? []);
  return filledRows(grid.length, (index) => textsOf(grid[index], options));
}

/** Those of `count` rows that hold anything, as far as a portfolio may reach to the right; the index is from 0. */
export function filledRows(count: number, cellsAt: (index: number) => readonly string[]): TextRow[] {
  const rows: TextRow[] = [];
  for (let index = 0; index < count; index += 1) {
    const cells = cellsAt(index).slice(0, mostColumns);
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ rowNo: index + 1, cells });
  }
  return rows;
}

function textsOf(row: readonly (CellObject | undefined)[] | undefined, options: TextOptions): string[] {
  // The rows of the library have holes, which Array.from fills.
  return Array.from({ length: Math.min(row?.length ?? 0, mostColumns) }, (_, column) =>
    cellText(row?.[column], options),
  );
}

type Merge = { readonly s: { readonly r: number; readonly c: number }; readonly e: { readonly r: number } };

/** A client's name is often written once over the rows of its accounts; a merge to the side is a title. */
function fillMergedColumns(grid: (CellObject | undefined)[][], merges: readonly Merge[]): void {
  for (const { s, e } of merges) {
    const top = grid[s.r]?.[s.c];
    if (top === undefined) continue;
    for (let row = s.r + 1; row <= Math.min(e.r, grid.length - 1); row += 1) {
      const cells = grid[row] ?? [];
      cells[s.c] = top;
      grid[row] = cells;
    }
  }
}

/**
 * A cell as it is meant: dates as YYYY-MM-DD, numbers without the noise of their binary form. A number that is too
 * long for a spreadsheet to have kept comes with an exponent, so that it is not taken for a code.
 */
export function cellText(cell: CellObject | undefined, options: TextOptions): string {
  if (cell === undefined) return '';
  switch (cell.t) {
    case 'n':
      return typeof cell.v === 'number' ? numberText(cell.v, cell, options) : '';
    case 's':
      return String(cell.v ?? '');
    case 'b':
      return cell.v === true ? 'TRUE' : 'FALSE';
    case 'e':
      return cell.w ?? '#N/A';
    case 'd':
    case 'z':
      return '';
  }
}

function numberText(value: number, cell: CellObject, { is1904, isDateFormat }: TextOptions): string {
  const day = Math.floor(value + (is1904 ? days1904 : 0) + 1e-9);
  if (isDate(cell, isDateFormat) && day >= firstSureDay && day <= lastDay)
    return dateOfEpochDay(day + dayZero);
  // 000000: the zeros in front belong to the number.
  if (/^0{2,}$/u.test(String(cell.z)) && cell.w !== undefined) return cell.w;
  const kept = Number(value.toPrecision(keptDigits));
  return Math.abs(kept) >= 10 ** keptDigits ? kept.toExponential().toUpperCase() : String(kept);
}

/** Formats that a workbook names by number alone have no text; the library shows their dates as m/d/yy. */
function isDate({ z, w }: CellObject, isDateFormat: TextOptions['isDateFormat']): boolean {
  return z === undefined ? /^\d{1,2}\/\d{1,2}\/\d{2}$/u.test(w ?? '') : isDateFormat(String(z));
}
