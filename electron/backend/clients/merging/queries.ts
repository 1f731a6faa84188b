import type { DuplicateClient } from '#shared/contract/merging.ts';
import { subjectDocumentKinds } from '#shared/domain/document-kind.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { Row } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import type { SharedTable } from '#backend/db/tables.ts';

interface Mark {
  readonly client_id: string;
  readonly kind: 'name' | 'code' | 'app_id' | 'original_id';
  readonly value: string;
  /** Of an AppID. */
  readonly platform: string | null;
}

const subjectKinds = subjectDocumentKinds.map((kind) => `'${kind}'`).join(', ');
const asked = 'SELECT value FROM json_each(@clientIds)';
const ofAsked = `r.client_id IN (${asked}) AND r.deleted_at_ms IS NULL`;

/**
 * What these clients are known by, none of those in the trash. The first name of each is the key of its name; a former
 * one is as it was written.
 */
export function marksOf(db: Db, clientIds: readonly string[]): Mark[] {
  const sql = `WITH own AS MATERIALIZED (SELECT id, name_key, credit_code FROM clients
      WHERE id IN (${asked}) AND deleted_at_ms IS NULL)
    SELECT id AS client_id, 'name' AS kind, name_key AS value, NULL AS platform FROM own
    UNION ALL SELECT id, 'code', credit_code, NULL FROM own WHERE credit_code IS NOT NULL
    UNION ALL SELECT r.client_id, CASE WHEN r.kind IN ('merged_client', 'former_name') THEN 'name' ELSE 'code' END,
      r.value, NULL FROM client_identifiers r WHERE ${ofAsked}
    UNION ALL SELECT r.client_id, 'code', r.number, NULL FROM documents r WHERE ${ofAsked}
      AND r.kind IN (${subjectKinds}) AND r.number IS NOT NULL
    UNION ALL SELECT r.client_id, 'app_id', r.app_id, r.platform FROM accounts r WHERE ${ofAsked}
      AND r.app_id IS NOT NULL
    UNION ALL SELECT r.client_id, 'original_id', r.original_id, NULL FROM accounts r WHERE ${ofAsked}
      AND r.original_id IS NOT NULL`;
  return statement<[object], Mark>(db, sql).all({ clientIds: JSON.stringify(clientIds) });
}

/** Ids of all clients, also of those in the trash. */
export function allClientIds(db: Db): string[] {
  return statement<[], { id: string }>(db, 'SELECT id FROM clients')
    .all()
    .map(({ id }) => id);
}

const apartPrefix = 'not_same.';

/** The setting that holds of a pair that it is not one client. */
export const apartKey = (pair: string): string => apartPrefix + pair;

/** The keys of the pairs of which it was said. */
export function apartPairs(db: Db): string[] {
  const sql = `SELECT id FROM settings WHERE id > '${apartPrefix}' AND id < 'not_same/' AND deleted_at_ms IS NULL`;
  return statement<[], { id: string }>(db, sql)
    .all()
    .map(({ id }) => id.slice(apartPrefix.length));
}

export function settingState(db: Db, id: string): { readonly deleted_at_ms: number | null } | undefined {
  const sql = 'SELECT deleted_at_ms FROM settings WHERE id = ?';
  return statement<[string], { deleted_at_ms: number | null }>(db, sql).get(id);
}

interface ListedRecord {
  readonly id: string;
  readonly name: string;
  readonly entity_type: EntityType;
  readonly credit_code: string | null;
  readonly consultant_name: string | null;
  readonly service_status: DuplicateClient['serviceStatus'];
  readonly account_count: number;
  readonly application_count: number;
  readonly document_count: number;
  readonly created_at_ms: number;
}

const count = (table: SharedTable): string =>
  `(SELECT count(*) FROM ${table} r WHERE r.client_id = c.id AND r.deleted_at_ms IS NULL)`;

/** Clients by id, with how much belongs to them. */
export function listedClients(db: Db, ids: readonly string[]): ListedRecord[] {
  const sql = `SELECT c.id, c.name, c.entity_type, c.credit_code, k.name AS consultant_name, c.service_status,
      ${count('accounts')} AS account_count, ${count('applications')} AS application_count,
      ${count('documents')} AS document_count, c.created_at_ms
    FROM clients c LEFT JOIN consultants k ON k.id = c.consultant_id
    WHERE c.id IN (SELECT value FROM json_each(?)) AND c.deleted_at_ms IS NULL`;
  return statement<[string], ListedRecord>(db, sql).all(JSON.stringify(ids));
}

export type LiveRow = Row & { readonly id: string };

/** Rows of a client outside the trash, the oldest first, as they are stored. */
export function liveRows(db: Db, table: SharedTable, clientId: string): LiveRow[] {
  const sql = `SELECT * FROM ${table} WHERE client_id = ? AND deleted_at_ms IS NULL ORDER BY created_at_ms, id`;
  return statement<[string], LiveRow>(db, sql).all(clientId);
}

/** Ids of all rows of a client, also of those in the trash. */
export function allRowIds(db: Db, table: SharedTable, clientId: string): string[] {
  const sql = `SELECT id FROM ${table} WHERE client_id = ? ORDER BY id`;
  return statement<[string], { id: string }>(db, sql)
    .all(clientId)
    .map(({ id }) => id);
}

/** Relations outside the trash that name the client on either side. */
export function relationRows(db: Db, clientId: string): LiveRow[] {
  const sql = `SELECT * FROM client_relations WHERE (client_id = @clientId OR other_client_id = @clientId)
    AND deleted_at_ms IS NULL ORDER BY created_at_ms, id`;
  return statement<[{ clientId: string }], LiveRow>(db, sql).all({ clientId });
}

/** Papers of a person that these clients have, also in the trash. */
export function papersOfPerson(db: Db, contactId: string, clientIds: readonly string[]): string[] {
  const sql = `SELECT id FROM documents WHERE client_id IN (SELECT value FROM json_each(@clientIds))
    AND contact_id = @contactId ORDER BY id`;
  const values = { contactId, clientIds: JSON.stringify(clientIds) };
  return statement<[typeof values], { id: string }>(db, sql)
    .all(values)
    .map(({ id }) => id);
}
