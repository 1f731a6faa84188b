import type { z } from 'zod';
import type {
  ClientDetails,
  ClientFields,
  ClientFilter,
  ClientPage,
  ContactFields,
  newClient,
} from '#shared/contract/clients.ts';
import { AppError } from '#shared/contract/errors.ts';
import { lastReportableYear } from '#shared/domain/annual-report.ts';
import { clientCodeFault, noteAfter } from '#shared/domain/client-code.ts';
import type { NotedCode } from '#shared/domain/client-code.ts';
import { optionalField } from '#shared/domain/optional-field.ts';
import { accountSummaryOf, refuseTakenAppId } from '#backend/accounts/service.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change, Row } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { requireConsultant } from '#backend/settings/service.ts';
import { refuseStale } from '#backend/stale-save.ts';
import { detailsOf, withPeople } from './details.ts';
import {
  bankAccountColumns,
  columnsOf,
  creditCodeColumn,
  fieldsOf,
  personColumns,
  roleColumns,
} from './fields.ts';
import type { BankAccountFields } from './fields.ts';
import { joinPair, linkId } from './links.ts';
import {
  clientById,
  isLiveContact,
  ownerOfCreditCode,
  rowsOfClient,
  rowsTrashedWith,
  tagNamed,
  tagsOf,
} from './queries.ts';
import type { ClientRecord } from './queries.ts';
import { countRows, readTable } from './table/table.ts';
import type { ClientsInput } from './table/table.ts';

export type NewClient = z.infer<typeof newClient>;

/**
 * A page of the clients table in the order asked for, with the totals of the whole filter. Throws AppError NOT_FOUND
 * for a cursor that is not one of ours.
 */
export function listClients(backend: Backend, input: ClientsInput): ClientPage {
  return readTable(backend, input);
}

/** How many clients a filter holds today. */
export function countClients(backend: Backend, filter: ClientFilter): number {
  return countRows(backend, filter);
}

/** Everything of one client, also of one in the trash. Throws AppError NOT_FOUND. */
export function getClient(backend: Backend, id: string): ClientDetails {
  const record = clientById(backend.db, id);
  if (record === undefined) throw notFound(id);
  return detailsOf(backend, record);
}

/** A client and the people in it, also of one in the trash. Throws AppError NOT_FOUND. */
export function clientWithPeople({ db }: Pick<Backend, 'db'>, id: string) {
  const record = clientById(db, id);
  if (record === undefined) throw notFound(id);
  return withPeople({ db }, record);
}

/** Throws AppError: DUPLICATE_CREDIT_CODE, CREDIT_CODE_NOTE_NEEDED, REPORT_YEAR_NOT_OVER, NOT_FOUND (the consultant). */
export function createClient(backend: Backend, client: NewClient) {
  const { changeId, result } = backend.changes.record('clients.create', (change) =>
    addClient(backend, change, client),
  );
  return { changeId, id: result };
}

/**
 * Adds a client within a larger change, e.g. an import; returns its id. Throws AppError: DUPLICATE_CREDIT_CODE,
 * CREDIT_CODE_NOTE_NEEDED, REPORT_YEAR_NOT_OVER, NOT_FOUND (the consultant).
 */
export function addClient(backend: Backend, change: Change, client: NewClient): string {
  const settled = {
    ...client,
    ...settledCode({ ...client, creditCode: null, creditCodeNote: null }, client),
  };
  const columns: Row = { service_status: 'active', licence_forever: 0, ...columnsOf(settled) };
  refuseTakenCreditCode(backend.db, columns.credit_code);
  refuseRunningYear(backend, client.annualReportYear);
  if (typeof client.consultantId === 'string') requireConsultant(backend, client.consultantId);
  return change.insert('clients', columns);
}

export interface ClientSave {
  readonly base: Partial<ClientFields>;
  readonly changes: Partial<ClientFields>;
}

/**
 * Writes the fields in `changes`. Throws AppError: NOT_FOUND (client or consultant), STALE (a stored value is not
 * `base`'s), DUPLICATE_CREDIT_CODE, CREDIT_CODE_NOTE_NEEDED, REPORT_YEAR_NOT_OVER.
 */
export function updateClient(backend: Backend, id: string, save: ClientSave) {
  const { changeId } = backend.changes.record('clients.update', (change) =>
    changeClient(backend, change, id, save),
  );
  return { changeId };
}

/** As `updateClient`, within a larger change. Returns false when nothing was different. */
export function changeClient(backend: Backend, change: Change, id: string, save: ClientSave): boolean {
  return change.update('clients', id, checkedColumns(backend, id, save));
}

/** The columns that `changeClient` would write; throws what it would throw, and writes nothing. */
export function checkedColumns(backend: Backend, id: string, { base, changes }: ClientSave): Row {
  const stored = fieldsOf(liveClient(backend.db, id));
  refuseStale(stored, withStoredCode(base), withStoredCode(changes));
  const columns = columnsOf({ ...changes, ...settledCode(stored, changes) });
  refuseTakenCreditCode(backend.db, columns.credit_code, id);
  refuseRunningYear(backend, changes.annualReportYear);
  if (typeof changes.consultantId === 'string') requireConsultant(backend, changes.consultantId);
  return columns;
}

/** Moves a client to the trash with everything that belongs to it, as one change. Throws AppError NOT_FOUND. */
export function trashClient(backend: Backend, id: string) {
  const { changeId } = backend.changes.record('clients.trash', (change) => removeClient(backend, change, id));
  return { changeId };
}

/** As `trashClient`, within a larger change. */
export function removeClient({ db }: Pick<Backend, 'db'>, change: Change, id: string): void {
  liveClient(db, id);
  for (const row of rowsOfClient(db, id)) change.remove(row.row_table, row.row_id);
  change.remove('clients', id);
}

