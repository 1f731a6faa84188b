import { useCallback } from 'react';
import type { AccountFields } from '#shared/contract/accounts.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useSave } from '#renderer/api/use-save.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useAccount } from './account-context.tsx';

/** Saves fields of the account against what the page shows. */
export function useSaveAccount(): (changes: Partial<AccountFields>) => void {
  const t = useT();
  const { backend } = useApi();
  const save = useSave();
  const { account } = useAccount();
  return useCallback(
    (changes) => {
      const { id } = account;
      const base: Partial<AccountFields> = Object.fromEntries(
        Object.entries(account).filter(([field]) => field in changes),
      );
      void save<AccountFields>(
        {
          rowId: id,
          base,
          changes,
          write: (fields) => backend.accounts.update({ id, ...fields }),
          isInline: true,
        },
        t('client.saved'),
      );
    },
    [save, backend, account, t],
  );
}
