const DAY_MS = 86_400_000;

/**
 * The moment at which the platform opens the annual review of a certification whose exact end is known: so many times
 * 24 hours before it. Instants in milliseconds.
 */
export const reviewOpensAt = (endAtMs: number, daysBefore: number): number => endAtMs - daysBefore * DAY_MS;
