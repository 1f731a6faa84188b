import type { ApplicationDetails } from '#shared/contract/applications.ts';
import type { Lapse } from '#shared/domain/lapse.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { lapsesOf, rejectedItemsOf } from './queries.ts';

/** The submissions of an application that never reached the reviewers, the oldest first. */
export function lapsesOfApplication({ db }: Pick<Backend, 'db'>, id: string): ApplicationDetails['lapses'] {
  return lapsesOf(db, id).map((row) => ({
    id: row.id,
    clockId: row.clock_id,
    submittedAtMs: row.submitted_at_ms,
    lapsedAtMs: row.lapsed_at_ms,
  }));
}

export function keepLapse(change: Change, applicationId: string, lapse: Lapse): void {
  change.insert('lapses', {
    application_id: applicationId,
    clock_id: lapse.clockId,
    submitted_at_ms: lapse.submittedAtMs,
    lapsed_at_ms: lapse.lapsedAtMs,
  });
}

/** The requirements whose papers the platform named at each return, by attempt. */
export function rejectedRequirements(
  { db }: Pick<Backend, 'db'>,
  applicationIds: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const byAttempt = new Map<string, string[]>();
  for (const { attempt_id: attemptId, requirement_id: requirementId } of rejectedItemsOf(db, applicationIds))
    byAttempt.set(attemptId, [...(byAttempt.get(attemptId) ?? []), requirementId]);
  return byAttempt;
}

export function keepRejections(change: Change, attemptId: string, requirementIds: readonly string[]): void {
  for (const requirementId of new Set(requirementIds))
    change.insert('rejected_items', { attempt_id: attemptId, requirement_id: requirementId });
}

/** Within the change that moves their application to the trash. */
export function trashLedgerOf({ db }: Pick<Backend, 'db'>, change: Change, applicationId: string): void {
  for (const { id } of lapsesOf(db, applicationId)) change.remove('lapses', id);
  for (const { id } of rejectedItemsOf(db, [applicationId])) change.remove('rejected_items', id);
}
