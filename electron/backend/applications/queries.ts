import { isClosed, stages } from '#shared/domain/application.ts';
import type { ApplicationKind, Stage } from '#shared/domain/application.ts';
import type { BankAccountKind } from '#shared/domain/bank-account.ts';
import type { ItemDecision } from '#shared/domain/checklist-state.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { Platform } from '#shared/domain/platform.ts';
import type { Standing } from '#shared/domain/standing.ts';
import type { AttemptOutcome } from '#shared/domain/stages.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

export interface ApplicationRecord {
  readonly id: string;
  readonly number: string;
  readonly client_id: string;
  readonly client_name: string;
  readonly account_id: string;
  readonly account_name: string;
  readonly platform: Platform;
  readonly kind: ApplicationKind;
  /** The category that it is about, by its id in the platform's list. */
  readonly category: string | null;
  readonly rule_pack_id: string;
  readonly rule_pack_version: string;
  readonly rule_pack_sha256: string;
  /** The list of categories that it goes by; null for one from before there were several: the newest. */
  readonly category_pack_sha256: string | null;
  readonly entity_type: EntityType;
  readonly consultant_id: string | null;
  readonly consultant_name: string | null;
  readonly stage: Stage;
  readonly stage_since_at_ms: number;
  readonly opened_at_ms: number;
  readonly submitted_at_ms: number | null;
  readonly authorised_at_ms: number | null;
  readonly paid_at_ms: number | null;
  readonly pre_reviewed_at_ms: number | null;
  readonly confirmed_at_ms: number | null;
  readonly reviewed_at_ms: number | null;
  readonly first_returned_at_ms: number | null;
  readonly closed_at_ms: number | null;
  readonly certified_until_on: string | null;
  readonly remark: string | null;
}

export interface AttemptRecord {
  readonly id: string;
  readonly application_id: string;
  readonly attempt_no: number;
  readonly submitted_at_ms: number;
  readonly outcome: AttemptOutcome;
  readonly returned_at_ms: number | null;
  readonly reason_code: string | null;
  readonly reason_text: string | null;
  /** Null where nobody knows what it cost. */
  readonly fee_fen: number | null;
}

export interface ItemRecord {
  readonly id: string;
  readonly application_id: string;
  readonly requirement_id: string;
  readonly position: number;
  readonly decision: ItemDecision | null;
  readonly reject_reason: string | null;
  readonly remark: string | null;
}

export interface ItemDocumentRecord {
  readonly id: string;
  readonly item_id: string;
  readonly document_id: string;
  readonly deleted_at_ms: number | null;
}

/** Columns of an `ApplicationRecord`, and where they come from. */
export const columns = `a.id, a.number, a.client_id, c.name AS client_name, a.account_id, t.name AS account_name, t.platform, a.kind, a.category,
  a.rule_pack_id, a.rule_pack_version, a.rule_pack_sha256, a.category_pack_sha256, a.entity_type, a.consultant_id, k.name AS consultant_name, a.stage, a.stage_since_at_ms,
  a.opened_at_ms, a.submitted_at_ms, a.authorised_at_ms, a.paid_at_ms, a.pre_reviewed_at_ms, a.confirmed_at_ms, a.reviewed_at_ms, a.first_returned_at_ms, a.closed_at_ms,
  a.certified_until_on, a.remark`;
export const source = `FROM applications a JOIN clients c ON c.id = a.client_id JOIN accounts t ON t.id = a.account_id
  LEFT JOIN consultants k ON k.id = a.consultant_id`;

export function findApplication(db: Db, id: string): ApplicationRecord | undefined {
  const sql = `SELECT ${columns} ${source} WHERE a.id = ? AND a.deleted_at_ms IS NULL`;
  return statement<[string], ApplicationRecord>(db, sql).get(id);
}

export function applicationsOfClient(db: Db, clientId: string): ApplicationRecord[] {
  const sql = `SELECT ${columns} ${source} WHERE a.client_id = ? AND a.deleted_at_ms IS NULL ORDER BY a.opened_at_ms DESC, a.id`;
  return statement<[string], ApplicationRecord>(db, sql).all(clientId);
}

