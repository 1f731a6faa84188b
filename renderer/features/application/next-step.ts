import type { Stage } from '#shared/domain/application.ts';
import type { ApplicationActionKind } from '#shared/domain/stages.ts';
import type { OrderEnd } from './order-end.ts';

/** What the page's one filled button does; `result` asks which of the platform's answers it was. */
export type PrimaryStep = 'submit' | 'authorise' | 'pay' | 'pre_approve' | 'confirm' | 'result' | 'resubmit';

/** How an order may have ended or gone on, as it is looked up on the platform. */
export type ResultStep = Exclude<ApplicationActionKind, 'submit' | 'pre_approve' | 'withdraw'>;

/** The next step that fits the stage; an order that is over by the rules is looked up. None once it is closed. */
export function primaryStepOf(stage: Stage, end: OrderEnd | null): PrimaryStep | null {
  return end === null ? stepOfStage(stage) : 'result';
}

/** What may be recorded as its result: after its end by the rules first of all that it has failed. */
export function resultsOf(allowed: readonly ApplicationActionKind[], end: OrderEnd | null): ResultStep[] {
  const results = allowed.filter(isResult);
  return end === null ? results : [...results.filter(isEnd), ...results.filter((step) => !isEnd(step))];
}

const isResult = (step: ApplicationActionKind): step is ResultStep =>
  step !== 'submit' && step !== 'pre_approve' && step !== 'withdraw';

const isEnd = (step: ResultStep): boolean => step === 'fail' || step.endsWith('_lapsed');

function stepOfStage(stage: Stage): PrimaryStep | null {
  switch (stage) {
    case 'collecting':
      return 'submit';
    case 'awaiting_authorisation':
      return 'authorise';
    case 'awaiting_payment':
      return 'pay';
    case 'pre_review':
      return 'pre_approve';
    case 'awaiting_confirmation':
      return 'confirm';
    case 'in_review':
      return 'result';
    case 'returned':
      return 'resubmit';
    case 'passed':
    case 'failed':
    case 'withdrawn':
      return null;
  }
}

/** Handing papers in waits for them; what the platform or the client did is recorded as it happened. */
export const waitsForPapers = (step: PrimaryStep): boolean => step === 'submit' || step === 'resubmit';

/** Required items that hold the step back; 0 when it may be done. */
export const openBefore = (step: PrimaryStep, openCount: number): number =>
  waitsForPapers(step) ? openCount : 0;

/** The steps of the menu beside the button, in the order of the rules. A locked step is there too, as a fact to record. */
export function menuSteps(
  primary: PrimaryStep | null,
  allowed: readonly ApplicationActionKind[],
  locked: boolean,
): ApplicationActionKind[] {
  return allowed.filter((step) => locked || step !== primary);
}
