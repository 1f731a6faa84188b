import type { z } from 'zod';
import type { AccountFields, accountSummary, newAccount } from '#shared/contract/accounts.ts';
import { AppError } from '#shared/contract/errors.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { normaliseFilingNumber } from '#shared/domain/account-numbers.ts';
import { compactText } from '#shared/domain/plain-text.ts';
import type { Platform } from '#shared/domain/platform.ts';
import type { Backend } from '#backend/backend.ts';
import { textColumn } from '#backend/columns.ts';
import type { Change, Row } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { refuseStale } from '#backend/stale-save.ts';
import { certifiedYears } from './certified-years.ts';
import {
  accountById,
  accountsOfClient,
  countOpenApplications,
  endChanges,
  isLiveClient,
  ownerOfAppId,
} from './queries.ts';
import type { AccountRecord } from './queries.ts';

export type AccountSummary = z.infer<typeof accountSummary>;
export type NewAccount = z.infer<typeof newAccount>;

/** The accounts of a client, the first to end on top, those never certified last. */
export function listAccountsOfClient(backend: Pick<Backend, 'db'>, clientId: string): AccountSummary[] {
  return summariesOf(backend.db, accountsOfClient(backend.db, clientId));
}

/** One account, also one in the trash. Throws AppError NOT_FOUND. */
export function accountSummaryOf(backend: Pick<Backend, 'db'>, id: string): AccountSummary {
  const record = accountById(backend.db, id);
  const [summary] = record === undefined ? [] : summariesOf(backend.db, [record]);
  if (summary === undefined) throw notFound(id);
  return summary;
}

/** Throws AppError: NOT_FOUND (the client), DUPLICATE_APP_ID. */
export function createAccount(backend: Backend, clientId: string, account: NewAccount) {
  const { changeId, result } = backend.changes.record('accounts.create', (change) => {
    if (!isLiveClient(backend.db, clientId))
      throw new AppError('NOT_FOUND', { what: 'clients', id: clientId });
    return addAccount(backend, change, clientId, account);
  });
  return { changeId, id: result };
}

/** Adds an account within a larger change, e.g. an import; returns its id. Throws AppError DUPLICATE_APP_ID. */
export function addAccount(
  backend: Pick<Backend, 'db'>,
  change: Change,
  clientId: string,
  account: NewAccount,
): string {
  const columns = columnsOf(account);
  refuseTakenAppId(backend.db, account.platform, columns.app_id);
  return change.insert('accounts', { ...columns, client_id: clientId });
}

export interface AccountSave {
  readonly base: Partial<AccountFields>;
  readonly changes: Partial<AccountFields>;
}

/**
 * Writes the fields in `changes`. Throws AppError: NOT_FOUND, STALE (a stored value is not `base`'s),
 * DUPLICATE_APP_ID.
 */
export function updateAccount(backend: Backend, id: string, save: AccountSave) {
  const { changeId } = backend.changes.record('accounts.update', (change) =>
    changeAccount(backend, change, id, save),
  );
  return { changeId };
}

/** As `updateAccount`, within a larger change. Returns false when nothing was different. */
export function changeAccount(backend: Backend, change: Change, id: string, save: AccountSave): boolean {
  return change.update('accounts', id, checkedAccount(backend, id, save).columns);
}

/** The columns that `changeAccount` would write, and the platform; throws what it would throw, and writes nothing. */
export function checkedAccount({ db }: Pick<Backend, 'db'>, id: string, { base, changes }: AccountSave) {
  const record = liveAccount(db, id);
  const columns = columnsOf(changes);
  const written = {
    ...changes,
    ...(columns.app_id !== undefined && { appId: appIdColumn(changes.appId) }),
  };
  refuseStale(fieldsOf(record), base, written);
  const appId = columns.app_id === undefined ? record.app_id : columns.app_id;
  const platform = changes.platform ?? record.platform;
  refuseTakenAppId(db, platform, appId, id);
  return { columns, platform };
}

/** The numbers that an account gets with a pass; only those that are given. */
export type NewNumbers = Partial<Pick<AccountFields, 'appId' | 'originalId' | 'filingNumber' | 'filedOn'>>;

/**
 * Writes the numbers of an account within a larger change; null and what is not given stay as they are on record.
 * Throws AppError: NOT_FOUND, DUPLICATE_APP_ID.
 */
export function writeNumbers({ db }: Backend, change: Change, id: string, numbers: NewNumbers): void {
  const record = liveAccount(db, id);
  const given = Object.fromEntries(Object.entries(columnsOf(numbers)).filter(([, value]) => value !== null));
  refuseTakenAppId(db, record.platform, given.app_id, id);
  change.update('accounts', id, given);
}

