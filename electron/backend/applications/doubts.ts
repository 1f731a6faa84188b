import type { ApplicationStep } from '#shared/contract/applications.ts';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { checklistCounts } from '#shared/domain/checklist-state.ts';
import { clocksOf, runningClock } from '#shared/domain/clocks.ts';
import { stepDoubtsOf } from '#shared/domain/step-doubts.ts';
import type { StepDoubt } from '#shared/domain/step-doubts.ts';
import type { Backend } from '#backend/backend.ts';
import { readChecklists, requirementStates } from './checklist.ts';
import { packOfApplication } from './pack-of.ts';
import { countBlockers } from './pre-check.ts';
import { progressOf } from './progress.ts';
import { attemptsOf, findAccount } from './queries.ts';
import type { ApplicationRecord } from './queries.ts';

/** What is doubtful about a step of an application as it stands; a fact is recorded nevertheless. */
export function doubtsAbout(
  backend: Backend,
  record: ApplicationRecord,
  { atMs = backend.clock.nowMs(), ...step }: ApplicationStep,
): StepDoubt[] {
  const { db, calendar } = backend;
  const { pack } = packOfApplication(backend, record);
  const progress = progressOf(record, attemptsOf(db, [record.id]));
  const until = findAccount(db, record.account_id)?.certified_until_on ?? null;
  return stepDoubtsOf(
    { ...step, atMs },
    {
      kind: record.kind,
      running: runningClock(clocksOf(progress, pack, calendar, backend.clock.nowMs())),
      validity: pack.validity,
      certifiedUntil: until === null ? null : calendarDate(until),
      heldBackBy: step.kind === 'submit' || step.kind === 'resubmit' ? heldBackBy(backend, record) : 0,
    },
  );
}

function heldBackBy(backend: Backend, record: ApplicationRecord): number {
  const items = readChecklists(backend, [record]).get(record.id) ?? [];
  return Math.max(checklistCounts(requirementStates(items)).open, countBlockers(backend, record));
}
