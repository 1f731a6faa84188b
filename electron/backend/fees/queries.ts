import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

export interface FeeRecord {
  readonly id: string;
  readonly client_id: string;
  readonly application_id: string | null;
  readonly kind: 'platform' | 'service' | 'other';
  readonly title: string;
  readonly amount_fen: number;
  readonly charged_on: string;
  readonly due_on: string | null;
  readonly invoice_number: string | null;
  readonly paid_fen: number;
}

const select = `SELECT f.id, f.client_id, f.application_id, f.kind, f.title, f.amount_fen, f.charged_on, f.due_on, f.invoice_number,
    (SELECT coalesce(sum(y.amount_fen), 0) FROM payments y WHERE y.fee_id = f.id AND y.deleted_at_ms IS NULL) AS paid_fen
  FROM fees f`;

/** Live fees of a client, newest first. */
export function feesOfClient(db: Db, clientId: string): FeeRecord[] {
  const sql = `${select} WHERE f.client_id = ? AND f.deleted_at_ms IS NULL ORDER BY f.charged_on DESC, f.id DESC`;
  return statement<[string], FeeRecord>(db, sql).all(clientId);
}

export function liveFee(db: Db, id: string): FeeRecord | undefined {
  return statement<[string], FeeRecord>(db, `${select} WHERE f.id = ? AND f.deleted_at_ms IS NULL`).get(id);
}

export function paymentIdsOf(db: Db, feeId: string): string[] {
  const sql = 'SELECT id FROM payments WHERE fee_id = ? AND deleted_at_ms IS NULL';
  return statement<[string], { id: string }>(db, sql)
    .all(feeId)
    .map((row) => row.id);
}

export function isLiveClient(db: Db, id: string): boolean {
  const sql = 'SELECT 1 AS found FROM clients WHERE id = ? AND deleted_at_ms IS NULL';
  return statement<[string], { found: number }>(db, sql).get(id) !== undefined;
}

export function clientOfApplication(db: Db, applicationId: string): string | undefined {
  const sql = 'SELECT client_id FROM applications WHERE id = ? AND deleted_at_ms IS NULL';
  return statement<[string], { client_id: string }>(db, sql).get(applicationId)?.client_id;
}
