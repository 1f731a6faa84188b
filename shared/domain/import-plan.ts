import { stateAccount } from './import-accounts.ts';
import { state, together } from './import-draft.ts';
import type { FieldChange, Outcome, RowDecision } from './import-draft.ts';
import { draftOf } from './import-client-draft.ts';
import type { ClientDraft } from './import-client-draft.ts';
import type { Existing } from './import-existing.ts';
import { clientImportFields } from './import-fields.ts';
import type { ImportValues } from './import-fields.ts';
import { tagList, tagsText } from './import-cell.ts';
import { identifyRows } from './import-identity.ts';
import type { Identified, Identity } from './import-identity.ts';
import { createNewcomers } from './import-newcomers.ts';
import { cellNote } from './import-note.ts';
import type { CellNote } from './import-note.ts';
import { withNotedCode } from './import-noted-code.ts';
import { isPhoneLone, stateLonePhone, statePeople } from './import-people.ts';
import type { ParsedRow } from './import-row.ts';
import { isOfStanding, olderStanding } from './import-standing.ts';
import { eachInSteps, inOneGo, mapInSteps } from './in-steps.ts';
import type { InSteps } from './in-steps.ts';
import { withStoredNumber } from './import-stored-number.ts';
import type { AccountKind } from './platform.ts';

/**
 * What is done with a row. `merge`: an earlier row of the sheet is the same client. `skip`: the user leaves it out;
 * `refuse`: what is wrong with it keeps it out.
 */
export type RowDeed = 'create' | 'update' | 'same' | 'merge' | 'skip' | 'refuse';

export type SourceRow = ParsedRow & { readonly rowNo: number };

export type PlannedRow = SourceRow & {
  readonly deed: RowDeed;
  /** The existing client that the row means; null for a new one. */
  readonly clientId: string | null;
  /** Number of the earlier row that stands for the same client. */
  readonly mergedInto: number | null;
  /** What an existing client and its accounts would get from the row. */
  readonly changes: readonly FieldChange[];
};

/** An account to be added (`accountId` null) or changed: the fields that the sheet adds. */
export type PlannedAccount = {
  readonly accountId: string | null;
  readonly kind: AccountKind;
  readonly values: ImportValues;
};

/** A client to be added (`clientId` null) or changed: the fields that the sheet adds, all its tags, its accounts. */
export type PlannedClient = {
  readonly clientId: string | null;
  readonly rowNo: number;
  readonly values: ImportValues;
  readonly tags: readonly string[];
  readonly accounts: readonly PlannedAccount[];
};

export type ImportPlanning = {
  readonly rows: readonly PlannedRow[];
  readonly clients: readonly PlannedClient[];
};

/** What the user decided about rows, by row number. */
export type RowDecisions = ReadonlyMap<number, RowDecision>;

/**
 * Works out what each row would do, writing nothing. Clients are met by credit code, else by normalised name; a row
 * that adds nothing to what is stored or to an earlier row changes nothing, so that the same sheet can come twice.
 */
export const planImport = (
  sourceRows: readonly SourceRow[],
  existing: Existing,
  decisions: RowDecisions = new Map(),
): ImportPlanning => inOneGo(planInSteps(sourceRows, existing, decisions));

/** `planImport` in steps: a long sheet takes seconds. */
export function* planInSteps(
  sourceRows: readonly SourceRow[],
  existing: Existing,
  decisions: RowDecisions = new Map(),
): InSteps<ImportPlanning> {
  const rows = yield* mapInSteps(sourceRows, (row) =>
    withStoredNumber(withNotedCode(row, existing), existing),
  );
  const isWanted = (row: SourceRow) => !hasError(row) && !isSkipped(row, decisions);
  const identified = yield* identifyRows(rows.filter(isWanted), existing);
  const drafts = yield* draftsOf(rows, identified, existing);
  const newcomers = createNewcomers(existing);
  const stateOf = (row: SourceRow): RowState => {
    if (!isWanted(row)) return { row, notes: [], isSkipped: isSkipped(row, decisions) };
    const found = identified.get(row.rowNo);
    if (found?.kind !== 'client') return { row, notes: found === undefined ? [] : [found.note] };
    const draft = drafts.get(found.client);
    if (draft === undefined) return { row, notes: [] };
    const { changes, notes } = stateRow(draft, row, decisions.get(row.rowNo));
    const isNew = draft.known === undefined && draft.rowNo === row.rowNo;
    return { row, notes: [...notes, ...newcomers.notes(row, isNew)], stated: { draft, changes } };
  };
  const states = yield* mapInSteps(rows, stateOf);
  // All rows have had their say by now: a lone number goes to whoever they have named.
  const rowsPlanned = yield* mapInSteps(states, (one) => plannedRow(withLonePhone(one, decisions)));
  const clients = yield* mapInSteps(drafts.values(), plannedClient);
  return { rows: rowsPlanned, clients: clients.flat() };
}

/** A draft for each client that a row means, in the order of the rows, with its accounts told apart. */
function* draftsOf(
  rows: readonly SourceRow[],
  identified: ReadonlyMap<number, Identified>,
  existing: Existing,
): InSteps<ReadonlyMap<Identity, ClientDraft>> {
  const groups = new Map<Identity, SourceRow[]>();
  yield* eachInSteps(rows, (row) => {
    const found = identified.get(row.rowNo);
    if (found?.kind !== 'client') return;
    const own = groups.get(found.client);
    if (own === undefined) groups.set(found.client, [row]);
    else own.push(row);
  });
  const drafts = new Map<Identity, ClientDraft>();
  yield* eachInSteps(groups, ([client, own]) => drafts.set(client, draftOf(client, own, existing)));
  return drafts;
}