/**
 * Brings a client back with everything that went to the trash together with it; what was deleted before stays
 * deleted. Throws AppError: NOT_FOUND, DUPLICATE_CREDIT_CODE, DUPLICATE_APP_ID.
 */
export function restoreClient(backend: Backend, id: string) {
  const { db } = backend;
  const { changeId } = backend.changes.record('clients.restore', (change) => {
    const record = clientById(db, id);
    if (record === undefined) throw notFound(id);
    if (record.deleted_at_ms === null) return;
    refuseTakenCreditCode(db, record.credit_code, id);
    for (const { row_table: table, row_id: rowId } of rowsTrashedWith(db, id)) {
      if (table === 'accounts') refuseTakenPlace(backend, rowId);
      change.restore(table, rowId);
    }
  });
  return { changeId };
}

/** Sets the tags of a client to exactly these names; a tag is made when it is new. Throws AppError NOT_FOUND. */
export function setTags(backend: Backend, id: string, names: readonly string[]) {
  const { changeId } = backend.changes.record('clients.setTags', (change) => {
    liveClient(backend.db, id);
    changeTags(backend, change, id, names);
  });
  return { changeId };
}

/** As `setTags`, within a larger change. */
export function changeTags(
  { db }: Pick<Backend, 'db'>,
  change: Change,
  clientId: string,
  names: readonly string[],
): void {
  const present = tagsOf(db, clientId);
  for (const tag of present) if (!names.includes(tag.name)) change.remove('client_tags', tag.link_id);
  for (const name of new Set(names)) {
    if (present.some((tag) => tag.name === name)) continue;
    const tagId = tagNamed(db, name)?.id ?? change.insert('tags', { name });
    joinPair(db, change, 'client_tags', { id: linkId(clientId, tagId), client_id: clientId, tag_id: tagId });
  }
}

/**
 * Adds a contact within a larger change, e.g. an import: a new person, or with `contactId` one who is known. Returns
 * the id of the contact at this client. Throws AppError NOT_FOUND.
 */
export function addContact(
  { db }: Pick<Backend, 'db'>,
  change: Change,
  clientId: string,
  contact: ContactFields,
  contactId: string | null = null,
): string {
  if (contactId !== null) {
    if (!isLiveContact(db, contactId)) throw new AppError('NOT_FOUND', { what: 'contacts', id: contactId });
    change.update('contacts', contactId, personColumns(contact));
  }
  const personId = contactId ?? change.insert('contacts', personColumns(contact));
  const pair = { id: linkId(clientId, personId), client_id: clientId, contact_id: personId };
  return joinPair(db, change, 'client_contacts', { ...pair, ...roleColumns(contact) });
}

/** Adds a bank account within a larger change; returns its id. */
export function addBankAccount(change: Change, clientId: string, bankAccount: BankAccountFields): string {
  return change.insert('bank_accounts', { ...bankAccountColumns(bankAccount), client_id: clientId });
}

function liveClient(db: Db, id: string): ClientRecord {
  const record = clientById(db, id);
  if (record?.deleted_at_ms !== null) throw notFound(id);
  return record;
}

const notFound = (id: string) => new AppError('NOT_FOUND', { what: 'clients', id });

function refuseTakenCreditCode(db: Db, creditCode: Row[string] | undefined, ownId?: string): void {
  if (typeof creditCode !== 'string') return;
  const owner = ownerOfCreditCode(db, creditCode);
  if (owner === undefined || owner.id === ownId) return;
  throw new AppError('DUPLICATE_CREDIT_CODE', { creditCode, clientId: owner.id, name: owner.name });
}

function refuseRunningYear({ clock }: Pick<Backend, 'clock'>, year: number | null | undefined): void {
  const lastYear = lastReportableYear(clock.today());
  if (typeof year === 'number' && year > lastYear)
    throw new AppError('REPORT_YEAR_NOT_OVER', { year, lastYear });
}

function refuseTakenPlace(backend: Backend, accountId: string): void {
  const { platform, appId } = accountSummaryOf(backend, accountId);
  refuseTakenAppId(backend.db, platform, appId, accountId);
}

/**
 * What a save makes of the code's note, nothing when it touches neither. Throws AppError CREDIT_CODE_NOTE_NEEDED for
 * another code, or another note, that leaves a code that can't be right without a word.
 */
function settledCode(before: NotedCode, changes: Partial<ClientFields>): Partial<ClientFields> {
  const { creditCode: typed, creditCodeNote } = changes;
  if (typed === undefined && creditCodeNote === undefined) return {};
  const creditCode = typed === undefined ? before.creditCode : creditCodeColumn(typed);
  const entityType = changes.entityType ?? before.entityType;
  const note = noteAfter(before, {
    creditCode,
    entityType,
    ...(creditCodeNote !== undefined && { creditCodeNote }),
  });
  const isSame = creditCode === before.creditCode && note === before.creditCodeNote;
  const fault = clientCodeFault(creditCode, entityType);
  if (!isSame && fault !== undefined && creditCode !== null && note === null) {
    throw new AppError('CREDIT_CODE_NOTE_NEEDED', {
      creditCode,
      flaw: fault.code,
      ...optionalField('expected', fault.expected),
    });
  }
  return { creditCodeNote: note };
}

/** A code is compared as it is stored, however it was typed. */
function withStoredCode(fields: Partial<ClientFields>): Partial<ClientFields> {
  return fields.creditCode === undefined
    ? fields
    : { ...fields, creditCode: creditCodeColumn(fields.creditCode) };
}
