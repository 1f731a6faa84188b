import { useCallback } from 'react';
import type { AccountFields } from '#shared/contract/accounts.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useAccount } from './account-context.tsx';

/** Saves fields of the account against what the page shows; a refusal is told by the page. */
export function useSaveAccount(): (changes: Partial<AccountFields>) => void {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { account } = useAccount();
  return useCallback(
    (changes) => {
      const base: Partial<AccountFields> = Object.fromEntries(
        Object.entries(account).filter(([field]) => field in changes),
      );
      void act(() => backend.accounts.update({ id: account.id, base, changes }), t('client.saved'));
    },
    [act, backend, account, t],
  );
}
