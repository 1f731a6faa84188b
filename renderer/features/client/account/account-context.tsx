import { createContext, use } from 'react';
import type { AccountDetails } from '#shared/contract/account-pages.ts';

const AccountContext = createContext<AccountDetails | undefined>(undefined);

export const AccountProvider = AccountContext;

/** The account that the page is about. */
export function useAccount(): AccountDetails {
  const value = use(AccountContext);
  if (value === undefined) throw new Error('useAccount is used outside of an account page');
  return value;
}
