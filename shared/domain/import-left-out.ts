import type { CellNoteCode } from './import-note.ts';
import type { RowDeed } from './import-plan.ts';

/** Why a cell stays out of a row that is written for the rest. */
export const leftOutCodes = [
  'digits_lost',
  'bank_number_words',
  'phone_without_name',
  'account_unclear',
  'name_differs',
  'earlier_than_stored',
  'conflict_in_file',
] as const satisfies readonly CellNoteCode[];
export type LeftOutCode = (typeof leftOutCodes)[number];

export const leftOutCodeOf = (code: string): LeftOutCode | undefined =>
  leftOutCodes.find((known) => known === code);

/** What is said of the cells whose values are not written though their row is. */
export function cellsLeftOut<Note extends { readonly code: string }>({
  deed,
  notes,
}: {
  readonly deed: RowDeed;
  readonly notes: readonly Note[];
}): readonly Note[] {
  if (deed === 'refuse' || deed === 'skip') return [];
  return notes.filter(({ code }) => leftOutCodeOf(code) !== undefined);
}
