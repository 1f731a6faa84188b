import type { ApplicationKind, Stage } from '#shared/domain/application.ts';
import type { Platform } from '#shared/domain/platform.ts';
import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';
import { noDate } from '../name-order.ts';

/** An application to be summarised. */
export interface ApplicationToSummarise {
  readonly id: string;
  readonly client_id: string;
  readonly platform: Platform;
  readonly kind: ApplicationKind;
  readonly stage: Stage;
  readonly number: string;
  readonly account_name: string;
  readonly consultant_name: string | null;
}

/** Live applications of live clients. */
export function applicationsOfClients(db: Db, clientIds: readonly string[]): ApplicationToSummarise[] {
  const sql = `SELECT a.id, a.client_id, t.platform, a.kind, a.stage, a.number, t.name AS account_name, k.name AS consultant_name
    FROM json_each(?) AS wanted CROSS JOIN clients c ON c.id = wanted.value CROSS JOIN applications a ON a.client_id = c.id
      CROSS JOIN accounts t ON t.id = a.account_id LEFT JOIN consultants k ON k.id = a.consultant_id
    WHERE a.deleted_at_ms IS NULL`;
  return statement<[string], ApplicationToSummarise>(db, sql).all(JSON.stringify(clientIds));
}

export interface ApplicationSummaryInput {
  readonly applicationId: string;
  /** What the names are sorted by; the names themselves stand in their tables. */
  readonly clientOrder: string;
  readonly accountOrder: string;
  readonly consultantOrder: string;
  readonly numberOrder: string;
  /** Places in the lists of the domain. */
  readonly platform: number;
  readonly kind: number;
  readonly stage: number;
  /** Required items that hold the submission back; -1 when it is closed. */
  readonly missing: number;
}

export function deleteApplicationSummaries(db: Db, clientIds: readonly string[]): void {
  const sql = 'DELETE FROM application_summaries WHERE client_id IN (SELECT value FROM json_each(?))';
  statement(db, sql).run(JSON.stringify(clientIds));
}

export function deleteAllApplicationSummaries(db: Db): void {
  statement(db, 'DELETE FROM application_summaries').run();
}

/** The running clock, else what it waits for. */
const clock = `(SELECT o.id FROM obligations o
  WHERE o.application_id = a.id AND (substr(o.kind, 1, 6) = 'clock_' OR o.kind = 'collecting')
  ORDER BY o.kind = 'collecting', o.due_on, o.id LIMIT 1)`;

export function insertApplicationSummaries(db: Db, inputs: readonly ApplicationSummaryInput[]): void {
  const sql = `INSERT INTO application_summaries (application_id, client_id, consultant_id, client_name, consultant_sort,
      platform_sort, kind_sort, stage_sort, opened_at_ms, since_at_ms, due_sort, hour_at_ms, missing_sort,
      number_sort, account_name)
    SELECT a.id, a.client_id, a.consultant_id, wanted.value ->> '$.clientOrder', wanted.value ->> '$.consultantOrder',
      wanted.value ->> '$.platform', wanted.value ->> '$.kind', wanted.value ->> '$.stage', a.opened_at_ms,
      a.stage_since_at_ms, coalesce(o.internal_on, o.legal_on, '${noDate}'),
      CASE o.unit WHEN 'hour' THEN o.legal_at_ms END, wanted.value ->> '$.missing',
      wanted.value ->> '$.numberOrder', wanted.value ->> '$.accountOrder'
    FROM json_each(?) AS wanted CROSS JOIN applications a ON a.id = wanted.value ->> '$.applicationId'
      LEFT JOIN obligations o ON o.id = ${clock}`;
  statement(db, sql).run(JSON.stringify(inputs));
}

/** Of all that are in this consultant's charge. */
export function setConsultantOrder(db: Db, consultantId: string, order: string): void {
  const sql = `UPDATE application_summaries SET consultant_sort = @order
    WHERE consultant_id = @consultantId AND consultant_sort <> @order`;
  statement(db, sql).run({ consultantId, order });
}