export function openApplicationIdsOfClients(db: Db, clientIds: readonly string[]): string[] {
  const sql = `SELECT a.id FROM applications a JOIN clients c ON c.id = a.client_id
    WHERE a.client_id IN (SELECT value FROM json_each(@clientIds)) AND a.deleted_at_ms IS NULL
      AND a.stage NOT IN (SELECT value FROM json_each(@closed)) ORDER BY c.name, c.id, a.opened_at_ms DESC, a.id`;
  const values = { clientIds: JSON.stringify(clientIds), closed: JSON.stringify(stages.filter(isClosed)) };
  return statement<[typeof values], { id: string }>(db, sql)
    .all(values)
    .map(({ id }) => id);
}

export function applicationsOfAccount(db: Db, accountId: string): ApplicationRecord[] {
  const sql = `SELECT ${columns} ${source} WHERE a.account_id = ? AND a.deleted_at_ms IS NULL ORDER BY a.opened_at_ms DESC, a.id`;
  return statement<[string], ApplicationRecord>(db, sql).all(accountId);
}

/** Papers that stand in the checklists of an account's applications. */
export function paperIdsOf(db: Db, accountId: string): { readonly id: string }[] {
  const sql = `SELECT DISTINCT l.document_id AS id
    FROM applications a CROSS JOIN items i ON i.application_id = a.id CROSS JOIN item_documents l ON l.item_id = i.id
    WHERE a.account_id = ? AND a.deleted_at_ms IS NULL AND i.deleted_at_ms IS NULL AND l.deleted_at_ms IS NULL`;
  return statement<[string], { id: string }>(db, sql).all(accountId);
}

/** Applications whose checklists hold a paper, the one opened last first. */
export function applicationsUsing(db: Db, documentId: string): ApplicationRecord[] {
  const sql = `SELECT ${columns} ${source} WHERE a.deleted_at_ms IS NULL AND a.id IN (
      SELECT i.application_id FROM item_documents l CROSS JOIN items i ON i.id = l.item_id
      WHERE l.document_id = ? AND l.deleted_at_ms IS NULL AND i.deleted_at_ms IS NULL)
    ORDER BY a.opened_at_ms DESC, a.id`;
  return statement<[string], ApplicationRecord>(db, sql).all(documentId);
}

const among = (ids: readonly string[]) => JSON.stringify(ids);

export function attemptsOf(db: Db, applicationIds: readonly string[]): AttemptRecord[] {
  const sql = `SELECT id, application_id, attempt_no, submitted_at_ms, outcome, returned_at_ms, reason_code, reason_text, fee_fen
    FROM attempts WHERE application_id IN (SELECT value FROM json_each(?)) AND deleted_at_ms IS NULL
    ORDER BY application_id, attempt_no`;
  return statement<[string], AttemptRecord>(db, sql).all(among(applicationIds));
}

export function itemsOf(db: Db, applicationIds: readonly string[]): ItemRecord[] {
  const sql = `SELECT id, application_id, requirement_id, position, decision, reject_reason, remark
    FROM items WHERE application_id IN (SELECT value FROM json_each(?)) AND deleted_at_ms IS NULL
    ORDER BY application_id, position`;
  return statement<[string], ItemRecord>(db, sql).all(among(applicationIds));
}

export function findItem(db: Db, id: string): ItemRecord | undefined {
  const sql = `SELECT id, application_id, requirement_id, position, decision, reject_reason, remark
    FROM items WHERE id = ? AND deleted_at_ms IS NULL`;
  return statement<[string], ItemRecord>(db, sql).get(id);
}

/** Live links between items and papers; a paper in the trash does not count. */
export function itemDocumentsOf(db: Db, itemIds: readonly string[]): ItemDocumentRecord[] {
  const sql = `SELECT l.id, l.item_id, l.document_id, l.deleted_at_ms
    FROM item_documents l JOIN documents d ON d.id = l.document_id
    WHERE l.item_id IN (SELECT value FROM json_each(?)) AND l.deleted_at_ms IS NULL AND d.deleted_at_ms IS NULL
    ORDER BY l.created_at_ms, l.id`;
  return statement<[string], ItemDocumentRecord>(db, sql).all(among(itemIds));
}

export interface ItemPaperMoment {
  readonly item_id: string;
  readonly document_id: string;
  /** When its youngest file came, or when the paper was put to the item, whichever is later. */
  readonly newest_at_ms: number;
}

