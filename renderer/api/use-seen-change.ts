import { useQueryClient } from '@tanstack/react-query';
import type { SeenWritten } from '#renderer/components/use-seen-save.ts';
import { askAgain } from './ask-again.ts';
import { seenWriting } from './seen-writing.ts';
import { useBulkChange } from './use-bulk-change.ts';
import type { BulkChange } from './use-bulk-change.ts';

/** As `useBulkChange`; `write` is for rows as they were seen, and for dialogs that stay open until it is under way. */
export function useSeenChange() {
  const queryClient = useQueryClient();
  const { isBusy, run } = useBulkChange();
  const write = (change: Omit<BulkChange, 'onBegun' | 'isKnown'>): Promise<SeenWritten> =>
    seenWriting(run, change, () => askAgain(queryClient));
  return { isBusy, run, write };
}
