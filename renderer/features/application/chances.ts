import type { ApplicationDetails } from '#shared/contract/applications.ts';
import type { Stage } from '#shared/domain/application.ts';
import { isReview } from '#shared/domain/order-path.ts';
import { feesCharged } from '#shared/domain/platform-fees.ts';
import type { FeeSum } from '#shared/domain/platform-fees.ts';

/** The refill chances of an application; `using` is the one being prepared or reviewed. */
export interface Chances {
  /** Null where no limit is known. */
  readonly max: number | null;
  readonly spent: number;
  readonly using: 0 | 1;
  readonly left: number | null;
}

export function chancesOf({ application, attempts, refillMax }: ApplicationDetails): Chances {
  const refills = application.stage === 'returned' ? attempts.length : Math.max(0, attempts.length - 1);
  const isBeingUsed = refills > 0 && (application.stage === 'returned' || isReview(application.stage));
  const using = isBeingUsed ? 1 : 0;
  return {
    max: refillMax,
    spent: refills - using,
    using,
    left: refillMax === null ? null : Math.max(0, refillMax - refills),
  };
}

/** What the platform has charged for this application. */
export const platformFeesPaid = ({ attempts }: ApplicationDetails): FeeSum => feesCharged(attempts);

/** What becomes of the platform's fee: it is never paid back. */
export type FeeFate = 'to_come' | 'at_stake' | 'spent' | 'lost';

export function feeFate(stage: Stage, { knownFen, hasUnknown }: FeeSum): FeeFate {
  switch (stage) {
    case 'collecting':
    case 'awaiting_authorisation':
    case 'awaiting_payment':
      return 'to_come';
    case 'pre_review':
    case 'awaiting_confirmation':
    case 'in_review':
    case 'returned':
      return 'at_stake';
    case 'passed':
      return 'spent';
    case 'failed':
      return 'lost';
    case 'withdrawn':
      return knownFen > 0 || hasUnknown ? 'lost' : 'to_come';
  }
}
