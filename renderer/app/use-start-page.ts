import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { useFirmKey } from '#renderer/components/firm-key.ts';
import { keptAddress, recordOf, startPageOf } from './start-page.ts';
import type { PageRecord, StartPage } from './start-page.ts';

const morning: StartPage = { path: '/today', search: {} };

const useKey = (): string => `certfolio.page ${useFirmKey()}`;

/** Keeps on this computer which page of the open firm was shown last. */
export function useKeptPage(address: string): void {
  const key = useKey();
  useEffect(() => {
    const kept = keptAddress(address);
    if (kept !== null) localStorage.setItem(key, kept);
  }, [key, address]);
}

/** The page with which the program begins: the last one where that is wanted and still there. Undefined until it is known. */
export function useStartPage(): StartPage | undefined {
  const { query } = useApi();
  const kept = startPageOf(localStorage.getItem(useKey()) ?? '');
  const wanted = useQuery(query.settings.get.queryOptions()).data?.startPage;
  const isAsked = wanted === 'last' && kept !== undefined;
  const record = isAsked ? recordOf(kept) : undefined;
  const there = useIsThere(record);
  if (wanted === undefined || (record !== undefined && there === undefined)) return undefined;
  return isAsked && there !== false ? kept : morning;
}

/** Whether a record is there and not in the trash. What was asked for it, its page finds again. */
function useIsThere(record: PageRecord | undefined): boolean | undefined {
  const { query } = useApi();
  const queryClient = useQueryClient();
  const read = async ({ list, id }: PageRecord): Promise<boolean> => {
    const input = { id };
    switch (list) {
      case 'clients': {
        const { client } = await queryClient.query(query.clients.get.queryOptions({ input }));
        return client.deletedAtMs === null;
      }
      case 'accounts': {
        const { account } = await queryClient.query(query.accounts.get.queryOptions({ input }));
        return account.deletedAtMs === null;
      }
      case 'applications':
        await queryClient.query(query.applications.get.queryOptions({ input }));
        return true;
      case 'documents':
        await queryClient.query(query.documents.get.queryOptions({ input }));
        return true;
    }
  };
  const found = useQuery({
    queryKey: ['start-page', record],
    queryFn: () => (record === undefined ? true : read(record).catch(() => false)),
    enabled: record !== undefined,
    staleTime: Infinity,
  });
  return found.data;
}
