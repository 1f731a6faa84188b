import type { ApplicationDetails } from '#shared/contract/applications.ts';
import { areCallsSpent } from '#shared/domain/missed-calls.ts';
import { isReview } from '#shared/domain/order-path.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { isOver } from '#shared/domain/step-doubts.ts';

/** Why an order is over by the rules although nobody has recorded its end. */
export type OrderEnd = 'clock_over' | 'no_refill' | 'calls_spent';

type Ordered = Pick<ApplicationDetails, 'calls' | 'refillMax' | 'running'> & {
  readonly application: Pick<ApplicationDetails['application'], 'stage' | 'closedAtMs'>;
  readonly attempts: readonly Pick<ApplicationDetails['attempts'][number], 'reasonCode' | 'returnedAtMs'>[];
};

/** Null while nothing says so, and for what was closed. */
export function orderEndOf(details: Ordered, pack: RulePack | undefined, nowMs: number): OrderEnd | null {
  const { application, attempts, calls, refillMax, running } = details;
  if (application.closedAtMs !== null) return null;
  if (running !== null && isOver(running.clock, nowMs)) return 'clock_over';
  if (application.stage === 'returned' && refillMax !== null && attempts.length > refillMax)
    return 'no_refill';
  // What was handed in and not answered, or sent back: before and after that nobody calls.
  const isWithReviewers = isReview(application.stage) || application.stage === 'returned';
  const call = isWithReviewers ? pack?.reviewerCall : null;
  return call && areCallsSpent({ calls, returns: attempts }, call) ? 'calls_spent' : null;
}
