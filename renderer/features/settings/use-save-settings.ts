import { useCallback } from 'react';
import type { z } from 'zod';
import type { settingsChange } from '#shared/contract/settings.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useT } from '#renderer/i18n/use-t.ts';

/** Saves settings as they are changed. */
export function useSaveSettings(): (change: z.infer<typeof settingsChange>) => void {
  const { backend } = useApi();
  const act = useAction();
  const t = useT();
  return useCallback(
    (change) => void act(() => backend.settings.set(change), t('settings.saved')),
    [act, backend, t],
  );
}
