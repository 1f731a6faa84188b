import type { ApplicationProgress, Attempt } from '#shared/domain/stages.ts';
import type { ApplicationRecord, AttemptRecord } from './queries.ts';

/** The facts that the domain works with, from the rows of one application. */
export function progressOf(
  record: ApplicationRecord,
  attempts: readonly AttemptRecord[],
): ApplicationProgress {
  return {
    kind: record.kind,
    stage: record.stage,
    entityType: record.entity_type,
    openedAtMs: record.opened_at_ms,
    stageSinceAtMs: record.stage_since_at_ms,
    ...present('submittedAtMs', record.submitted_at_ms),
    ...present('authorisedAtMs', record.authorised_at_ms),
    ...present('paidAtMs', record.paid_at_ms),
    ...present('preReviewedAtMs', record.pre_reviewed_at_ms),
    ...present('confirmedAtMs', record.confirmed_at_ms),
    ...present('reviewedAtMs', record.reviewed_at_ms),
    ...present('firstReturnedAtMs', record.first_returned_at_ms),
    ...present('closedAtMs', record.closed_at_ms),
    attempts: attempts.map(attemptOf),
  };
}

function attemptOf(record: AttemptRecord): Attempt {
  return {
    attemptNo: record.attempt_no,
    submittedAtMs: record.submitted_at_ms,
    outcome: record.outcome,
    ...present('returnedAtMs', record.returned_at_ms),
    ...present('reasonCode', record.reason_code),
    ...present('reasonText', record.reason_text),
    feeFen: record.fee_fen,
  };
}

function present<K extends string, V>(key: K, value: V | null): Partial<Record<K, V>> {
  return value === null ? {} : ({ [key]: value } as Record<K, V>);
}
