import type { Existing } from './import-existing.ts';
import { cellNote } from './import-note.ts';
import type { CellNote } from './import-note.ts';
import type { ParsedRow } from './import-row.ts';

/**
 * A row whose credit code has a wrong check character is refused, unless a client has just this code with a note that
 * says why it is used: then the code is taken as it stands, with a word about it.
 */
export function withNotedCode<Row extends ParsedRow>(row: Row, existing: Existing): Row {
  const creditCode = wrongCodeOf(row.notes);
  if (creditCode === undefined || existing.byCode(creditCode)?.isCodeNoted !== true) return row;
  const notes = row.notes.map((note) =>
    isCheckNote(note) ? cellNote('creditCode', 'warning', 'credit_code_noted', note.data) : note,
  );
  return { ...row, values: { ...row.values, creditCode }, notes };
}

const isCheckNote = ({ code }: CellNote): boolean => code === 'credit_code_checksum';

function wrongCodeOf(notes: readonly CellNote[]): string | undefined {
  const value = notes.find(isCheckNote)?.data.value;
  return typeof value === 'string' ? value : undefined;
}
