import { phoneText } from '#shared/domain/import-cell.ts';
import { existingInSteps } from '#shared/domain/import-existing.ts';
import type {
  Existing,
  ExistingAccount,
  ExistingClient,
  KnownPerson,
} from '#shared/domain/import-existing.ts';
import { importFields } from '#shared/domain/import-fields.ts';
import type { ImportField, ImportValues } from '#shared/domain/import-fields.ts';
import { eachInSteps, inOneGo, mapInSteps } from '#shared/domain/in-steps.ts';
import type { InSteps } from '#shared/domain/in-steps.ts';
import { normaliseCode } from '#shared/domain/identifier-check.ts';
import type { Db } from '#backend/db/open.ts';
import * as queries from './queries.ts';
import type { AccountRecord, BankRecord, ClientRecord, PersonRecord, Placed, Whose } from './queries.ts';

/** The firm as it is stored: for the plan, and the rows that writing has to find again. */
export interface StoredFirm {
  readonly existing: Existing;
  readonly people: ReadonlyMap<string, readonly PersonRecord[]>;
  readonly banks: ReadonlyMap<string, BankRecord>;
  readonly consultantIds: Map<string, string>;
}

/** What a plan knows of these clients. */
export const readFirmOf = (db: Db, ids: readonly string[]): StoredFirm =>
  inOneGo(firmInSteps(db, (query) => [query(db, { kind: 'clients', ids })]));

/** Reads all that a plan is held against, a page of a table at a step. */
export const readFirm = (db: Db): InSteps<StoredFirm> => firmInSteps(db, (query) => pagesOf(db, query));

type Query<Row> = (db: Db, whose: Whose) => Row[];

function* pagesOf<Row extends Placed>(db: Db, query: Query<Row>): Generator<Row[]> {
  for (let behind = 0; ;) {
    const page = query(db, { kind: 'page', behind });
    yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < queries.rowsAtOnce) return;
    behind = last.place;
  }
}

/** All rows of the pages, the oldest first. */
function* allOf<Row extends Placed>(pages: Iterable<Row[]>): InSteps<Row[]> {
  const rows: Row[] = [];
  for (const page of pages) {
    for (const row of page) rows.push(row);
    yield;
  }
  return rows.sort(byAge);
}

const byAge = (a: Placed, b: Placed): number => a.created_at_ms - b.created_at_ms || (a.id < b.id ? -1 : 1);

function* firmInSteps(
  db: Db,
  pages: <Row extends Placed>(query: Query<Row>) => Iterable<Row[]>,
): InSteps<StoredFirm> {
  const people = yield* grouped(yield* allOf(pages(queries.peopleOf)));
  const tags = yield* grouped(yield* allOf(pages(queries.tagsOf)));
  const banks = yield* grouped(yield* allOf(pages(queries.basicBankAccountsOf)));
  const consultants = queries.allConsultants(db);
  const clients = yield* mapInSteps(yield* allOf(pages(queries.clientsOf)), (client) =>
    existingClient(
      client,
      people.get(client.id) ?? [],
      banks.get(client.id)?.[0],
      (tags.get(client.id) ?? []).map(({ name }) => name),
    ),
  );
  const accounts = yield* mapInSteps(yield* allOf(pages(queries.accountsOf)), existingAccount);
  return {
    existing: yield* existingInSteps({
      clients,
      accounts,
      consultants: consultants.map(({ name }) => name),
    }),
    people,
    banks: new Map([...banks].flatMap(([id, [bank]]) => (bank === undefined ? [] : [[id, bank] as const]))),
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

function* grouped<Row extends { readonly client_id: string }>(
  records: readonly Row[],
): InSteps<ReadonlyMap<string, readonly Row[]>> {
  const groups = new Map<string, Row[]>();
  yield* eachInSteps(records, (record) => {
    const group = groups.get(record.client_id);
    if (group === undefined) groups.set(record.client_id, [record]);
    else group.push(record);
  });
  return groups;
}