/** Moves an account to the trash. Throws AppError: NOT_FOUND, IN_USE while an application for it is under way. */
export function trashAccount(backend: Backend, id: string) {
  const { changeId } = backend.changes.record('accounts.trash', (change) =>
    removeAccount(backend, change, id),
  );
  return { changeId };
}

/** As `trashAccount`, within a larger change. */
export function removeAccount({ db }: Pick<Backend, 'db'>, change: Change, id: string): void {
  liveAccount(db, id);
  const count = countOpenApplications(db, id);
  if (count > 0) throw new AppError('IN_USE', { what: 'applications', count });
  change.remove('accounts', id);
}

/** Brings an account back. Throws AppError: NOT_FOUND (it, or its client is in the trash), DUPLICATE_APP_ID. */
export function restoreAccount({ db, changes }: Backend, id: string) {
  const { changeId } = changes.record('accounts.restore', (change) => {
    const record = accountById(db, id);
    if (record === undefined) throw notFound(id);
    if (!isLiveClient(db, record.client_id))
      throw new AppError('NOT_FOUND', { what: 'clients', id: record.client_id });
    refuseTakenAppId(db, record.platform, record.app_id, id);
    change.restore('accounts', id);
  });
  return { changeId };
}

/** App ids are compared as platforms do: half width, lower case, without spaces. Null when nothing is left. */
export function appIdColumn(text: string | null | undefined): string | null {
  return textColumn(compactText(text ?? '').toLowerCase());
}

/** Throws AppError DUPLICATE_APP_ID when another live account of the platform has the app id. */
export function refuseTakenAppId(
  db: Db,
  platform: Platform,
  appId: Row[string] | undefined,
  ownId?: string,
): void {
  if (typeof appId !== 'string') return;
  const owner = ownerOfAppId(db, platform, appId);
  if (owner === undefined || owner.id === ownId) return;
  throw new AppError('DUPLICATE_APP_ID', { appId, clientId: owner.client_id, name: owner.name });
}

function liveAccount(db: Db, id: string): AccountRecord {
  const record = accountById(db, id);
  if (record?.deleted_at_ms !== null) throw notFound(id);
  return record;
}

const notFound = (id: string) => new AppError('NOT_FOUND', { what: 'accounts', id });

/** Only the columns of the fields that are there. */
function columnsOf(fields: Partial<AccountFields>): Row {
  const {
    platform,
    kind,
    name,
    appId,
    originalId,
    filingNumber,
    filedOn,
    category,
    certifiedSinceOn,
    remark,
  } = fields;
  return {
    ...(platform !== undefined && { platform }),
    ...(kind !== undefined && { kind }),
    ...(name !== undefined && { name }),
    ...(appId !== undefined && { app_id: appIdColumn(appId) }),
    ...(originalId !== undefined && { original_id: appIdColumn(originalId) }),
    ...(filingNumber !== undefined && {
      filing_number: textColumn(normaliseFilingNumber(filingNumber ?? '')),
    }),
    ...(filedOn !== undefined && { filed_on: filedOn }),
    ...(category !== undefined && { category: textColumn(category) }),
    ...(certifiedSinceOn !== undefined && { certified_since_on: certifiedSinceOn }),
    ...endColumns(fields),
    ...(remark !== undefined && { remark: textColumn(remark) }),
  };
}

/** A day alone does away with the exact end of another day; an exact end has its own day. */
function endColumns({ certifiedUntilOn, certifiedUntilAtMs }: Partial<AccountFields>): Row {
  if (certifiedUntilAtMs !== undefined && certifiedUntilAtMs !== null) {
    return {
      certified_until_on: dateOfInstant(certifiedUntilAtMs),
      certified_until_at_ms: certifiedUntilAtMs,
    };
  }
  if (certifiedUntilOn !== undefined)
    return { certified_until_on: certifiedUntilOn, certified_until_at_ms: null };
  return certifiedUntilAtMs === null ? { certified_until_at_ms: null } : {};
}

function fieldsOf(record: AccountRecord): AccountFields {
  return {
    platform: record.platform,
    kind: record.kind,
    name: record.name,
    appId: record.app_id,
    originalId: record.original_id,
    filingNumber: record.filing_number,
    filedOn: record.filed_on as CalendarDate | null,
    category: record.category,
    certifiedSinceOn: record.certified_since_on as CalendarDate | null,
    certifiedUntilOn: record.certified_until_on as CalendarDate | null,
    certifiedUntilAtMs: record.certified_until_at_ms,
    remark: record.remark,
  };
}

function summariesOf(db: Db, records: readonly AccountRecord[]): AccountSummary[] {
  const moves = endChanges(
    db,
    records.map(({ id }) => id),
  );
  return records.map((record) => ({
    ...fieldsOf(record),
    id: record.id,
    clientId: record.client_id,
    openApplicationId: record.open_application_id,
    certifiedYears: certifiedYears(moves.filter((move) => move.account_id === record.id)),
  }));
}
