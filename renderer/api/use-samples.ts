import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApi } from './api.tsx';
import { useAction } from './use-action.ts';
import { frameMeta } from './watch-changes.ts';

export interface Samples {
  readonly clientCount: number;
  readonly isBusy: boolean;
  readonly add: () => void;
  readonly remove: () => void;
}

/** The constructed clients: how many there are, and both ways. */
export function useSamples(): Samples {
  const t = useT();
  const { backend, query } = useApi();
  const act = useAction();
  const [isBusy, setBusy] = useState(false);
  const { data } = useQuery(query.samples.get.queryOptions({ meta: frameMeta }));
  const during = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    await work();
    setBusy(false);
  };
  return {
    clientCount: data?.clientCount ?? 0,
    isBusy,
    // They go again by one click above the page; there is nothing to be taken back one by one.
    add: () => void during(() => act(async () => ({ ...(await backend.samples.add()), changeId: null }))),
    remove: () => void during(() => act(() => backend.samples.remove(), t('shell.samples.removed'))),
  };
}
