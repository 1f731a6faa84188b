import { readCell } from './import-cell.ts';
import type { ImportField, ImportValues } from './import-fields.ts';
import { cellNote } from './import-note.ts';
import type { CellNote } from './import-note.ts';
import { nameKey } from './name-key.ts';
import type { AccountKind } from './platform.ts';

export type FieldChange = {
  readonly field: ImportField;
  readonly before: string | null;
  readonly after: string | null;
};

/** What is done where a row says something else than what is stored or stands in an earlier row; `skip` leaves it out. */
export const rowDecisions = ['keep', 'take', 'skip'] as const;
export type RowDecision = (typeof rowDecisions)[number];

/** Values as the rows read so far leave them. */
export type Draft = {
  readonly values: ImportValues;
  /** What the sheet has added. */
  readonly said: ImportValues;
  /** Which row of the sheet stated a field first. */
  readonly statedBy: Map<ImportField, number>;
};

/** One account as the rows read so far leave it. */
export type AccountDraft = Draft & { readonly accountId: string | null; readonly kind: AccountKind };

export const accountDraft = (
  accountId: string | null,
  kind: AccountKind,
  values: ImportValues,
): AccountDraft => ({
  accountId,
  kind,
  values,
  said: {},
  statedBy: new Map(),
});

/** What a row's value did to a draft. */
export type Outcome = { readonly changes: readonly FieldChange[]; readonly notes: readonly CellNote[] };

export const nothing: Outcome = { changes: [], notes: [] };

export const together = (outcomes: readonly Outcome[]): Outcome => ({
  changes: outcomes.flatMap(({ changes }) => changes),
  notes: outcomes.flatMap(({ notes }) => notes),
});

/**
 * Gives a draft one value of a row. Blanks are filled; another value replaces what is stored, except where it is
 * held back (an earlier row, a name spelled otherwise, an earlier end) and the decision is not to take it.
 */
export function state(
  target: Draft,
  field: ClientValueField,
  value: string,
  rowNo: number,
  decision: RowDecision | undefined,
): Outcome {
  const current = target.values[field];
  const statedBy = target.statedBy.get(field);
  if (current === undefined || isSame(field, current, value)) {
    if (statedBy === undefined) target.statedBy.set(field, rowNo);
    return current === undefined ? accept(target, field, value) : nothing;
  }
  const held = heldBack(field, current, value, statedBy);
  if (statedBy === undefined) target.statedBy.set(field, rowNo);
  if (decision === 'keep') return nothing;
  if (held !== undefined && decision !== 'take') return { changes: [], notes: [held] };
  target.statedBy.set(field, rowNo);
  return accept(target, field, value);
}

/** Fields with one value of their own; tags are a set. */
export type ClientValueField = Exclude<ImportField, 'tags'>;

function accept(target: Draft, field: ClientValueField, value: string): Outcome {
  const before = target.values[field] ?? null;
  target.values[field] = value;
  target.said[field] = value;
  return { changes: [{ field, before, after: value }], notes: [] };
}

/** Texts that a person typed in may hold spaces that reading a cell closes up. */
const freeTexts: readonly ImportField[] = [
  'legalRepresentative',
  'administratorName',
  'address',
  'consultant',
  'bankName',
  'bankHolder',
  'remark',
];

/** A name differs only when more than brackets, width, spaces or case do, another text when more than spaces do. */
function isSame(field: ImportField, stored: string, said: string): boolean {
  if (stored === said) return true;
  if (field === 'name' || field === 'accountName') return nameKey(stored) === nameKey(said);
  return freeTexts.includes(field) && readCell(field, stored).value === said;
}

function heldBack(
  field: ImportField,
  kept: string,
  value: string,
  statedBy: number | undefined,
): CellNote | undefined {
  if (statedBy !== undefined)
    return cellNote(field, 'warning', 'conflict_in_file', { kept, rowNo: statedBy });
  if (field === 'name' || field === 'accountName')
    return cellNote(field, 'warning', 'name_differs', { kept });
  if ((field === 'certifiedUntil' || field === 'standingCheckedOn') && value < kept)
    return cellNote(field, 'warning', 'earlier_than_stored', { kept });
  return undefined;
}
