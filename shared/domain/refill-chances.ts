import type { Stage } from './application.ts';
import { isReview } from './order-path.ts';

/** The refill chances of an application; `using` is the one being prepared or reviewed. */
export interface RefillChances {
  /** Null where no limit is known. */
  readonly max: number | null;
  readonly spent: number;
  readonly using: 0 | 1;
  readonly left: number | null;
}

/** `attempts` counts the submissions so far; `max` is how many refills the rules allow, null where they do not say. */
export function refillChances(stage: Stage, attempts: number, max: number | null): RefillChances {
  const refills = stage === 'returned' ? attempts : Math.max(0, attempts - 1);
  const isBeingUsed = refills > 0 && (stage === 'returned' || isReview(stage));
  const using = isBeingUsed ? 1 : 0;
  return { max, spent: refills - using, using, left: max === null ? null : Math.max(0, max - refills) };
}
