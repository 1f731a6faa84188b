import { phoneText } from '#shared/domain/import-cell.ts';
import { existingFrom } from '#shared/domain/import-existing.ts';
import type {
  Existing,
  ExistingAccount,
  ExistingClient,
  KnownPerson,
} from '#shared/domain/import-existing.ts';
import { importFields } from '#shared/domain/import-fields.ts';
import type { ImportField, ImportValues } from '#shared/domain/import-fields.ts';
import { normaliseCode } from '#shared/domain/identifier-check.ts';
import type { Db } from '#backend/db/open.ts';
import * as queries from './queries.ts';
import type { AccountRecord, BankRecord, ClientRecord, PersonRecord, Whose } from './queries.ts';

/** The firm as it is stored: for the plan, and the rows that writing has to find again. */
export interface StoredFirm {
  readonly existing: Existing;
  readonly people: ReadonlyMap<string, readonly PersonRecord[]>;
  readonly banks: ReadonlyMap<string, BankRecord>;
  readonly consultantIds: Map<string, string>;
}

/** Reads all that a plan is held against, or what it knows of these clients, with one query a table. */
export function readFirm(db: Db, whose: Whose = 'all'): StoredFirm {
  const people = grouped(queries.peopleOf(db, whose));
  const tags = grouped(queries.tagsOf(db, whose));
  const banks = new Map(
    queries
      .basicBankAccountsOf(db, whose)
      .toReversed()
      .map((bank) => [bank.client_id, bank]),
  );
  const consultants = queries.allConsultants(db);
  const clients = queries.clientsOf(db, whose).map((client) =>
    existingClient(
      client,
      people.get(client.id) ?? [],
      banks.get(client.id),
      (tags.get(client.id) ?? []).map(({ name }) => name),
    ),
  );
  const accounts = queries.accountsOf(db, whose).map(existingAccount);
  return {
    existing: existingFrom({ clients, accounts, consultants: consultants.map(({ name }) => name) }),
    people,
    banks,
    consultantIds: new Map(consultants.map(({ id, name }) => [name, id])),
  };
}

function existingClient(
  client: ClientRecord,
  people: readonly PersonRecord[],
  bank: BankRecord | undefined,
  tags: readonly string[],
): ExistingClient {
  const legal = people.find(
    (person) => person.is_legal_representative === 1 && person.name === client.legal_representative,
  );
  const legalRepresentativePhone = legal === undefined ? undefined : knownPerson(legal).phone;
  return {
    clientId: client.id,
    key: client.name_key,
    values: valuesOf({
      name: client.name,
      creditCode: client.credit_code,
      entityType: client.entity_type,
      legalRepresentative: client.legal_representative,
      address: client.address,
      establishedOn: client.established_on,
      licenceUntil: client.licence_forever === 1 ? 'forever' : client.licence_until_on,
      standing: client.standing,
      standingCheckedOn: client.standing_checked_on,
      consultant: client.consultant_name,
      serviceFee: client.service_fee_fen === null ? null : String(client.service_fee_fen),
      bankName: bank?.bank_name,
      bankHolder: bank?.holder_name,
      bankNumber: bank?.account_number === undefined ? null : normaliseCode(bank.account_number ?? ''),
      remark: client.remark,
    }),
    tags,
    administrators: people.filter((person) => person.is_administrator === 1).map(knownPerson),
    ...(legalRepresentativePhone !== undefined && { legalRepresentativePhone }),
    ...(client.credit_code_note !== null && { isCodeNoted: true as const }),
  };
}

function existingAccount(account: AccountRecord): ExistingAccount {
  const values = valuesOf({
    platform: account.platform,
    accountName: account.name,
    appId: account.app_id,
    certifiedUntil: account.certified_until_on,
  });
  return { accountId: account.id, clientId: account.client_id, kind: account.kind, values };
}

function knownPerson({ name, phone }: PersonRecord): KnownPerson {
  return phone === null || phone === '' ? { name } : { name, phone: phoneText(phone) };
}

/** Only the fields that hold something. */
function valuesOf(stored: Readonly<Partial<Record<ImportField, string | null | undefined>>>): ImportValues {
  const values: ImportValues = {};
  for (const field of importFields) {
    const value = stored[field];
    if (value !== null && value !== undefined && value !== '') values[field] = value;
  }
  return values;
}

function grouped<T extends { readonly client_id: string }>(
  records: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = groups.get(record.client_id);
    if (group === undefined) groups.set(record.client_id, [record]);
    else group.push(record);
  }
  return groups;
}
