import { useCallback } from 'react';
import { showToast } from '#renderer/components/toast.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApi } from './api.tsx';
import { useFailures } from './failures.tsx';
import { useActionWords } from './use-action-words.ts';

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
  const takeBack = useTakeBack();
  return useCallback(
    async <T extends Changed>(
      work: () => Promise<T>,
      doneMessage?: string,
      isKnown?: (error: unknown) => boolean,
    ): Promise<T | undefined> => {
      try {
        const result = await work();
        const { changeId } = result;
        if (doneMessage !== undefined && changeId !== null)
          showToast({ message: doneMessage, onUndo: () => takeBack(changeId) });
        return result;
      } catch (error) {
        if (isKnown?.(error) !== true) report(error);
        return undefined;
      }
    },
    [report, takeBack],
  );
}

/** Takes back one change, whatever was done since, and says so; or says what is in its way. */
export function useTakeBack(): (changeId: string) => void {
  const { backend } = useApi();
  const revert = useRevert('undone');
  return useCallback((changeId) => void revert(() => backend.history.undo({ changeId })), [backend, revert]);
}

/** Takes back the latest change and says so. */
export function useUndo(): () => void {
  const { backend } = useApi();
  const revert = useRevert('undone');
  return useCallback(() => void revert(() => backend.history.undo({})), [backend, revert]);
}

/** Does again what was undone last. */
export function useRedo(): () => void {
  const { backend } = useApi();
  const revert = useRevert('redone');
  return useCallback(() => void revert(() => backend.history.redo()), [backend, revert]);
}

function useRevert(done: 'undone' | 'redone') {
  const { report } = useFailures();
  const t = useT();
  const wordsOf = useActionWords();
  return useCallback(
    (call: () => Promise<{ readonly action: string }>): Promise<void> =>
      call()
        .then(
          ({ action }) =>
            void showToast({ message: t(`components.action.${done}`, { action: wordsOf(action) }) }),
        )
        .catch(report),
    [done, report, t, wordsOf],
  );
}
