import { useCallback } from 'react';
import type { ClientFields } from '#shared/contract/clients.ts';
import type { Api } from '#renderer/api/api.tsx';
import { useApi } from '#renderer/api/api.tsx';
import { useSave } from '#renderer/api/use-save.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';

type ClientSave = Pick<Parameters<Api['backend']['clients']['update']>[0], 'base' | 'changes'>;

/** Saves fields of the client against what the page shows; resolves with false when it was refused. */
export function useSaveClient(): (changes: Partial<ClientFields>) => Promise<boolean> {
  const t = useT();
  const { backend } = useApi();
  const save = useSave();
  const { client } = useClient().details;
  return useCallback(
    async (changes) => {
      const fields = Object.keys(changes);
      const base: Partial<ClientFields> = Object.fromEntries(
        Object.entries(client).filter(([field]) => fields.includes(field)),
      );
      const { id } = client;
      const write = (fields: ClientSave) => backend.clients.update({ id, ...fields });
      const saved = await save({ rowId: id, base, changes, write, isInline: true }, t('client.saved'));
      return saved !== undefined;
    },
    [save, backend, client, t],
  );
}
