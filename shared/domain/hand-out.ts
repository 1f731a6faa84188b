/** How a copy left: as a file, on paper, within the folder of a submission, or with everything about one person. */
export const handOutWays = ['file', 'print', 'submission', 'person'] as const;
export type HandOutWay = (typeof handOutWays)[number];

/**
 * What became of a copy. `not_written`: it was entered and then did not come about, such as a printing that was cancelled; the
 * entry comes first, so that no copy is without one.
 */
export const handOutOutcomes = ['returned', 'destroyed', 'not_written'] as const;
export type HandOutOutcome = (typeof handOutOutcomes)[number];

/** What somebody may say of a copy; that it did not come about only the program knows. */
export const saidOutcomes = ['returned', 'destroyed'] as const satisfies readonly HandOutOutcome[];
