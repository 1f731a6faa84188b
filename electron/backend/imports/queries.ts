import type { EntityType } from '#shared/domain/entity-type.ts';
import type { AccountKind, Platform } from '#shared/domain/platform.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

export interface ClientRecord extends Placed {
  readonly name: string;
  readonly name_key: string;
  readonly entity_type: EntityType;
  readonly credit_code: string | null;
  readonly credit_code_note: string | null;
  readonly legal_representative: string | null;
  readonly address: string | null;
  readonly established_on: string | null;
  readonly licence_until_on: string | null;
  readonly licence_forever: number;
  readonly standing: string | null;
  readonly standing_checked_on: string | null;
  readonly consultant_name: string | null;
  readonly service_fee_fen: number | null;
  readonly remark: string | null;
}

/** Whose rows are read: those of these clients, or everybody's, a page behind a place in the table. */
export type Whose =
  | { readonly kind: 'clients'; readonly ids: readonly string[] }
  | { readonly kind: 'page'; readonly behind: number };

/** Rows of a page. */
export const rowsAtOnce = 1000;

/** What the order of rows goes by, the oldest first, and where the next page begins. */
export interface Placed {
  readonly id: string;
  readonly created_at_ms: number;
  readonly place: number;
}

const placed = (row: string): string => `${row}.id, ${row}.created_at_ms, ${row}.rowid AS place`;

const among = (row: string, client: string, { kind }: Whose): string =>
  kind === 'clients'
    ? `AND ${client} IN (SELECT value FROM json_each(@ids)) ORDER BY ${row}.created_at_ms, ${row}.id`
    : `AND ${row}.rowid > @behind ORDER BY ${row}.rowid LIMIT ${rowsAtOnce}`;

function read<Row>(db: Db, sql: string, whose: Whose): Row[] {
  const values = whose.kind === 'clients' ? { ids: JSON.stringify(whose.ids) } : { behind: whose.behind };
  return statement<[typeof values], Row>(db, sql).all(values);
}

/** Live clients. */
export function clientsOf(db: Db, whose: Whose): ClientRecord[] {
  const sql = `SELECT ${placed('c')}, c.name, c.name_key, c.entity_type, c.credit_code, c.credit_code_note, c.legal_representative,
      c.address, c.established_on, c.licence_until_on, c.licence_forever, c.standing, c.standing_checked_on, k.name AS consultant_name, c.service_fee_fen, c.remark
    FROM clients c LEFT JOIN consultants k ON k.id = c.consultant_id AND k.deleted_at_ms IS NULL
    WHERE c.deleted_at_ms IS NULL ${among('c', 'c.id', whose)}`;
  return read(db, sql, whose);
}

/** The id is that of the person at the client. */
export interface PersonRecord extends Placed {
  readonly client_id: string;
  readonly contact_id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly is_legal_representative: number;
  readonly is_administrator: number;
}

/** The people who have not left. */
export function peopleOf(db: Db, whose: Whose): PersonRecord[] {
  const sql = `SELECT ${placed('l')}, l.client_id, l.contact_id, p.name, p.phone, l.is_legal_representative, l.is_administrator
    FROM client_contacts l JOIN contacts p ON p.id = l.contact_id
    WHERE l.deleted_at_ms IS NULL AND p.deleted_at_ms IS NULL AND l.left_on IS NULL ${among('l', 'l.client_id', whose)}`;
  return read(db, sql, whose);
}

export interface BankRecord extends Placed {
  readonly client_id: string;
  readonly holder_name: string;
  readonly bank_name: string | null;
  readonly account_number: string | null;
}

export function basicBankAccountsOf(db: Db, whose: Whose): BankRecord[] {
  const sql = `SELECT ${placed('b')}, b.client_id, b.holder_name, b.bank_name, b.account_number FROM bank_accounts b
    WHERE b.kind = 'basic' AND b.deleted_at_ms IS NULL ${among('b', 'b.client_id', whose)}`;
  return read(db, sql, whose);
}

export interface TagRecord extends Placed {
  readonly client_id: string;
  readonly name: string;
}

export function tagsOf(db: Db, whose: Whose): TagRecord[] {
  const sql = `SELECT ${placed('l')}, l.client_id, t.name FROM client_tags l JOIN tags t ON t.id = l.tag_id
    WHERE l.deleted_at_ms IS NULL AND t.deleted_at_ms IS NULL ${among('l', 'l.client_id', whose)}`;
  return read(db, sql, whose);
}

export interface AccountRecord extends Placed {
  readonly client_id: string;
  readonly platform: Platform;
  readonly kind: AccountKind;
  readonly name: string;
  readonly app_id: string | null;
  readonly certified_until_on: string | null;
}

export function accountsOf(db: Db, whose: Whose): AccountRecord[] {
  const sql = `SELECT ${placed('a')}, a.client_id, a.platform, a.kind, a.name, a.app_id, a.certified_until_on FROM accounts a
    WHERE a.deleted_at_ms IS NULL ${among('a', 'a.client_id', whose)}`;
  return read(db, sql, whose);
}

export interface ConsultantRecord {
  readonly id: string;
  readonly name: string;
}

export function allConsultants(db: Db): ConsultantRecord[] {
  return statement<[], ConsultantRecord>(
    db,
    'SELECT id, name FROM consultants WHERE deleted_at_ms IS NULL',
  ).all();
}

/** What a heading was taken for; `mapping` is a field, or empty for a column that was left out. */
export interface MappingRecord {
  readonly id: string;
  readonly mapping: string;
}

export function allMappings(db: Db): MappingRecord[] {
  return statement<[], MappingRecord>(db, 'SELECT id, mapping FROM import_mappings').all();
}

export function putMapping(db: Db, heading: string, mapping: string, atMs: number): void {
  const sql = `INSERT INTO import_mappings (id, mapping, used_at_ms) VALUES (@heading, @mapping, @atMs)
    ON CONFLICT (id) DO UPDATE SET mapping = excluded.mapping, used_at_ms = excluded.used_at_ms`;
  statement(db, sql).run({ heading, mapping, atMs });
}
