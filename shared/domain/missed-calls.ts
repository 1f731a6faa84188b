import type { ReviewerCall } from './rule-pack.ts';

/**
 * How many of the reviewer's calls were missed, of how many that end the order. A missed call is recorded as a return
 * with the reason that the pack names for it; where it names none, nothing is counted.
 */
export function missedCalls(
  returns: readonly { readonly reasonCode?: string | null }[],
  { reasonCode, missedCallsToFail }: ReviewerCall,
): { readonly missed: number; readonly toFail: number } {
  const missed = returns.filter((one) => reasonCode !== undefined && one.reasonCode === reasonCode).length;
  return { missed, toFail: missedCallsToFail };
}
