/** What was looked at is let go of so soon: whoever goes through hundreds of papers keeps none of them. */
export const keptMs = 2000;
