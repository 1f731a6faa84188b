import type { ClientDraft } from './import-client-draft.ts';
import { nothing, state, together } from './import-draft.ts';
import type { Outcome, RowDecision } from './import-draft.ts';
import type { ImportValues } from './import-fields.ts';
import { cellNote } from './import-note.ts';

/** Gives a draft the people of a row; a number without its administrator's name waits for `stateLonePhone`. */
export function statePeople(
  draft: ClientDraft,
  row: ImportValues,
  rowNo: number,
  decision: RowDecision | undefined,
): Outcome {
  const { legalRepresentative, administratorName, administratorPhone } = row;
  const outcomes: Outcome[] = [];
  if (legalRepresentative !== undefined) {
    outcomes.push(state(draft, 'legalRepresentative', legalRepresentative, rowNo, decision));
  }
  if (administratorName === undefined) return together(outcomes);
  settleAdministrator(draft, administratorName);
  const before = draft.values.administratorName;
  outcomes.push(state(draft, 'administratorName', administratorName, rowNo, decision));
  // The number that is left would be somebody else's.
  if (before !== undefined && draft.values.administratorName !== before) forgetPhone(draft);
  if (administratorPhone !== undefined) {
    outcomes.push(state(draft, 'administratorPhone', administratorPhone, rowNo, decision));
  }
  return together(outcomes);
}

export const isPhoneLone = ({ administratorName, administratorPhone }: ImportValues): boolean =>
  administratorName === undefined && administratorPhone !== undefined;

/**
 * Gives a draft the number of a row that names no administrator, once all rows of the client have been read: it is
 * the known administrator's, else the legal representative's, else nobody's.
 */
export function stateLonePhone(
  draft: ClientDraft,
  { administratorPhone: phone }: ImportValues,
  rowNo: number,
  decision: RowDecision | undefined,
): Outcome {
  if (phone === undefined) return nothing;
  settleAdministrator(draft, undefined);
  const { administratorName, legalRepresentative } = draft.values;
  if (administratorName === undefined && legalRepresentative === undefined) {
    return {
      changes: [],
      notes: [cellNote('administratorPhone', 'warning', 'phone_without_name', { value: phone })],
    };
  }
  return state(draft, 'administratorPhone', phone, rowNo, decision);
}

/** A client may have several administrators: the first row that speaks of one decides which of them is meant. */
function settleAdministrator(draft: ClientDraft, name: string | undefined): void {
  const { known, values, statedBy } = draft;
  if (known === undefined || statedBy.has('administratorName') || statedBy.has('administratorPhone')) return;
  const person = known.administrators.find((one) => one.name === name) ?? known.administrators[0];
  if (person !== undefined) {
    values.administratorName = person.name;
    if (person.phone !== undefined) values.administratorPhone = person.phone;
    return;
  }
  const isLegalKnown = values.legalRepresentative === known.values.legalRepresentative;
  if (name !== undefined || !isLegalKnown || known.legalRepresentativePhone === undefined) return;
  values.administratorPhone = known.legalRepresentativePhone;
}

function forgetPhone({ values, said, statedBy }: ClientDraft): void {
  delete values.administratorPhone;
  delete said.administratorPhone;
  statedBy.delete('administratorPhone');
}
