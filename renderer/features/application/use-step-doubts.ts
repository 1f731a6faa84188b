import type { ApplicationDetails, ApplicationStep } from '#shared/contract/applications.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { ApplicationAction } from '#shared/domain/stages.ts';
import { stepDoubtsOf } from '#shared/domain/step-doubts.ts';
import type { StepDoubt } from '#shared/domain/step-doubts.ts';
import { blockerCount } from './blocker-count.ts';
import { useCase } from './case-context.tsx';

/** What is doubtful about the step that a dialog holds; nothing while it holds none. */
export function useStepDoubts(step: ApplicationStep | undefined): readonly StepDoubt[] {
  const { details, pack, preCheck, nowMs } = useCase();
  if (step === undefined) return [];
  const action = { ...step, atMs: step.atMs ?? nowMs } as ApplicationAction;
  return stepDoubtsOf(action, {
    kind: details.application.kind,
    running: details.running?.clock,
    validity: pack?.validity ?? null,
    certifiedUntil: endOf(details),
    heldBackBy: Math.max(details.counts.open, blockerCount(preCheck)),
  });
}

const endOf = ({ account }: ApplicationDetails): CalendarDate | null => account.certifiedUntilOn;
