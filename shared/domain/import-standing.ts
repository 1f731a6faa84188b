import { nothing } from './import-draft.ts';
import type { Draft, Outcome, RowDecision } from './import-draft.ts';
import type { ImportValues } from './import-fields.ts';
import { cellNote } from './import-note.ts';

/**
 * What a row's standing comes to when it was looked up before the one that is known: it is held back unless the row is
 * to be taken. Undefined where it may be stated like any other value.
 */
export function olderStanding(
  { values: known }: Pick<Draft, 'values'>,
  { standing, standingCheckedOn: checkedOn }: ImportValues,
  decision: RowDecision | undefined,
): Outcome | undefined {
  const { standing: kept, standingCheckedOn: keptOn } = known;
  if (decision === 'take' || kept === undefined || kept === standing) return undefined;
  if (checkedOn === undefined || keptOn === undefined || checkedOn >= keptOn) return undefined;
  if (decision === 'keep') return nothing;
  return { changes: [], notes: [cellNote('standing', 'warning', 'earlier_than_stored', { kept })] };
}

/** Whether a row's day of checking belongs to the standing that holds: not where the row's own was held back. */
export const isOfStanding = ({ values: known }: Pick<Draft, 'values'>, { standing }: ImportValues): boolean =>
  standing === undefined || standing === known.standing;
