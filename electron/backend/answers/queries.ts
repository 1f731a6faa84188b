import type { EntityType } from '#shared/domain/entity-type.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

export interface AnswerRecord {
  readonly question_id: string;
  readonly is_yes: number;
}

export function answersOf(db: Db, clientId: string): AnswerRecord[] {
  const sql = `SELECT question_id, is_yes FROM client_answers WHERE client_id = ? AND deleted_at_ms IS NULL
    ORDER BY question_id`;
  return statement<[string], AnswerRecord>(db, sql).all(clientId);
}

/** An answer, also one that was taken back. */
export function findAnswer(db: Db, id: string): { readonly deleted_at_ms: number | null } | undefined {
  const sql = 'SELECT deleted_at_ms FROM client_answers WHERE id = ?';
  return statement<[string], { deleted_at_ms: number | null }>(db, sql).get(id);
}

export function entityTypeOf(db: Db, clientId: string): EntityType | undefined {
  const sql = 'SELECT entity_type FROM clients WHERE id = ? AND deleted_at_ms IS NULL';
  return statement<[string], { entity_type: EntityType }>(db, sql).get(clientId)?.entity_type;
}
