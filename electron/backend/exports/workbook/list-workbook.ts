import { utils, write } from '@e965/xlsx';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import { dateOfEpochDay, daysBetween, isCalendarDate } from '#shared/domain/calendar-date.ts';
import type { CellKind, ListCell, ListRow, ListSheet } from '#backend/jobs/export-jobs.ts';
import { finishWorkbook } from './finish-workbook.ts';

const fewestCharacters = 8;
const mostCharacters = 48;
/** Room for the arrow of the filter. */
const filterCharacters = 3;
/** The day number 0 of a workbook; days before 1 March 1900 are counted wrongly by spreadsheets and stay text. */
const dayZero = dateOfEpochDay(-25_569);
const firstSureDay = 61;
const asText = '@';

/** Gathers the rows of a workbook: every column with its type, a width that fits, a head that stays and filters. */
export function createWorkbook(sheets: readonly ListSheet[]) {
  const drafts = sheets.map(createSheet);
  return {
    add(rows: readonly (readonly ListRow[])[]): void {
      drafts.forEach((draft, index) => draft.add(rows[index] ?? []));
    },
    bytes(): Buffer {
      const book = utils.book_new();
      for (const draft of drafts) utils.book_append_sheet(book, draft.made(), draft.name);
      return finishWorkbook(
        write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: false }) as Buffer,
      );
    },
  };
}

function createSheet({ name, columns }: ListSheet) {
  const grid: (CellObject | undefined)[][] = [columns.map(({ heading }) => textCell(heading))];
  const widths = columns.map(({ heading }) => widthOf(heading) + filterCharacters);
  return {
    name,
    add(rows: readonly ListRow[]): void {
      for (const row of rows) {
        grid.push(columns.map(({ kind }, column) => cellOf(row[column] ?? null, kind)));
        columns.forEach((_, column) => {
          widths[column] = Math.max(widths[column] ?? 0, widthOf(row[column] ?? ''));
        });
      }
    },
    made(): WorkSheet {
      const ref = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: grid.length - 1, c: columns.length - 1 } });
      return {
        '!data': grid as CellObject[][],
        '!ref': ref,
        '!autofilter': { ref },
        '!cols': widths.map((width) => ({
          wch: Math.min(Math.max(width + 1, fewestCharacters), mostCharacters),
        })),
      };
    },
  };
}

function cellOf(cell: ListCell, kind: CellKind): CellObject | undefined {
  if (cell === null || cell === '') return undefined;
  if (typeof cell === 'number') {
    return kind === 'money' ? { t: 'n', v: cell / 100, z: '#,##0.00' } : { t: 'n', v: cell, z: '0' };
  }
  if (kind === 'date' && isCalendarDate(cell)) {
    const day = daysBetween(dayZero, cell);
    if (day >= firstSureDay) return { t: 'n', v: day, z: 'yyyy-mm-dd' };
  }
  return textCell(cell);
}

/** A cell of the format "text": what begins like a formula stays text also when somebody edits it. */
const textCell = (text: string): CellObject => ({ t: 's', v: plainSequences(text), z: asText });

/** A workbook writes characters as _xHHHH_ (ECMA-376, ST_Xstring): a text that looks so has to be written so itself. */
const plainSequences = (text: string): string => text.replaceAll(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');

/** In digits; a Chinese character is as wide as two. Only the first line of a text counts. */
function widthOf(cell: string | number): number {
  const [line = ''] = String(cell).slice(0, mostCharacters).split('\n', 1);
  return line.length + (line.match(/[\u0300-\u{10ffff}]/gu)?.length ?? 0);
}
