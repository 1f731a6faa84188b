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

/**
 * Those of them for which a row is returned to be mended. Where an earlier row's value was taken, there is nothing to mend:
 * without that row beside it, this one's would replace it.
 */
export const cellsToMend = <Note extends { readonly code: string }>(
  row: Parameters<typeof cellsLeftOut<Note>>[0],
): readonly Note[] => cellsLeftOut(row).filter(({ code }) => code !== 'conflict_in_file');
