import type { QueryClient, QueryFilters } from '@tanstack/react-query';

/** First answers after which it is asked once more, however often something changes until then. */
const followed = new WeakSet<Promise<unknown>>();

/**
 * Asks again for what is shown. A first answer that is still under way may have been read before the change: the library
 * takes it for new, so it is asked for once more when it has come.
 */
export function askAgain(queryClient: QueryClient, filters: QueryFilters = {}): void {
  const underWay = queryClient
    .getQueryCache()
    .findAll({ ...filters, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined);
  void queryClient.invalidateQueries(filters);
  for (const { queryKey, promise } of underWay) {
    if (promise === undefined || followed.has(promise)) continue;
    followed.add(promise);
    const once = (): void => void queryClient.invalidateQueries({ queryKey, exact: true });
    promise.then(once, once);
  }
}
