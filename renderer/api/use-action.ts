import { useCallback } from 'react';
import type { Reverted } from '#shared/contract/history.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { hideOfferOfUndo, showToast } from '#renderer/components/toast.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApi } from './api.tsx';
import { shownError } from './app-error.ts';
import type { ShownError } from './app-error.ts';
import { useFailures } from './failures.tsx';
import { useActionWords, useRevertedWords } from './use-action-words.ts';
import { useFollowed } from './use-followed.ts';

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
          showToast({ message: doneMessage, undo: { changeId, run: () => takeBack(changeId) } });
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
  return useCallback(
    (changeId) => void revert((signal) => backend.history.undoing({ changeId }, { signal })),
    [backend, revert],
  );
}

/** Takes back the latest change and says so. */
export function useUndo(): () => void {
  const { backend } = useApi();
  const revert = useRevert('undone');
  return useCallback(
    () => void revert((signal) => backend.history.undoing({}, { signal })),
    [backend, revert],
  );
}

/** Does again what was undone last. */
export function useRedo(): () => void {
  const { backend } = useApi();
  const revert = useRevert('redone');
  return useCallback(
    () => void revert((signal) => backend.history.redoing(undefined, { signal })),
    [backend, revert],
  );
}

/** Says what is no failure: there is nothing left to do, or not any more, or something is being written. */
function useInItsWay(done: 'undone' | 'redone') {
  const t = useT();
  const format = useFormat();
  const wordsOf = useActionWords();
  return useCallback(
    (error: ShownError | null): string | undefined => {
      if (error?.code === 'CHANGE_UNDER_WAY')
        return t('components.action.waits', { action: wordsOf(String(error.data.action)) });
      if (error?.code === 'REDO_ENDED') {
        const at = format.moment(Number(error.data.atMs), Date.now());
        return t('components.action.redoEnded', { action: wordsOf(String(error.data.action)), at });
      }
      if (error?.code !== 'NOTHING_TO_UNDO') return undefined;
      return t(done === 'undone' ? 'components.action.nothingUndone' : 'components.action.nothingRedone');
    },
    [done, t, format, wordsOf],
  );
}

function useRevert(done: 'undone' | 'redone') {
  const { report } = useFailures();
  const follow = useFollowed();
  const t = useT();
  const wordsOf = useRevertedWords();
  const inItsWay = useInItsWay(done);
  return useCallback(
    (call: (signal: AbortSignal) => PromiseLike<AsyncIterable<WorkStep<Reverted>>>): Promise<void> =>
      follow(t(`bulk.running.${done}`), call, { figures: 'records' })
        .then((reverted) => {
          if (reverted === undefined) return;
          hideOfferOfUndo(reverted.revertedId);
          showToast({ message: t(`components.action.${done}`, { action: wordsOf(reverted) }) });
        })
        .catch((error: unknown) => {
          const message = inItsWay(shownError(error));
          if (message === undefined) report(error, 'long_work');
          else showToast({ message, isNote: true });
        }),
    [done, follow, inItsWay, report, t, wordsOf],
  );
}
