import type { ApplicationDetails } from '#shared/contract/applications.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { CallOutcome } from '#shared/domain/missed-calls.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { callsOf, hasCall, stageOf } from './queries.ts';

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
 * ACTION_NOT_ALLOWED for a moment that has not come yet.
 */
export function recordCall(backend: Backend, { applicationId, outcome, atMs, remark }: NewCall) {
  const { changeId, result } = backend.changes.record('calls.record', (change) => {
    const stage = stageOf(backend.db, applicationId);
    if (stage === undefined) throw new AppError('NOT_FOUND', { what: 'applications', id: applicationId });
    const calledAtMs = atMs ?? change.atMs;
    if (calledAtMs > change.atMs)
      throw new AppError('ACTION_NOT_ALLOWED', { action: 'recordCall', stage, reason: 'in_future' });
    return change.insert('calls', {
      application_id: applicationId,
      at_ms: calledAtMs,
      outcome,
      remark: remark === '' ? null : remark,
    });
  });
  return { changeId, id: result };
}

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
