import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import type { BackendClient, ShellClient } from './connect.ts';

export function createApi(backend: BackendClient, shell: ShellClient) {
  return {
    /** Calls of the contract, as promises and streams. */
    backend,
    /** What the main process does for this window: dialogs, printing, the frame's looks. */
    shell,
    /** Query options for TanStack Query: `query.clients.list.queryOptions({ input })`. */
    query: createTanstackQueryUtils(backend),
  };
}

export type Api = ReturnType<typeof createApi>;

const ApiContext = createContext<Api | undefined>(undefined);

interface ApiProviderProps {
  readonly api: Api;
  readonly children: ReactNode;
}

export function ApiProvider({ api, children }: ApiProviderProps) {
  return <ApiContext value={api}>{children}</ApiContext>;
}

/** The page's connection to the backend and the shell. */
export function useApi(): Api {
  const api = use(ApiContext);
  if (api === undefined) throw new Error('useApi is used outside of ApiProvider');
  return api;
}
