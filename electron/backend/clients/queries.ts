import type { ClientFields, ClientDetails } from '#shared/contract/clients.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import type { SharedTable } from '#backend/db/tables.ts';

export interface ClientRecord {
  readonly id: string;
  readonly name: string;
  readonly entity_type: EntityType;
  readonly credit_code: string | null;
  readonly credit_code_note: string | null;
  readonly legal_representative: string | null;
  readonly address: string | null;
  readonly established_on: string | null;
  readonly licence_until_on: string | null;
  readonly licence_forever: number;
  readonly standing: ClientFields['standing'];
  readonly standing_checked_on: string | null;
  readonly business_scope: string | null;
  readonly annual_report_year: number | null;
  readonly consultant_id: string | null;
  readonly consultant_name: string | null;
  readonly service_status: ClientFields['serviceStatus'];
  readonly service_since_on: string | null;
  readonly service_fee_fen: number | null;
  readonly remark: string | null;
  readonly updated_at_ms: number;
  readonly deleted_at_ms: number | null;
}

/** A client, also one in the trash. */
export function clientById(db: Db, id: string): ClientRecord | undefined {
  const sql = `SELECT c.id, c.name, c.entity_type, c.credit_code, c.credit_code_note, c.legal_representative,
      c.address, c.established_on, c.licence_until_on, c.licence_forever, c.standing, c.standing_checked_on, c.business_scope, c.annual_report_year, c.consultant_id, k.name AS consultant_name, c.service_status,
      c.service_since_on, c.service_fee_fen, c.remark, c.updated_at_ms, c.deleted_at_ms
    FROM clients c LEFT JOIN consultants k ON k.id = c.consultant_id WHERE c.id = ?`;
  return statement<[string], ClientRecord>(db, sql).get(id);
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export function ownerOfCreditCode(db: Db, creditCode: string): Named | undefined {
  const sql = 'SELECT id, name FROM clients WHERE credit_code = ? AND deleted_at_ms IS NULL';
  return statement<[string], Named>(db, sql).get(creditCode);
}

export function tagsOf(db: Db, clientId: string): (Named & { readonly link_id: string })[] {
  const sql = `SELECT t.id, t.name, l.id AS link_id FROM client_tags l JOIN tags t ON t.id = l.tag_id
    WHERE l.client_id = ? AND l.deleted_at_ms IS NULL AND t.deleted_at_ms IS NULL ORDER BY t.name`;
  return statement<[string], Named & { link_id: string }>(db, sql).all(clientId);
}

export function tagNamed(db: Db, name: string): { readonly id: string } | undefined {
  return statement<[string], { id: string }>(
    db,
    'SELECT id FROM tags WHERE name = ? AND deleted_at_ms IS NULL',
  ).get(name);
}

/** Tables whose rows stand for a pair, so that a pair that was taken apart is joined again by the same row. */
export type LinkTable =
  'client_tags' | 'client_contacts' | 'client_relations' | 'client_answers' | 'client_identifiers';

export function linkState(
  db: Db,
  table: LinkTable,
  id: string,
): { readonly deleted_at_ms: number | null } | undefined {
  return statement<[string], { deleted_at_ms: number | null }>(
    db,
    `SELECT deleted_at_ms FROM ${table} WHERE id = ?`,
  ).get(id);
}

export interface ContactRecord {
  readonly id: string;
  readonly contact_id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly wechat: string | null;
  readonly id_number: string | null;
  readonly available_hours: string | null;
  readonly is_legal_representative: number;
  readonly is_administrator: number;
  readonly is_finance: number;
  readonly answers_calls: number;
  readonly left_on: string | null;
}

/** People of a client: those who answer calls first, those who have left last. */
export function contactsOf(db: Db, clientId: string): ContactRecord[] {
  const sql = `SELECT l.id, l.contact_id, p.name, p.phone, p.email, p.wechat, p.id_number, p.available_hours,
      l.is_legal_representative, l.is_administrator, l.is_finance, l.answers_calls, l.left_on
    FROM client_contacts l JOIN contacts p ON p.id = l.contact_id
    WHERE l.client_id = ? AND l.deleted_at_ms IS NULL AND p.deleted_at_ms IS NULL
    ORDER BY l.left_on IS NOT NULL, l.answers_calls DESC, l.is_administrator DESC, l.created_at_ms, l.id`;
  return statement<[string], ContactRecord>(db, sql).all(clientId);
}

export function liveContactLink(
  db: Db,
  id: string,
): { readonly client_id: string; readonly contact_id: string } | undefined {
  const sql = 'SELECT client_id, contact_id FROM client_contacts WHERE id = ? AND deleted_at_ms IS NULL';
  return statement<[string], { client_id: string; contact_id: string }>(db, sql).get(id);
}

export function isLiveContact(db: Db, id: string): boolean {
  const sql = 'SELECT 1 AS found FROM contacts WHERE id = ? AND deleted_at_ms IS NULL';
  return statement<[string], { found: number }>(db, sql).get(id) !== undefined;
}

/** Whether anything but that one link still speaks of the person: another client, or a paper. */
export function isContactUsed(db: Db, contactId: string, exceptLinkId: string): boolean {
  const sql = `SELECT 1 AS found FROM client_contacts WHERE contact_id = @contactId AND id <> @exceptLinkId AND deleted_at_ms IS NULL
    UNION ALL SELECT 1 FROM documents WHERE contact_id = @contactId AND deleted_at_ms IS NULL LIMIT 1`;
  const values = { contactId, exceptLinkId };
  return statement<[typeof values], { found: number }>(db, sql).get(values) !== undefined;
}

export interface BankAccountRecord {
  readonly id: string;
  readonly client_id: string;
  readonly kind: ClientDetails['bankAccounts'][number]['kind'];
  readonly holder_name: string;
  readonly bank_name: string | null;
  readonly account_number: string | null;
  readonly permit_number: string | null;
  readonly clearing_code: string | null;
}

const bankAccounts = `SELECT id, client_id, kind, holder_name, bank_name, account_number, permit_number, clearing_code FROM bank_accounts
  WHERE deleted_at_ms IS NULL`;

export function bankAccountsOf(db: Db, clientId: string): BankAccountRecord[] {
  const sql = `${bankAccounts} AND client_id = ? ORDER BY kind <> 'basic', created_at_ms, id`;
  return statement<[string], BankAccountRecord>(db, sql).all(clientId);
}

export function liveBankAccount(db: Db, id: string): BankAccountRecord | undefined {
  return statement<[string], BankAccountRecord>(db, `${bankAccounts} AND id = ?`).get(id);
}

export interface RelationRecord {
  readonly id: string;
  readonly other_id: string;
  readonly other_name: string;
  readonly kind: ClientDetails['relations'][number]['kind'];
  readonly share_bp: number | null;
  readonly remark: string | null;
  /** 1 when the relation was entered on the other client's page. */
  readonly inverse: number;
}

export function relationsOf(db: Db, clientId: string): RelationRecord[] {
  const select = (
    own: string,
    other: string,
    inverse: 0 | 1,
  ) => `SELECT r.id, o.id AS other_id, o.name AS other_name, r.kind, r.share_bp, r.remark,
      ${inverse} AS inverse, r.created_at_ms
    FROM client_relations r JOIN clients o ON o.id = r.${other}
    WHERE r.${own} = @clientId AND r.deleted_at_ms IS NULL AND o.deleted_at_ms IS NULL`;
  const both = `${select('client_id', 'other_client_id', 0)} UNION ALL ${select('other_client_id', 'client_id', 1)}`;
  const sql = `SELECT id, other_id, other_name, kind, share_bp, remark, inverse FROM (${both}) ORDER BY created_at_ms, id`;
  return statement<[{ clientId: string }], RelationRecord>(db, sql).all({ clientId });
}

export function isLiveRelation(db: Db, id: string): boolean {
  const sql = 'SELECT 1 AS found FROM client_relations WHERE id = ? AND deleted_at_ms IS NULL';
  return statement<[string], { found: number }>(db, sql).get(id) !== undefined;
}

export interface FormerRecord {
  readonly kind: string;
  readonly value: string;
  /** The client that was put into this one and is in the trash since. */
  readonly merged_id: string | null;
}

/** What the client was called or registered under before, the oldest first. */
export function formerOf(db: Db, clientId: string): FormerRecord[] {
  const sql = `SELECT i.kind, i.value, c.id AS merged_id FROM client_identifiers i
    LEFT JOIN clients c ON i.kind = 'merged_client' AND c.id = i.note AND c.deleted_at_ms IS NOT NULL
    WHERE i.client_id = ? AND i.deleted_at_ms IS NULL ORDER BY i.created_at_ms, i.id`;
  return statement<[string], FormerRecord>(db, sql).all(clientId);
}

/** The client into which one in the trash was put. */
export function mergedInto(db: Db, clientId: string): Named | undefined {
  const sql = `SELECT k.id, k.name FROM client_identifiers i JOIN clients c ON c.id = i.note AND c.deleted_at_ms IS NOT NULL
    JOIN clients k ON k.id = i.client_id AND k.deleted_at_ms IS NULL
    WHERE i.note = ? AND i.kind = 'merged_client' AND i.deleted_at_ms IS NULL ORDER BY i.updated_at_ms DESC LIMIT 1`;
  return statement<[string], Named>(db, sql).get(clientId);
}

export interface RowName {
  readonly row_table: SharedTable;
  readonly row_id: string;
}

const applicationsOfClient = 'SELECT id FROM applications WHERE client_id = @clientId';

/** Where every row of a client lies, children before their parents. */
const children: readonly (readonly [SharedTable, string])[] = [
  ['item_documents', `item_id IN (SELECT id FROM items WHERE application_id IN (${applicationsOfClient}))`],
  ['items', `application_id IN (${applicationsOfClient})`],
  [
    'rejected_items',
    `attempt_id IN (SELECT id FROM attempts WHERE application_id IN (${applicationsOfClient}))`,
  ],
  ['attempts', `application_id IN (${applicationsOfClient})`],
  ['lapses', `application_id IN (${applicationsOfClient})`],
  ['calls', `application_id IN (${applicationsOfClient})`],
  ['judgements', `application_id IN (${applicationsOfClient})`],
  ['aftercare_steps', `application_id IN (${applicationsOfClient})`],
  ['payments', 'fee_id IN (SELECT id FROM fees WHERE client_id = @clientId)'],
  ['fees', 'client_id = @clientId'],
  ['tasks', 'client_id = @clientId'],
  ['notes', 'client_id = @clientId'],
  ['stated_values', 'document_id IN (SELECT id FROM documents WHERE client_id = @clientId)'],
  ['document_versions', 'document_id IN (SELECT id FROM documents WHERE client_id = @clientId)'],
  ['documents', 'client_id = @clientId'],
  ['applications', 'client_id = @clientId'],
  ['accounts', 'client_id = @clientId'],
  ['bank_accounts', 'client_id = @clientId'],
  // People of this client alone go with it; others stay with their other clients.
  [
    'contacts',
    `id IN (SELECT contact_id FROM client_contacts WHERE client_id = @clientId AND deleted_at_ms IS NULL) AND id NOT IN (
      SELECT contact_id FROM client_contacts WHERE client_id <> @clientId AND deleted_at_ms IS NULL)`,
  ],
  ['client_contacts', 'client_id = @clientId'],
  ['client_relations', '(client_id = @clientId OR other_client_id = @clientId)'],
  ['client_tags', 'client_id = @clientId'],
  ['client_identifiers', 'client_id = @clientId'],
  ['client_answers', 'client_id = @clientId'],
];

/** Every live row that belongs to a client, children before their parents, without the client itself. */
export function rowsOfClient(db: Db, clientId: string): RowName[] {
  return children.flatMap(([table, where]) => {
    const sql = `SELECT id FROM ${table} WHERE ${where} AND deleted_at_ms IS NULL ORDER BY id`;
    const rows = statement<[{ clientId: string }], { id: string }>(db, sql).all({ clientId });
    return rows.map(({ id }) => ({ row_table: table, row_id: id }));
  });
}

/** What was destroyed meanwhile comes back no more, with nothing that belonged to it. */
const isDestroyed = `EXISTS (SELECT 1 FROM documents x WHERE x.destroyed_at_ms IS NOT NULL AND x.id = CASE e.row_table
  WHEN 'documents' THEN e.row_id
  WHEN 'document_versions' THEN (SELECT document_id FROM document_versions WHERE id = e.row_id)
  WHEN 'item_documents' THEN (SELECT document_id FROM item_documents WHERE id = e.row_id)
  WHEN 'stated_values' THEN (SELECT document_id FROM stated_values WHERE id = e.row_id) END)`;

/** What went to the trash in the same change as the client: what the client's return brings back. Parents first. */
export function rowsTrashedWith(db: Db, clientId: string): RowName[] {
  const sql = `SELECT e.row_table, e.row_id FROM events e
    WHERE e.operation = 'delete' AND e.change_id = (
        SELECT d.change_id FROM events d WHERE d.row_table = 'clients' AND d.row_id = @clientId AND d.operation = 'delete'
        ORDER BY d.at_ms DESC, d.seq DESC LIMIT 1)
      AND (e.client_id = @clientId
        OR (e.row_table = 'contacts' AND e.row_id IN (SELECT contact_id FROM client_contacts WHERE client_id = @clientId))
        OR (e.row_table = 'client_relations' AND e.row_id IN (
          SELECT id FROM client_relations WHERE other_client_id = @clientId)))
      AND NOT ${isDestroyed}
    ORDER BY e.seq DESC`;
  return statement<[{ clientId: string }], RowName>(db, sql).all({ clientId });
}
