import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../api.tsx';
import { frameMeta } from '../watch-changes.ts';

/** Counts one view after the other, so that what a page asks for meanwhile goes first. */
export function useViewCounts(ids: readonly string[]): ReadonlyMap<string, number> {
  const { backend, query } = useApi();
  const counts = useQuery({
    queryKey: [...query.views.count.key(), ids],
    queryFn: async ({ signal }) => {
      const found = new Map<string, number>();
      for (const id of ids) {
        const { total } = await backend.views.count({ id }, { signal });
        found.set(id, total);
      }
      return found;
    },
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    meta: frameMeta,
  });
  return counts.data ?? noCounts;
}

const noCounts: ReadonlyMap<string, number> = new Map();
