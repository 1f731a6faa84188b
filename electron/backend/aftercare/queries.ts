import type { ApplicationKind, Stage } from '#shared/domain/application.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

export interface ApplicationRecord {
  readonly id: string;
  readonly account_id: string;
  readonly consultant_id: string | null;
  readonly kind: ApplicationKind;
  readonly entity_type: EntityType;
  readonly stage: Stage;
  readonly opened_at_ms: number;
  readonly closed_at_ms: number;
  readonly rule_pack_id: string;
  readonly rule_pack_version: string;
  readonly rule_pack_sha256: string;
  readonly category: string | null;
  readonly category_pack_sha256: string | null;
}

const ended = `SELECT id, account_id, consultant_id, kind, entity_type, stage, opened_at_ms, closed_at_ms, rule_pack_id, rule_pack_version,
    rule_pack_sha256, category, category_pack_sha256
  FROM applications WHERE deleted_at_ms IS NULL AND stage IN ('passed', 'failed') AND closed_at_ms IS NOT NULL`;

export function endedApplicationsOf(db: Db, clientId: string): ApplicationRecord[] {
  return statement<[string], ApplicationRecord>(db, `${ended} AND client_id = ? ORDER BY id`).all(clientId);
}

export function endedApplication(db: Db, id: string): ApplicationRecord | undefined {
  return statement<[string], ApplicationRecord>(db, `${ended} AND id = ?`).get(id);
}

export interface DecisionRecord {
  readonly id: string;
  readonly application_id: string;
  readonly rule_id: string;
  readonly decision: 'done' | 'not_needed';
  readonly decided_on: string;
  readonly remark: string | null;
}

export function decisionsOn(db: Db, applicationIds: readonly string[]): DecisionRecord[] {
  const sql = `SELECT id, application_id, rule_id, decision, decided_on, remark FROM aftercare_steps
    WHERE application_id IN (SELECT value FROM json_each(?)) AND deleted_at_ms IS NULL ORDER BY id`;
  return statement<[string], DecisionRecord>(db, sql).all(JSON.stringify(applicationIds));
}

/** The row of that application and rule, also one that was taken away. */
export function decisionRow(
  db: Db,
  id: string,
): { readonly id: string; readonly deleted_at_ms: number | null } | undefined {
  const sql = 'SELECT id, deleted_at_ms FROM aftercare_steps WHERE id = ?';
  return statement<[string], { id: string; deleted_at_ms: number | null }>(db, sql).get(id);
}

export interface ItemWord {
  readonly application_id: string;
  readonly requirement_id: string;
  readonly decision: string | null;
  readonly has_paper: number;
}

/** What was decided on the items of applications, and whether a paper lies with each. */
export function itemWords(db: Db, applicationIds: readonly string[]): ItemWord[] {
  const sql = `SELECT i.application_id, i.requirement_id, i.decision,
      EXISTS (SELECT 1 FROM item_documents l JOIN documents d ON d.id = l.document_id
        WHERE l.item_id = i.id AND l.deleted_at_ms IS NULL AND d.deleted_at_ms IS NULL) AS has_paper
    FROM items i WHERE i.application_id IN (SELECT value FROM json_each(?)) AND i.deleted_at_ms IS NULL`;
  return statement<[string], ItemWord>(db, sql).all(JSON.stringify(applicationIds));
}
