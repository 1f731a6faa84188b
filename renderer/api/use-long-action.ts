import { useCallback, useState } from 'react';
import { resultOf } from '#shared/contract/work.ts';
import type { WorkStep, Working } from '#shared/contract/work.ts';
import { useAction } from './use-action.ts';

interface Changed {
  readonly changeId: string | null;
}

/** As `useAction`, for a change of many rows: `progress` is there while it is written. */
export function useLongAction() {
  const act = useAction();
  const [progress, setProgress] = useState<Working | null>(null);
  const run = useCallback(
    async <T extends Changed>(
      start: () => PromiseLike<AsyncIterable<WorkStep<T>>>,
      doneMessage: string,
      isKnown?: (error: unknown) => boolean,
    ): Promise<T | undefined> => {
      try {
        return await act(() => resultOf(start(), setProgress), doneMessage, isKnown);
      } finally {
        setProgress(null);
      }
    },
    [act],
  );
  return { progress, run };
}
