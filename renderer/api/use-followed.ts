import { useCallback } from 'react';
import { resultOf } from '#shared/contract/work.ts';
import type { WorkStep, Working } from '#shared/contract/work.ts';
import { hideToast, showRunning, showToast } from '#renderer/components/toast.tsx';
import { useProgressFigures } from '#renderer/components/use-progress-figures.ts';
import type { ProgressUnit } from '#renderer/components/use-progress-figures.ts';
import { useT } from '#renderer/i18n/use-t.ts';

interface FollowedOptions {
  readonly onStep?: (() => void) | undefined;
  /** What is said of one that was cancelled, where something of it stays. */
  readonly cancelled?: string;
  /** How far it is: the unit in which it counts, or words of its own. */
  readonly figures: ProgressUnit | (() => string);
}

/** A short one is told by its result alone. */
const quietMs = 1000;

/**
 * Follows a long change to its result and, beyond a second, says how far it is wherever the user is, with a way to cancel
 * it. Resolves with undefined when it was cancelled; unless told otherwise, nothing is changed then. Throws what the work throws.
 */
export function useFollowed() {
  const t = useT();
  const figuresOf = useProgressFigures();
  return useCallback(
    async <Result>(
      title: string,
      start: (signal: AbortSignal) => PromiseLike<AsyncIterable<WorkStep<Result>>>,
      { onStep, cancelled, figures }: FollowedOptions,
    ): Promise<Result | undefined> => {
      const own = new AbortController();
      const { signal } = own;
      const id = `running-${crypto.randomUUID()}`;
      let latest: Working = { kind: 'working', done: 0, total: 0 };
      const tell = (): void => {
        const { done, total } = latest;
        showRunning(id, {
          title,
          figures: total > 0 && (typeof figures === 'string' ? figuresOf(figures, done, total) : figures()),
          share: total === 0 ? null : done / total,
          onCancel: () => own.abort(),
        });
      };
      const beginsMs = performance.now();
      const timer = setTimeout(tell, quietMs);
      try {
        return await resultOf(start(signal), (step) => {
          latest = step;
          onStep?.();
          if (!signal.aborted && performance.now() - beginsMs >= quietMs) tell();
        });
      } catch (error) {
        if (!signal.aborted) throw error;
        showToast({ message: cancelled ?? t('bulk.cancelled', { title }) });
        return undefined;
      } finally {
        clearTimeout(timer);
        hideToast(id);
      }
    },
    [figuresOf, t],
  );
}
