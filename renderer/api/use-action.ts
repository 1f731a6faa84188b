import { useCallback } from 'react';
import { showToast } from '#renderer/components/toast.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApi } from './api.tsx';
import { useFailures } from './failures.tsx';

interface Changed {
  /** Null when nothing was different. */
  readonly changeId: string | null;
}

/**
 * Runs a call that changes something: `act(() => api.backend.clients.trash({ id }), t('clients.trashed'))`. Says what
 * was done, with Undo, or shows the failure, unless `isKnown` says that the caller has shown it. Resolves with the call's
 * answer, or undefined when it failed.
 */
export function useAction() {
  const { report } = useFailures();
  const undo = useUndo();
  return useCallback(
    async <T extends Changed>(
      work: () => Promise<T>,
      doneMessage?: string,
      isKnown?: (error: unknown) => boolean,
    ): Promise<T | undefined> => {
      try {
        const result = await work();
        if (doneMessage !== undefined && result.changeId !== null)
          showToast({ message: doneMessage, onUndo: undo });
        return result;
      } catch (error) {
        if (isKnown?.(error) !== true) report(error);
        return undefined;
      }
    },
    [report, undo],
  );
}

/** Takes back the latest change and says so. */
export function useUndo(): () => void {
  return useRevert('undo');
}

/** Does again what was undone last. */
export function useRedo(): () => void {
  return useRevert('redo');
}

function useRevert(side: 'undo' | 'redo'): () => void {
  const { backend } = useApi();
  const { report } = useFailures();
  const t = useT();
  return useCallback(() => {
    backend.history[side]()
      .then(() => showToast({ message: t(`components.action.${side === 'undo' ? 'undone' : 'redone'}`) }))
      .catch(report);
  }, [backend, report, side, t]);
}
