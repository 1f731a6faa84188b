import type { Existing, ExistingClient } from './import-existing.ts';
import { cellNote } from './import-note.ts';
import type { CellNote } from './import-note.ts';
import type { ParsedRow } from './import-row.ts';
import { nameKey } from './name-key.ts';

/**
 * A row whose bank account number can't be one is refused, unless its client has just this number from earlier times:
 * what the firm exported can be imported again, with a word about it.
 */
export function withStoredNumber<Row extends ParsedRow>(row: Row, existing: Existing): Row {
  const bankNumber = row.notes.find(isNumberFault)?.data.value;
  if (typeof bankNumber !== 'string') return row;
  if (clientOf(row, existing)?.values.bankNumber !== bankNumber) return row;
  const notes = row.notes.map((note) =>
    isNumberFault(note) ? cellNote('bankNumber', 'warning', 'bank_number_stored', note.data) : note,
  );
  return { ...row, values: { ...row.values, bankNumber }, notes };
}

const isNumberFault = ({ code }: CellNote): boolean =>
  code === 'bank_number_alphabet' || code === 'bank_number_length';

/** Only one that is certain: by its code, else the only one of its name, which has no other code. */
function clientOf({ values }: ParsedRow, existing: Existing): ExistingClient | undefined {
  const { creditCode, name = '' } = values;
  const coded = creditCode === undefined ? undefined : existing.byCode(creditCode);
  if (coded !== undefined) return coded;
  const namesakes = existing
    .byKey(nameKey(name))
    .filter((client) => creditCode === undefined || client.values.creditCode === undefined);
  return namesakes.length === 1 ? namesakes[0] : undefined;
}
