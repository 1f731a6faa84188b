import type { ApplicationDetails } from '#shared/contract/applications.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { RefusalReason } from '#shared/contract/refusal.ts';
import type { CallOutcome } from '#shared/domain/missed-calls.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { callsOf, hasCall, standingOf } from './queries.ts';

export interface NewCall {
  readonly applicationId: string;
  readonly outcome: CallOutcome;
  /** Left out, the call was now. */
  readonly atMs?: number | undefined;
  readonly remark: string | null;
}

/** The reviewer's calls about an application, the oldest first. */
export function callsOfApplication({ db }: Pick<Backend, 'db'>, id: string): ApplicationDetails['calls'] {
  return callsOf(db, id).map(({ at_ms, ...call }) => ({ ...call, atMs: at_ms }));
}

/**
 * Notes a call of the platform's reviewer; the stage stays what it is. Throws AppError NOT_FOUND, or
 * ACTION_NOT_ALLOWED for a moment that has not come yet, or that lies before the order was submitted.
 */
export function recordCall(backend: Backend, { applicationId, outcome, atMs, remark }: NewCall) {
  const { changeId, result } = backend.changes.record('calls.record', (change) => {
    const standing = standingOf(backend.db, applicationId);
    if (standing === undefined) throw new AppError('NOT_FOUND', { what: 'applications', id: applicationId });
    const { stage, submitted_at_ms: submittedAtMs } = standing;
    const calledAtMs = atMs ?? change.atMs;
    const refuse = (reason: RefusalReason) =>
      new AppError('ACTION_NOT_ALLOWED', { action: 'recordCall', stage, reason });
    if (calledAtMs > change.atMs) throw refuse('in_future');
    if (submittedAtMs === null || calledAtMs < minuteOf(submittedAtMs))
      throw refuse('call_before_submission');
    return change.insert('calls', {
      application_id: applicationId,
      at_ms: calledAtMs,
      outcome,
      remark: remark === '' ? null : remark,
    });
  });
  return { changeId, id: result };
}

/** People know the minute of a call, the program the millisecond of a submission. */
const minuteOf = (atMs: number): number => Math.floor(atMs / 60_000) * 60_000;

/** Takes a call out of the log. Throws AppError NOT_FOUND. */
export function removeCall(backend: Backend, id: string) {
  const { changeId } = backend.changes.record('calls.remove', (change) => {
    if (!hasCall(backend.db, id)) throw new AppError('NOT_FOUND', { what: 'calls', id });
    change.remove('calls', id);
  });
  return { changeId };
}

/** Within the change that moves their application to the trash. */
export function trashCallsOf({ db }: Pick<Backend, 'db'>, change: Change, applicationId: string): void {
  for (const { id } of callsOf(db, applicationId)) change.remove('calls', id);
}
