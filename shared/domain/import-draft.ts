import type { EntityType } from './entity-type.ts';
import type { Existing, ExistingClient } from './import-existing.ts';
import type { AccountImportField, ImportField, ImportValues } from './import-fields.ts';
import { cellNote } from './import-note.ts';
import type { CellNote } from './import-note.ts';
import { nameKey } from './name-key.ts';
import type { AccountKind } from './platform.ts';

export type FieldChange = { readonly field: ImportField; readonly before: string | null; readonly after: string | null };

/** What is done where a row says something else than what is stored or stands in an earlier row. */
export type RowDecision = 'keep' | 'take' | 'refuse';

/** One account as the rows read so far leave it. `said` holds only what the sheet has added. */
export type AccountDraft = {
  readonly accountId: string | null;
  readonly kind: AccountKind;
  readonly values: ImportValues;
  readonly said: ImportValues;
  /** Which row of the sheet stated a field first. */
  readonly statedBy: Map<ImportField, number>;
};

/** One client as the rows read so far leave it. */
export type ClientDraft = {
  readonly known: ExistingClient | undefined;
  readonly rowNo: number;
  readonly values: ImportValues;
  readonly said: ImportValues;
  readonly statedBy: Map<ImportField, number>;
  readonly tags: string[];
  readonly accounts: AccountDraft[];
  entityTypeOfCode: EntityType | undefined;
  /** A telephone number that came before the name of its owner. */
  pendingPhone: string | undefined;
};

export function draftOf(known: ExistingClient | undefined, rowNo: number, existing: Existing): ClientDraft {
  const accounts = known === undefined ? [] : existing.accountsOf(known.clientId);
  return {
    known,
    rowNo,
    values: { ...known?.values },
    said: {},
    statedBy: new Map(),
    tags: [...(known?.tags ?? [])],
    accounts: accounts.map(({ accountId, kind, values }) => accountDraft(accountId, kind, { ...values })),
    entityTypeOfCode: undefined,
    pendingPhone: undefined,
  };
}

export const accountDraft = (accountId: string | null, kind: AccountKind, values: ImportValues): AccountDraft => ({
  accountId,
  kind,
  values,
  said: {},
  statedBy: new Map(),
});

/** Where a value goes: a client's or an account's draft. */
type Target = Pick<ClientDraft, 'values' | 'said' | 'statedBy'>;

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
  target: Target,
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
  if (decision === 'keep' || (held !== undefined && decision !== 'take')) {
    return { changes: [], notes: held === undefined ? [] : [held] };
  }
  target.statedBy.set(field, rowNo);
  return { changes: accept(target, field, value).changes, notes: held === undefined ? [] : [held] };
}

/** Fields with one value of their own; tags are a set. */
export type ClientValueField = Exclude<ImportField, 'tags'>;

function accept(target: Target, field: ClientValueField, value: string): Outcome {
  const before = target.values[field] ?? null;
  target.values[field] = value;
  target.said[field] = value;
  return { changes: [{ field, before, after: value }], notes: [] };
}

/** A name differs only when more than brackets, width, spaces or case do. */
function isSame(field: ImportField, a: string, b: string): boolean {
  if (a === b) return true;
  return (field === 'name' || field === 'accountName') && nameKey(a) === nameKey(b);
}

function heldBack(field: ImportField, kept: string, value: string, statedBy: number | undefined): CellNote | undefined {
  if (statedBy !== undefined) return cellNote(field, 'warning', 'conflict_in_file', { kept, rowNo: statedBy });
  if (field === 'name') return cellNote(field, 'warning', 'name_differs', { kept });
  if (field === 'certifiedUntil' && value < kept) return cellNote(field, 'warning', 'earlier_than_stored', { kept });
  return undefined;
}

/** Which of an account's fields the sheet has changed. */
export const accountChanges = ({ said }: AccountDraft): AccountImportField[] => Object.keys(said) as AccountImportField[];