export function itemPaperMoments(db: Db, applicationIds: readonly string[]): ItemPaperMoment[] {
  const sql = `SELECT l.item_id, l.document_id, max(l.created_at_ms, coalesce(max(v.created_at_ms), 0)) AS newest_at_ms
    FROM items i JOIN item_documents l ON l.item_id = i.id
    LEFT JOIN document_versions v ON v.document_id = l.document_id AND v.deleted_at_ms IS NULL
    WHERE i.application_id IN (SELECT value FROM json_each(?)) AND i.deleted_at_ms IS NULL AND l.deleted_at_ms IS NULL
    GROUP BY l.item_id, l.document_id`;
  return statement<[string], ItemPaperMoment>(db, sql).all(among(applicationIds));
}

/** When the word that stands on each of these items was given. */
export function decisionMoments(
  db: Db,
  applicationIds: readonly string[],
): { readonly item_id: string; readonly decided_at_ms: number }[] {
  const sql = `SELECT i.id AS item_id, max(e.at_ms) AS decided_at_ms
    FROM items i JOIN events e ON e.row_id = i.id AND e.row_table = 'items'
    WHERE i.application_id IN (SELECT value FROM json_each(?)) AND i.deleted_at_ms IS NULL AND i.decision IS NOT NULL
      AND json_extract(e.after, '$.decision') = i.decision
    GROUP BY i.id`;
  return statement<[string], { item_id: string; decided_at_ms: number }>(db, sql).all(among(applicationIds));
}

/** The link of that pair, also one that was taken away. */
export function findItemDocument(db: Db, id: string): ItemDocumentRecord | undefined {
  const sql = 'SELECT id, item_id, document_id, deleted_at_ms FROM item_documents WHERE id = ?';
  return statement<[string], ItemDocumentRecord>(db, sql).get(id);
}

/** The highest running number among this seat's applications of a year: `prefix` is e.g. "A-2026-A". */
export function lastNumber(db: Db, prefix: string): string | undefined {
  // One of six digits comes after all of five.
  const sql = `SELECT number FROM applications WHERE number >= @prefix AND number < @end
    ORDER BY length(number) DESC, number DESC LIMIT 1`;
  const values = { prefix, end: `${prefix}~` };
  return statement<[typeof values], { number: string }>(db, sql).get(values)?.number;
}

export function seatLetter(db: Db): string {
  return statement<[], { letter: string }>(db, 'SELECT letter FROM seat').get()?.letter ?? 'A';
}

/** What an account can have under way but once: an order of that kind, about that category. */
export interface OrderKey {
  readonly accountId: string;
  readonly kind: ApplicationKind;
  readonly category: string | null;
}

export function openApplicationOfAccount(
  db: Db,
  order: OrderKey,
): { id: string; number: string } | undefined {
  const sql = `SELECT id, number FROM applications
    WHERE account_id = @accountId AND kind = @kind AND category IS @category AND deleted_at_ms IS NULL
      AND stage NOT IN ('passed', 'failed', 'withdrawn')`;
  return statement<[OrderKey], { id: string; number: string }>(db, sql).get(order);
}

/** An order of that kind that has passed for the account. */
export function passedApplication(
  db: Db,
  accountId: string,
  kind: ApplicationKind,
): { readonly id: string } | undefined {
  const sql = `SELECT id FROM applications
    WHERE account_id = ? AND kind = ? AND stage = 'passed' AND deleted_at_ms IS NULL LIMIT 1`;
  return statement<[string, string], { id: string }>(db, sql).get(accountId, kind);
}

/** A client's applications under way that are about a category. */
export function openCategoryApplications(db: Db, clientId: string): ApplicationRecord[] {
  const sql = `SELECT ${columns} ${source} WHERE a.client_id = ? AND a.category IS NOT NULL AND a.deleted_at_ms IS NULL
    AND a.stage NOT IN ('passed', 'failed', 'withdrawn') ORDER BY a.id`;
  return statement<[string], ApplicationRecord>(db, sql).all(clientId);
}

export interface AccountRecord {
  readonly id: string;
  readonly client_id: string;
  readonly name: string;
  readonly platform: string;
  readonly kind: string;
  readonly original_id: string | null;
  readonly app_id: string | null;
  readonly category: string | null;
  readonly certified_since_on: string | null;
  readonly certified_until_on: string | null;
  readonly remark: string | null;
}

export function findAccount(db: Db, id: string): AccountRecord | undefined {
  const sql = `SELECT id, client_id, name, platform, kind, original_id, app_id, category, certified_since_on, certified_until_on, remark
    FROM accounts WHERE id = ? AND deleted_at_ms IS NULL`;
  return statement<[string], AccountRecord>(db, sql).get(id);
}

