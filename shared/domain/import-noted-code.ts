import { hasRegistryCode } from './client-code.ts';
import { isEntityType } from './entity-type.ts';
import type { Existing } from './import-existing.ts';
import { cellNote } from './import-note.ts';
import type { CellNote } from './import-note.ts';
import type { ParsedRow } from './import-row.ts';

/**
 * A row whose code does not pass its check is refused, unless a client has just this code with a note that says why it
 * is used, then the code is taken as it stands with a word about it, or the client is of a kind that no register of ours
 * knows.
 */
export function withNotedCode<Row extends ParsedRow>(row: Row, existing: Existing): Row {
  const creditCode = wrongCodeOf(row.notes);
  if (creditCode === undefined) return row;
  const { entityType } = row.values;
  if (entityType !== undefined && isEntityType(entityType) && !hasRegistryCode(entityType)) {
    const others = row.notes.filter((note) => !isCheckNote(note));
    return { ...row, values: { ...row.values, creditCode }, notes: others };
  }
  if (existing.byCode(creditCode)?.isCodeNoted !== true) return row;
  const notes = row.notes.map((note) =>
    isCheckNote(note) ? cellNote('creditCode', 'warning', 'credit_code_noted', note.data) : note,
  );
  return { ...row, values: { ...row.values, creditCode }, notes };
}

const isCheckNote = ({ code }: CellNote): boolean =>
  code === 'credit_code_checksum' || code === 'credit_code_length' || code === 'credit_code_alphabet';

function wrongCodeOf(notes: readonly CellNote[]): string | undefined {
  const value = notes.find(isCheckNote)?.data.value;
  return typeof value === 'string' ? value : undefined;
}
