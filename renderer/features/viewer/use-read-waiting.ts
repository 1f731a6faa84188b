import { useQueries } from '@tanstack/react-query';
import { useApi } from '#renderer/api/api.tsx';

/**
 * Reads versions that nobody has read yet for as long as somebody waits for them; who shows what they say is told of it by
 * the backend. Gives whether one of them can't be read.
 */
export function useReadWaiting(versionIds: readonly string[]): boolean {
  const { query } = useApi();
  return useQueries({
    queries: versionIds.map((versionId) => ({
      ...query.reading.ofVersion.queryOptions({ input: { versionId, now: true } }),
      retry: false,
    })),
    combine: (all) => all.some(({ isError }) => isError),
  });
}
