import { ORPCError } from '@orpc/client';
import { useQueryClient } from '@tanstack/react-query';
import { useBulkChange } from './use-bulk-change.ts';
import type { BulkChange } from './use-bulk-change.ts';

/** As `useBulkChange`; `write` is for rows as they were seen. */
export function useSeenChange() {
  const queryClient = useQueryClient();
  const { isBusy, run } = useBulkChange();
  /** Resolves once it is under way, with false when the rows are otherwise than they were seen. */
  const write = (change: Omit<BulkChange, 'onBegun' | 'isKnown'>): Promise<boolean> =>
    new Promise((resolve) => {
      void run({
        ...change,
        onBegun: () => resolve(true),
        isKnown: (error) => {
          if (!(error instanceof ORPCError) || error.code !== 'STALE') return false;
          void queryClient.invalidateQueries();
          resolve(false);
          return true;
        },
      }).then(() => resolve(true));
    });
  return { isBusy, run, write };
}
