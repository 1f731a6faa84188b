import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

interface Page {
  readonly rows: readonly unknown[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** What a list shows of a backend list that is read page by page. */
export interface Pages<P extends Page> {
  readonly rows: readonly P['rows'][number][];
  /** The newest first page, for totals and sums; undefined while nothing has come. */
  readonly first: P | undefined;
  readonly loading: boolean;
  readonly loadingMore: boolean;
  readonly error: unknown;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

/**
 * Reads a list page by page as it is scrolled. `key` names the list and its filter; what was shown stays until the
 * new answer is there.
 */
export function usePages<P extends Page>(
  key: readonly unknown[],
  read: (after: string | null, signal: AbortSignal) => Promise<P>,
): Pages<P> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: P) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const rows = useMemo(
    () => pages?.flatMap((page): readonly P['rows'][number][] => page.rows) ?? [],
    [pages],
  );
  return {
    rows,
    first: pages?.[0],
    loading: query.isPending,
    loadingMore: query.isFetchingNextPage,
    error: query.error,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
    retry: () => void query.refetch(),
  };
}
