import { useCallback } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApi } from './api.tsx';
import { useAction } from './use-action.ts';

/** Saves what a client answers to a question of the category lists, as a change that can be taken back. */
export function useSaveAnswer(clientId: string): (questionId: string, isYes: boolean | null) => void {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  return useCallback(
    (questionId, isYes) =>
      void act(
        () => backend.clients.setAnswer({ clientId, questionId, isYes }),
        t(isYes === null ? 'components.answer.cleared' : 'components.answer.saved'),
      ),
    [act, backend, clientId, t],
  );
}
