/** A sum of platform fees in fen; `hasUnknown` when something was charged, or not, that nobody knows. */
export type FeeSum = { readonly knownFen: number; readonly hasUnknown: boolean };

/** What the platform has charged for some attempts: the fees that are known, and whether there are others. */
export function feesCharged(attempts: readonly { readonly feeFen: number | null }[]): FeeSum {
  return {
    knownFen: attempts.reduce((sum, { feeFen }) => sum + (feeFen ?? 0), 0),
    hasUnknown: attempts.some(({ feeFen }) => feeFen === null),
  };
}