/** `stated`: what the row came to, unless it is refused or left out. */
type RowState = {
  readonly row: SourceRow;
  readonly notes: readonly CellNote[];
  readonly isSkipped?: boolean;
  readonly stated?: { readonly draft: ClientDraft; readonly changes: readonly FieldChange[] };
};

const hasError = ({ notes }: ParsedRow): boolean => notes.some(({ level }) => level === 'error');

/** One with a fault stays out whatever is decided: it is to be mended. */
const isSkipped = (row: SourceRow, decisions: RowDecisions): boolean =>
  !hasError(row) && decisions.get(row.rowNo) === 'skip';

const typeOf = ({ values, entityTypeOfCode }: ClientDraft): string | undefined =>
  values.entityType ?? entityTypeOfCode;

function withLonePhone(one: RowState, decisions: RowDecisions): RowState {
  const { row, notes, stated } = one;
  if (stated === undefined || !isPhoneLone(row.values)) return one;
  const outcome = stateLonePhone(stated.draft, row.values, row.rowNo, decisions.get(row.rowNo));
  const changes = [...stated.changes, ...outcome.changes];
  return { row, notes: [...notes, ...outcome.notes], stated: { ...stated, changes } };
}

function plannedRow({ row, notes, isSkipped: isLeft = false, stated }: RowState): PlannedRow {
  const refused = { deed: 'refuse', clientId: null, mergedInto: null, changes: [] } as const;
  if (isLeft) return { ...row, ...refused, deed: 'skip' };
  if (stated === undefined) return { ...row, notes: [...row.notes, ...notes], ...refused };
  const { draft, changes } = stated;
  if (typeOf(draft) === undefined) {
    return { ...row, notes: [...row.notes, ...notes, cellNote('entityType', 'error', 'empty')], ...refused };
  }
  const isFirst = draft.rowNo === row.rowNo;
  const mergedInto = isFirst ? null : draft.rowNo;
  if (draft.known !== undefined) {
    const deed = !isFirst ? 'merge' : changes.length === 0 ? 'same' : 'update';
    return {
      ...row,
      notes: [...row.notes, ...notes],
      deed,
      clientId: draft.known.clientId,
      mergedInto,
      changes,
    };
  }
  const made = { ...row, ...withDerivedType(row, [...row.notes, ...notes], isFirst ? draft : undefined) };
  return { ...made, deed: isFirst ? 'create' : 'merge', clientId: null, mergedInto, changes: [] };
}

/** The row that makes a client shows its type, also when only the credit code says it. */
function withDerivedType({ values }: SourceRow, notes: readonly CellNote[], draft: ClientDraft | undefined) {
  const entityType = draft?.values.entityType === undefined ? draft?.entityTypeOfCode : undefined;
  if (entityType === undefined) return { values, notes };
  const note = cellNote('entityType', 'fixed', 'entity_type_from_code', { value: entityType });
  return { values: { ...values, entityType }, notes: [...notes, note] };
}

function plannedClient(draft: ClientDraft): PlannedClient[] {
  const { known, rowNo, said, values, tags } = draft;
  const entityType = typeOf(draft);
  if (entityType === undefined) return [];
  const accounts = draft.accounts
    .filter((account) => account.accountId === null || Object.keys(account.said).length > 0)
    .map(({ accountId, kind, said: added }) => ({ accountId, kind, values: added }));
  if (known === undefined)
    return [{ clientId: null, rowNo, values: { ...said, entityType }, tags, accounts }];
  const isChanged = Object.keys(said).length > 0 || tags.length > known.tags.length || accounts.length > 0;
  if (!isChanged) return [];
  return [
    { clientId: known.clientId, rowNo, values: { ...said, ...ownersOfPhone(said, values) }, tags, accounts },
  ];
}

/** A number alone does not say whose it is. */
function ownersOfPhone(
  said: ImportValues,
  { administratorName, legalRepresentative }: ImportValues,
): ImportValues {
  if (said.administratorPhone === undefined) return {};
  if (administratorName !== undefined) return { administratorName };
  return legalRepresentative === undefined ? {} : { legalRepresentative };
}

const ownFields = clientImportFields.filter(
  (field) => !['legalRepresentative', 'administratorName', 'administratorPhone', 'tags'].includes(field),
) as readonly Exclude<(typeof clientImportFields)[number], 'tags'>[];

function stateRow(draft: ClientDraft, row: SourceRow, decision: RowDecision | undefined): Outcome {
  const { values, rowNo } = row;
  return together([
    ...ownFields.flatMap((field) => {
      const value = values[field];
      if (value === undefined) return [];
      if (field === 'standingCheckedOn' && !isOfStanding(draft, values)) return [];
      const older = field === 'standing' ? olderStanding(draft, values, decision) : undefined;
      return [older ?? state(draft, field, value, rowNo, decision)];
    }),
    statePeople(draft, values, rowNo, decision),
    stateTags(draft, values.tags ?? ''),
    stateAccount(draft.accountOf.get(rowNo), row, rowNo, decision),
  ]);
}

/** Tags only add. */
function stateTags(draft: ClientDraft, text: string): Outcome {
  const before = tagsText(draft.tags);
  const fresh = tagList(text).filter((tag) => !draft.tags.includes(tag));
  if (fresh.length === 0) return { changes: [], notes: [] };
  draft.tags.push(...fresh);
  return {
    changes: [{ field: 'tags', before: before === '' ? null : before, after: tagsText(draft.tags) }],
    notes: [],
  };
}
