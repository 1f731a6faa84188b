import { useCallback } from 'react';
import type { ClientFields } from '#shared/contract/clients.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';

/** Saves fields of the client against what the page shows; resolves with false when it was refused. */
export function useSaveClient(): (changes: Partial<ClientFields>) => Promise<boolean> {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { client } = useClient().details;
  return useCallback(
    async (changes) => {
      const fields = Object.keys(changes);
      const base: Partial<ClientFields> = Object.fromEntries(
        Object.entries(client).filter(([field]) => fields.includes(field)),
      );
      const saved = await act(
        () => backend.clients.update({ id: client.id, base, changes }),
        t('client.saved'),
      );
      return saved !== undefined;
    },
    [act, backend, client, t],
  );
}
