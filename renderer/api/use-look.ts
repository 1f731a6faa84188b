import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { resultOf } from '#shared/contract/work.ts';
import type { WorkStep, Working } from '#shared/contract/work.ts';

/** A long work that only reads: how far it is, and what came of it. */
export interface Look<Result> {
  readonly result: Result | undefined;
  /** Null until the work has told how far it is. */
  readonly progress: Working | null;
  readonly error: unknown;
  /** The user has ended it before its end. */
  readonly isStopped: boolean;
  readonly stop: () => void;
  readonly again: () => void;
}

/**
 * Follows a long work that reads, from when the component is there until it goes; done again when rows change, with the
 * former result on the screen. `key` names the work.
 */
export function useLook<Result>(
  key: readonly unknown[],
  start: (signal: AbortSignal) => PromiseLike<AsyncIterable<WorkStep<Result>>>,
): Look<Result> {
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<Working | null>(null);
  const [isStopped, setStopped] = useState(false);
  const queryKey = ['look', ...key];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => resultOf(start(signal), (step) => setProgress(signal.aborted ? null : step)),
    enabled: !isStopped,
    gcTime: 0,
    meta: { onChangeOnly: true },
  });
  return {
    result: data,
    progress,
    error,
    isStopped,
    stop() {
      setStopped(true);
      setProgress(null);
      void queryClient.cancelQueries({ queryKey });
    },
    again() {
      if (isStopped) setStopped(false);
      else void refetch();
    },
  };
}
