import type { ApplicationDetails } from '#shared/contract/applications.ts';
import type { Stage } from '#shared/domain/application.ts';
import { feesCharged } from '#shared/domain/platform-fees.ts';
import type { FeeSum } from '#shared/domain/platform-fees.ts';
import { refillChances } from '#shared/domain/refill-chances.ts';
import type { RefillChances } from '#shared/domain/refill-chances.ts';

export const chancesOf = ({ application, attempts, refillMax }: ApplicationDetails): RefillChances =>
  refillChances(application.stage, attempts.length, refillMax);

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
