import { isClosed, isInPreparation } from '#shared/domain/application.ts';
import { checklistCounts } from '#shared/domain/checklist-state.ts';
import type { ApplicationFacts } from '#shared/domain/client-facts.ts';
import { areCallsSpent } from '#shared/domain/missed-calls.ts';
import type { Backend } from '#backend/backend.ts';
import { callsOfApplication } from '#backend/calls/service.ts';
import { readChecklists, requirementStates } from './checklist.ts';
import { packOfApplication } from './pack-of.ts';
import { countBlockers } from './pre-check.ts';
import { progressOf } from './progress.ts';
import { applicationsOfClient, attemptsOf } from './queries.ts';
import type { ApplicationRecord, AttemptRecord } from './queries.ts';

function callsAreSpent(
  backend: Backend,
  record: ApplicationRecord,
  attempts: readonly AttemptRecord[],
): boolean {
  const { reviewerCall } = packOfApplication(backend, record).pack;
  if (reviewerCall === null) return false;
  const returns = attempts
    .filter(({ returned_at_ms }) => returned_at_ms !== null)
    .map(({ reason_code, returned_at_ms }) => ({ reasonCode: reason_code, returnedAtMs: returned_at_ms }));
  return areCallsSpent({ calls: callsOfApplication(backend, record.id), returns }, reviewerCall);
}

/** A client's applications under way, as the duties see them. */
export function applicationFacts(backend: Backend, clientId: string): ApplicationFacts[] {
  const open = applicationsOfClient(backend.db, clientId).filter(({ stage }) => !isClosed(stage));
  if (open.length === 0) return [];
  const checklists = readChecklists(backend, open);
  const attempts = attemptsOf(
    backend.db,
    open.map(({ id }) => id),
  );
  return open.map((record) => {
    const own = attempts.filter((attempt) => attempt.application_id === record.id);
    const missing = checklistCounts(requirementStates(checklists.get(record.id) ?? [])).open;
    const isComplete = isInPreparation(record.stage) && missing === 0;
    return {
      applicationId: record.id,
      accountId: record.account_id,
      progress: progressOf(record, own),
      rulePack: { id: record.rule_pack_id, version: record.rule_pack_version },
      missingRequiredCount: missing,
      // The pre-check is asked only where nothing else stands in the way: it reads all that the client has.
      ...(isComplete && { blockerCount: countBlockers(backend, record) }),
      areCallsSpent: callsAreSpent(backend, record, own),
      ...(record.consultant_id !== null && { consultantId: record.consultant_id }),
    };
  });
}