export interface ClientRecord {
  readonly id: string;
  readonly name: string;
  readonly entity_type: EntityType;
  readonly credit_code: string | null;
  readonly credit_code_note: string | null;
  readonly legal_representative: string | null;
  readonly address: string | null;
  readonly licence_until_on: string | null;
  readonly licence_forever: number;
  readonly standing: Standing | null;
  readonly standing_checked_on: string | null;
  readonly business_scope: string | null;
  readonly consultant_id: string | null;
}

export function findClient(db: Db, id: string): ClientRecord | undefined {
  const sql = `SELECT id, name, entity_type, credit_code, credit_code_note, legal_representative, address, licence_until_on,
    licence_forever, standing, standing_checked_on, business_scope, consultant_id FROM clients WHERE id = ? AND deleted_at_ms IS NULL`;
  return statement<[string], ClientRecord>(db, sql).get(id);
}

export interface ContactRecord {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly id_number: string | null;
  readonly available_hours: string | null;
  readonly is_administrator: number;
  readonly is_legal_representative: number;
  readonly answers_calls: number;
}

export function contactsOf(db: Db, clientId: string): ContactRecord[] {
  const sql = `SELECT p.id, p.name, p.phone, p.id_number, p.available_hours, l.is_administrator, l.is_legal_representative, l.answers_calls
    FROM client_contacts l JOIN contacts p ON p.id = l.contact_id
    WHERE l.client_id = ? AND l.deleted_at_ms IS NULL AND p.deleted_at_ms IS NULL AND l.left_on IS NULL
    ORDER BY l.answers_calls DESC, l.is_administrator DESC, p.name`;
  return statement<[string], ContactRecord>(db, sql).all(clientId);
}

export interface BankAccountRecord {
  readonly id: string;
  readonly kind: BankAccountKind;
  readonly holder_name: string;
  readonly account_number: string | null;
  readonly bank_name: string | null;
}

export function bankAccountsOf(db: Db, clientId: string): BankAccountRecord[] {
  const sql = `SELECT id, kind, holder_name, account_number, bank_name FROM bank_accounts
    WHERE client_id = ? AND deleted_at_ms IS NULL ORDER BY id`;
  return statement<[string], BankAccountRecord>(db, sql).all(clientId);
}

export function consultantById(db: Db, id: string): { name: string; phone: string | null } | undefined {
  return statement<[string], { name: string; phone: string | null }>(
    db,
    'SELECT name, phone FROM consultants WHERE id = ?',
  ).get(id);
}

/** Whether an item was ever there, also one that was taken away. */
export function hasItemRow(db: Db, id: string): boolean {
  const sql = 'SELECT 1 AS found FROM items WHERE id = ?';
  return statement<[string], { found: number }>(db, sql).get(id) !== undefined;
}

export interface JudgementRecord {
  readonly id: string;
  readonly judged_at_ms: number;
  /** Of the pre-check that gave it; null where it was not noted yet. */
  readonly edition: number | null;
  readonly rule_pack_sha256: string;
  readonly category_pack_sha256: string | null;
  readonly overrides: string;
  readonly facts: string;
  readonly verdict_sha256: string;
  readonly blocker_count: number;
  readonly warning_count: number;
}

export function judgementsOf(db: Db, applicationId: string): JudgementRecord[] {
  const sql = `SELECT id, judged_at_ms, rule_pack_sha256, category_pack_sha256, overrides, facts, verdict_sha256, blocker_count, warning_count, edition
    FROM judgements WHERE application_id = ? AND deleted_at_ms IS NULL ORDER BY judged_at_ms, id`;
  return statement<[string], JudgementRecord>(db, sql).all(applicationId);
}

export interface ApplicationCategory {
  readonly account_id: string;
  readonly stage: Stage;
  readonly category: string;
}

/** The categories that live applications of a client are about. */
export function applicationCategoriesOf(db: Db, clientId: string): ApplicationCategory[] {
  const sql = `SELECT account_id, stage, category FROM applications
    WHERE client_id = ? AND category IS NOT NULL AND deleted_at_ms IS NULL ORDER BY opened_at_ms, id`;
  return statement<[string], ApplicationCategory>(db, sql).all(clientId);
}
