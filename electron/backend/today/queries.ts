import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

export interface StakeRecord {
  readonly obligation_id: string;
  readonly application_id: string;
  readonly client_name: string;
  readonly account_name: string;
  readonly legal_on: string | null;
  readonly refill_no: number;
  readonly first_returned_at_ms: number;
  readonly platform_fee_fen: number;
  /** Attempts whose fee nobody knows. */
  readonly unknown_fees: number;
  readonly refill_max: number | null;
}

/**
 * Applications that are sent back, the nearest end first and those without one last, with the platform fee that a failure
 * would lose.
 */
export function stakes(db: Db, consultantId: string | null): StakeRecord[] {
  const sql = `SELECT o.id AS obligation_id, o.application_id, c.name AS client_name, t.name AS account_name, o.legal_on, o.refill_no,
      a.first_returned_at_ms, o.refill_max,
      (SELECT coalesce(sum(x.fee_fen), 0) FROM attempts x WHERE x.application_id = a.id AND x.deleted_at_ms IS NULL) AS platform_fee_fen,
      (SELECT count(*) FROM attempts x WHERE x.application_id = a.id AND x.deleted_at_ms IS NULL AND x.fee_fen IS NULL) AS unknown_fees
    FROM applications a JOIN obligations o ON o.application_id = a.id AND o.kind IN ('clock_refill', 'clock_review')
      JOIN clients c ON c.id = a.client_id JOIN accounts t ON t.id = a.account_id
    WHERE a.stage = 'returned' AND a.deleted_at_ms IS NULL
      AND (@consultantId IS NULL OR o.consultant_id = @consultantId)
    ORDER BY o.legal_on IS NULL, o.legal_on, a.id`;
  return statement<[{ consultantId: string | null }], StakeRecord>(db, sql).all({ consultantId });
}

interface UnpaidRecord {
  readonly client_id: string;
  readonly client_name: string;
  readonly owed_fen: number;
}

/** What the firm itself is still owed by clients with an application that was sent back; who owes most comes first. */
export function unpaidServiceFees(db: Db, consultantId: string | null): UnpaidRecord[] {
  const sql = `SELECT c.id AS client_id, c.name AS client_name, sum(f.amount_fen - coalesce(
        (SELECT sum(p.amount_fen) FROM payments p WHERE p.fee_id = f.id AND p.deleted_at_ms IS NULL), 0)) AS owed_fen
    FROM clients c JOIN fees f ON f.client_id = c.id AND f.kind = 'service' AND f.deleted_at_ms IS NULL
    WHERE c.deleted_at_ms IS NULL AND (@consultantId IS NULL OR c.consultant_id = @consultantId)
      AND c.id IN (SELECT client_id FROM applications WHERE stage = 'returned' AND deleted_at_ms IS NULL)
    GROUP BY c.id HAVING owed_fen > 0 ORDER BY owed_fen DESC, c.id`;
  return statement<[{ consultantId: string | null }], UnpaidRecord>(db, sql).all({ consultantId });
}

export interface ConsultantRecord {
  readonly id: string;
  readonly name: string;
  readonly weekly_capacity: number | null;
}

export function consultants(db: Db): ConsultantRecord[] {
  const sql = 'SELECT id, name, weekly_capacity FROM consultants WHERE deleted_at_ms IS NULL ORDER BY name';
  return statement<[], ConsultantRecord>(db, sql).all();
}

export function lastBackup(db: Db): { at_ms: number; file_count: number } | undefined {
  const sql = `SELECT finished_at_ms AS at_ms, coalesce(file_count, 0) AS file_count FROM backups
    WHERE finished_at_ms IS NOT NULL AND error_code IS NULL ORDER BY finished_at_ms DESC LIMIT 1`;
  return statement<[], { at_ms: number; file_count: number }>(db, sql).get();
}

export function countClients(db: Db): number {
  const sql = 'SELECT count(*) AS n FROM clients WHERE deleted_at_ms IS NULL';
  return statement<[], { n: number }>(db, sql).get()?.n ?? 0;
}
