/** How long one part may take: other calls wait no longer than this, and for the disk. */
const partMs = 40;
/** Items of the first part, before it is known how long one takes. */
export const firstPart = 8;

/**
 * Towards the size that takes as long as a part may; at most twice as many as before, and at least half: one part in some
 * also brings what was written to its place in the file, and waits for a slow disk whatever its size.
 */
export function sizeAfter(size: number, tookMs: number): number {
  const wanted = Math.floor((size * partMs) / Math.max(tookMs, 0.1));
  return Math.max(1, Math.floor(size / 2), Math.min(wanted, size * 2));
}
