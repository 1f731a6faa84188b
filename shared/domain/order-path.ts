import type { PathStage, Stage } from './application.ts';
import type { ClockId, RulePack } from './rule-pack.ts';

type Path = Pick<RulePack, 'path'>;

/** The stage that follows on a pack's path; undefined after the last one, where only the result is left. */
export function stageAfter({ path }: Path, stage: 'collecting' | PathStage): PathStage | undefined {
  return stage === 'collecting' ? path[0] : path[path.indexOf(stage) + 1];
}

/** Whether a recorded step is the pass of an order that has gone all the way. */
export function isLastStep({ path }: Path, step: string): boolean {
  if (step === 'pass') return path.at(-1) === 'in_review';
  return step === 'confirm' && path.at(-1) === 'awaiting_confirmation';
}

/** The stage in which the platform first looks at the papers; undefined where nothing is reviewed. */
export function firstReviewOf({ path }: Path): PathStage | undefined {
  return path.find(isReview);
}

/** Whether the papers lie with the reviewers in this stage. */
export const isReview = (stage: Stage): stage is 'pre_review' | 'in_review' =>
  stage === 'pre_review' || stage === 'in_review';

/** Whether an order can stand in a stage under these rules. */
export const leadsThrough = ({ path }: Path, stage: Stage): boolean =>
  stage === 'collecting' ||
  (stage === 'returned' ? path.some(isReview) : path.some((each) => each === stage));

/** Whether the order's fee is still to be paid. */
export function isBeforePayment({ path }: Path, stage: Stage): boolean {
  const order: readonly Stage[] = ['collecting', ...path];
  const paidAt = order.indexOf('awaiting_payment');
  return paidAt !== -1 && order.includes(stage) && order.indexOf(stage) <= paidAt;
}

/** The clock that runs while an order stands in a stage; none before it is handed in and once it is closed. */
export function clockOfStage(stage: PathStage): ClockId;
export function clockOfStage(stage: Stage): ClockId | undefined;
export function clockOfStage(stage: Stage): ClockId | undefined {
  switch (stage) {
    case 'awaiting_authorisation':
      return 'authorisation';
    case 'awaiting_payment':
      return 'payment';
    case 'pre_review':
      return 'pre_review';
    case 'awaiting_confirmation':
      return 'confirmation';
    case 'in_review':
      return 'review';
    case 'returned':
      return 'refill';
    case 'collecting':
    case 'passed':
    case 'failed':
    case 'withdrawn':
      return undefined;
  }
}

/** Whether an order under review can be taken back: where nothing is known of it, the fact is recorded as it happened. */
export const canWithdrawFromReview = ({ withdrawal }: Pick<RulePack, 'withdrawal'>): boolean =>
  withdrawal?.inReview ?? true;
