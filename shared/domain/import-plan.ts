import { tagList } from './import-row.ts';
import type { CellNote, ImportValues, ParsedRow } from './import-row.ts';
import type { ImportField } from './import-fields.ts';
import { nameKey } from './name-key.ts';

/** A client that the firm already has, in the form of `ImportValues` (without its accounts). */
export type ExistingClient = { readonly clientId: string; readonly values: ImportValues };
export type ExistingAccount = { readonly accountId: string; readonly clientId: string; readonly values: ImportValues };

/** What the plan is held against. Looked up by credit code, by `nameKey`, and by client. */
export type Existing = {
  readonly byCode: (creditCode: string) => ExistingClient | undefined;
  readonly byName: (key: string) => readonly ExistingClient[];
  readonly accountsOf: (clientId: string) => readonly ExistingAccount[];
};

export type FieldChange = { readonly field: ImportField; readonly before: string | null; readonly after: string | null };

/** What is done with a row. `merge`: an earlier row of the sheet is the same client. */
export type RowDeed = 'create' | 'update' | 'same' | 'merge' | 'refuse';

export type PlannedRow = ParsedRow & {
  readonly rowNo: number;
  readonly deed: RowDeed;
  readonly clientId: string | null;
  /** The account that the row's account columns belong to; null makes a new one when they hold anything. */
  readonly accountId: string | null;
  /** Number of the earlier row that stands for the same client. */
  readonly mergedInto: number | null;
  readonly changes: readonly FieldChange[];
};

export const clientImportFields = [
  'name',
  'creditCode',
  'entityType',
  'legalRepresentative',
  'administratorName',
  'administratorPhone',
  'address',
  'establishedOn',
  'licenceUntil',
  'consultant',
  'serviceFee',
  'bankName',
  'bankHolder',
  'bankNumber',
  'tags',
  'remark',
] as const satisfies readonly ImportField[];

export const accountImportFields = ['platform', 'accountName', 'appId', 'certifiedUntil'] as const satisfies readonly ImportField[];

export type SourceRow = ParsedRow & { readonly rowNo: number };

/**
 * Decides what each row would do, writing nothing. Clients are met by credit code, else by normalised name; a row
 * that adds nothing to what is stored or to an earlier row changes nothing, so that the same sheet can come twice.
 */
export function planImport(rows: readonly SourceRow[], existing: Existing): PlannedRow[] {
  const inSheet: Planned[] = [];
  return rows.map((row) => {
    if (row.notes.some(({ level }) => level === 'error')) return refused(row);
    const earlier = inSheet.find((planned) => isSameClient(planned.values, row.values));
    const planned = earlier === undefined ? planFirst(row, existing) : planMerge(row, earlier, existing);
    inSheet.push({ ...planned, clientRowNo: earlier?.clientRowNo ?? row.rowNo });
    return planned;
  });
}

type Planned = PlannedRow & { readonly clientRowNo: number };

const refused = (row: SourceRow): PlannedRow => ({
  ...row,
  deed: 'refuse',
  clientId: null,
  accountId: null,
  mergedInto: null,
  changes: [],
});

function isSameClient(a: ImportValues, b: ImportValues): boolean {
  if (a.creditCode !== undefined && b.creditCode !== undefined) return a.creditCode === b.creditCode;
  return nameKey(a.name ?? '') === nameKey(b.name ?? '');
}

function findExisting(values: ImportValues, existing: Existing): ExistingClient | undefined {
  const byCode = values.creditCode === undefined ? undefined : existing.byCode(values.creditCode);
  if (byCode !== undefined) return byCode;
  // A namesake with another code is another client.
  return existing
    .byName(nameKey(values.name ?? ''))
    .find((client) => values.creditCode === undefined || client.values.creditCode === undefined);
}

function planFirst(row: SourceRow, existing: Existing): PlannedRow {
  const client = findExisting(row.values, existing);
  if (client === undefined) {
    return { ...row, deed: 'create', clientId: null, accountId: null, mergedInto: null, changes: [] };
  }
  const { changes, accountId } = changesTo(client, row.values, existing);
  const deed = changes.length === 0 ? 'same' : 'update';
  return { ...row, deed, clientId: client.clientId, accountId, mergedInto: null, changes };
}

function planMerge(row: SourceRow, earlier: Planned, existing: Existing): PlannedRow {
  const differing = clientImportFields.filter(
    (field) => row.values[field] !== undefined && earlier.values[field] !== undefined && row.values[field] !== earlier.values[field],
  );
  const notes: CellNote[] = differing.map((field) => ({
    field,
    level: 'warning',
    code: 'conflict_in_file',
    data: { kept: earlier.values[field] ?? '', rowNo: earlier.clientRowNo },
  }));
  const client = earlier.clientId === null ? undefined : findExisting(row.values, existing);
  const found = client === undefined ? { changes: [], accountId: null } : accountChanges(client.clientId, row.values, existing);
  return {
    ...row,
    notes: [...row.notes, ...notes],
    deed: 'merge',
    clientId: earlier.clientId,
    accountId: found.accountId,
    mergedInto: earlier.clientRowNo,
    changes: found.changes,
  };
}

function changesTo(client: ExistingClient, values: ImportValues, existing: Existing) {
  const own = clientImportFields.flatMap((field) => changeOf(field, client.values, values));
  const account = accountChanges(client.clientId, values, existing);
  return { changes: [...own, ...account.changes], accountId: account.accountId };
}

function accountChanges(clientId: string, values: ImportValues, existing: Existing) {
  if (!hasAccount(values)) return { changes: [], accountId: null };
  const account = existing.accountsOf(clientId).find((known) => isSameAccount(known.values, values));
  const before = account?.values ?? {};
  return {
    changes: accountImportFields.flatMap((field) => changeOf(field, before, values)),
    accountId: account?.accountId ?? null,
  };
}

/** True when the row says something about an account. */
export const hasAccount = (values: ImportValues): boolean =>
  values.accountName !== undefined || values.appId !== undefined || values.certifiedUntil !== undefined;

/** An account is known by its AppID, else by its name on the platform. */
export function isSameAccount(a: ImportValues, b: ImportValues): boolean {
  if (a.appId !== undefined && b.appId !== undefined) return a.appId === b.appId;
  return (a.platform ?? 'wechat') === (b.platform ?? 'wechat') && nameKey(a.accountName ?? '') === nameKey(b.accountName ?? '');
}

/** Empty cells say nothing; tags only add. */
function changeOf(field: ImportField, before: ImportValues, after: ImportValues): FieldChange[] {
  const value = after[field];
  if (value === undefined || value === before[field]) return [];
  if (field === 'tags') {
    const known = tagList(before.tags ?? '');
    const fresh = tagList(value).filter((tag) => !known.includes(tag));
    return fresh.length === 0 ? [] : [{ field, before: before.tags ?? null, after: [...known, ...fresh].join('、') }];
  }
  return [{ field, before: before[field] ?? null, after: value }];
}
