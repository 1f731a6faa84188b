import type { FieldChange, RowDecision } from './import-draft.ts';
import type { RowDeed } from './import-plan.ts';

/** What is said where a value of the row stands against another: of an earlier row, or one that is stored. */
const contested: readonly string[] = ['conflict_in_file', 'name_differs', 'earlier_than_stored'];

type DecidedRow = {
  readonly deed: RowDeed;
  readonly changes: readonly FieldChange[];
  readonly notes: readonly { readonly code: string }[];
};

/**
 * What may be decided on a row. Which value counts is a question only where there are two, or where it has been
 * answered already. A row with a fault can't be written whatever is decided; one that says nothing new needs no word.
 */
export function decisionsFor(row: DecidedRow, decided: RowDecision | undefined): readonly RowDecision[] {
  if (decided === 'keep' || decided === 'take' || hasTwoValues(row)) return ['keep', 'take', 'skip'];
  return decided === undefined && (row.deed === 'refuse' || row.deed === 'same') ? [] : ['skip'];
}

function hasTwoValues({ deed, changes, notes }: DecidedRow): boolean {
  if (deed === 'refuse') return false;
  // Tags only add: none of them is replaced.
  const isReplaced = changes.some(({ field, before }) => before !== null && field !== 'tags');
  return isReplaced || notes.some(({ code }) => contested.includes(code));
}
