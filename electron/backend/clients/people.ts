import { bankAccountFault } from '#shared/domain/bank-account.ts';
import type { ContactFields } from '#shared/contract/clients.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import type { Db } from '#backend/db/open.ts';
import { asStored, refuseStale } from '#backend/stale-save.ts';
import {
  bankAccountColumns,
  bankAccountFieldsOf,
  contactFieldsOf,
  personColumns,
  roleColumns,
} from './fields.ts';
import type { BankAccountFields } from './fields.ts';
import { clientById, contactsOf, isContactUsed, liveBankAccount, liveContactLink } from './queries.ts';
import type { BankAccountRecord } from './queries.ts';
import { addBankAccount, addContact } from './service.ts';

export interface ContactInput {
  readonly clientId: string;
  /** The contact as the client's page shows it; null for one that is new to the client. */
  readonly id: string | null;
  /** A person who is known from another client. */
  readonly contactId: string | null;
  readonly contact: ContactFields;
}

/** Writes a contact of a client. Throws AppError NOT_FOUND. Returns the id of the contact at this client. */
export function saveContact(backend: Backend, { clientId, id, contactId, contact }: ContactInput) {
  const { db } = backend;
  const { changeId, result } = backend.changes.record('clients.saveContact', (change) => {
    requireLiveClient(db, clientId);
    if (id === null) return addContact(backend, change, clientId, contact, contactId);
    const link = requireContactLink(db, id);
    if (link.client_id !== clientId) throw contactNotFound(id);
    change.update('contacts', link.contact_id, personColumns(contact));
    change.update('client_contacts', id, roleColumns(contact));
    return id;
  });
  return { changeId, id: result };
}

export interface ContactSave {
  readonly base: Partial<ContactFields>;
  readonly changes: Partial<ContactFields>;
}

/** Writes the fields in `changes` of a contact. Throws AppError: NOT_FOUND, STALE (a stored value is not `base`'s). */
export function updateContact(backend: Backend, id: string, { base, changes }: ContactSave) {
  const { db } = backend;
  const { changeId } = backend.changes.record('clients.saveContact', (change) => {
    const link = requireContactLink(db, id);
    const record = contactsOf(db, link.client_id).find((contact) => contact.id === id);
    if (record === undefined) throw contactNotFound(id);
    const stored = contactFieldsOf(record);
    const next = { ...stored, ...changes };
    const [person, roles] = [personColumns(next), roleColumns(next)];
    refuseStale(stored, base, asStored(contactFieldsOf({ ...person, ...roles }), changes));
    change.update('contacts', link.contact_id, person);
    change.update('client_contacts', id, roles);
  });
  return { changeId };
}

/** Takes a contact from a client; a person nothing else speaks of goes to the trash too. Throws AppError NOT_FOUND. */
export function removeContact(backend: Backend, id: string) {
  const { changeId } = backend.changes.record('clients.removeContact', (change) => {
    const { contact_id: contactId } = requireContactLink(backend.db, id);
    change.remove('client_contacts', id);
    if (!isContactUsed(backend.db, contactId, id)) change.remove('contacts', contactId);
  });
  return { changeId };
}

export interface BankAccountInput {
  readonly clientId: string;
  readonly id: string | null;
  readonly bankAccount: BankAccountFields;
}

/**
 * Writes a bank account, a new one when `id` is null. Throws AppError NOT_FOUND, BANK_NUMBER_IMPOSSIBLE (a number that it
 * did not have before).
 */
export function saveBankAccount(backend: Backend, { clientId, id, bankAccount }: BankAccountInput) {
  const { changeId, result } = backend.changes.record('clients.saveBankAccount', (change) => {
    requireLiveClient(backend.db, clientId);
    const columns = bankAccountColumns(bankAccount);
    if (id === null) {
      refuseImpossible(columns, null);
      return addBankAccount(change, clientId, bankAccount);
    }
    const record = liveBankAccount(backend.db, id);
    if (record?.client_id !== clientId) throw new AppError('NOT_FOUND', { what: 'bank_accounts', id });
    refuseImpossible(columns, record);
    change.update('bank_accounts', id, columns);
    return id;
  });
  return { changeId, id: result };
}

export interface BankAccountSave {
  readonly base: Partial<BankAccountFields>;
  readonly changes: Partial<BankAccountFields>;
}

/**
 * Writes the fields in `changes` of a bank account. Throws AppError: NOT_FOUND, STALE (a stored value is not `base`'s),
 * BANK_NUMBER_IMPOSSIBLE.
 */
export function updateBankAccount(backend: Backend, id: string, { base, changes }: BankAccountSave) {
  const { changeId } = backend.changes.record('clients.saveBankAccount', (change) => {
    const record = liveBankAccount(backend.db, id);
    if (record === undefined) throw new AppError('NOT_FOUND', { what: 'bank_accounts', id });
    const stored = bankAccountFieldsOf(record);
    const columns = bankAccountColumns({ ...stored, ...changes });
    refuseStale(stored, base, asStored(bankAccountFieldsOf({ ...record, ...columns }), changes));
    refuseImpossible(columns, record);
    change.update('bank_accounts', id, columns);
  });
  return { changeId };
}

/** Throws AppError NOT_FOUND. */
export function removeBankAccount(backend: Backend, id: string) {
  const { changeId } = backend.changes.record('clients.removeBankAccount', (change) => {
    if (liveBankAccount(backend.db, id) === undefined)
      throw new AppError('NOT_FOUND', { what: 'bank_accounts', id });
    change.remove('bank_accounts', id);
  });
  return { changeId };
}

/** A number that can't be one; what an account has had all along does not keep its other fields from being written. */
function refuseImpossible(
  { account_number: number }: ReturnType<typeof bankAccountColumns>,
  stored: Pick<BankAccountRecord, 'account_number'> | null,
): void {
  if (number === null || number === stored?.account_number || bankAccountFault(number) === undefined) return;
  throw new AppError('BANK_NUMBER_IMPOSSIBLE', { field: 'accountNumber', accountNumber: number });
}

function requireLiveClient(db: Db, id: string): void {
  if (clientById(db, id)?.deleted_at_ms !== null) throw new AppError('NOT_FOUND', { what: 'clients', id });
}

function requireContactLink(db: Db, id: string) {
  const link = liveContactLink(db, id);
  if (link === undefined) throw contactNotFound(id);
  return link;
}

const contactNotFound = (id: string) => new AppError('NOT_FOUND', { what: 'client_contacts', id });
