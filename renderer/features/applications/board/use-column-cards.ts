import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { BoardColumnPage } from '#shared/contract/application-board.ts';
import type { ApplicationRow } from '#shared/contract/application-pages.ts';
import { useApi } from '#renderer/api/api.tsx';
import type { Api } from '#renderer/api/api.tsx';

export type BoardFilter = NonNullable<Parameters<Api['backend']['applications']['board']>[0]>['filter'];

const pageSize = 24;

interface ColumnCards {
  readonly rows: readonly ApplicationRow[];
  /** There are cards behind the last one that is read. */
  readonly hasMore: boolean;
  readonly isReading: boolean;
  readonly readMore: () => void;
}

/** The first cards of a column, and those behind them once more are wanted. */
export function useColumnCards(
  page: BoardColumnPage,
  filter: BoardFilter,
  longer: { readonly isWanted: boolean; readonly want: () => void },
): ColumnCards {
  const { backend, query } = useApi();
  const { column, nextCursor } = page;
  const more = useInfiniteQuery({
    queryKey: [...query.applications.boardCards.key({ input: { filter, column } }), { after: nextCursor }],
    queryFn: ({ pageParam: after, signal }) =>
      backend.applications.boardCards({ filter, column, after, limit: pageSize }, { signal }),
    initialPageParam: nextCursor ?? '',
    getNextPageParam: (last) => last.nextCursor,
    enabled: longer.isWanted && nextCursor !== null,
    placeholderData: keepPreviousData,
  });
  const behind = nextCursor === null ? [] : (more.data?.pages.flatMap(({ rows }) => rows) ?? []);
  const first = new Set(page.rows.map(({ id }) => id));
  const rows = [...page.rows, ...behind.filter(({ id }) => !first.has(id))];
  return {
    rows,
    hasMore: nextCursor !== null && (more.data === undefined || more.hasNextPage),
    isReading: more.isFetching,
    readMore: () => {
      if (!longer.isWanted) longer.want();
      else if (more.hasNextPage && !more.isFetching) void more.fetchNextPage();
    },
  };
}
