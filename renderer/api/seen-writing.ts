import { ORPCError } from '@orpc/client';
import type { BulkOutcome } from '#shared/contract/bulk.ts';
import type { SeenWritten } from '#renderer/components/use-seen-save.ts';
import type { BulkChange } from './use-bulk-change.ts';

/**
 * Resolves once the writing is under way, or with what kept it from that: the rows are otherwise than they were seen, or
 * another failure, which `run` has reported, or the user. A failure of later on is reported, whatever it is.
 */
export function seenWriting(
  run: (change: BulkChange) => Promise<BulkOutcome | undefined>,
  change: Omit<BulkChange, 'onBegun' | 'isKnown'>,
  onStale?: () => void,
): Promise<SeenWritten> {
  return new Promise((resolve) => {
    let isBegun = false;
    void run({
      ...change,
      onBegun() {
        isBegun = true;
        resolve('written');
      },
      isKnown(error) {
        if (isBegun || !(error instanceof ORPCError) || error.code !== 'STALE') return false;
        onStale?.();
        resolve('stale');
        return true;
      },
    }).then((outcome) => resolve(outcome === undefined ? 'failed' : 'written'));
  });
}
