import { useQuery } from '@tanstack/react-query';
import type { Reading } from '#shared/contract/reading.ts';
import { useApi } from '#renderer/api/api.tsx';
import { keptMs } from './kept-ms.ts';
import type { PaperVersion } from './paper-context.tsx';
import { dwellMs, useStays } from './use-stays.ts';

/**
 * What was read off a file; one that nobody has looked at is read when it has been in sight for a moment, and given up when
 * it is left. Undefined until that is known.
 */
export function useReading({ id }: PaperVersion) {
  const { query } = useApi();
  const kept = useQuery({
    ...query.reading.ofVersion.queryOptions({ input: { versionId: id } }),
    gcTime: keptMs,
  });
  const isWaiting = kept.data?.state === 'waiting';
  const stays = useStays(id, dwellMs);
  const now = useQuery({
    ...query.reading.ofVersion.queryOptions({ input: { versionId: id, now: true } }),
    enabled: isWaiting && stays,
    gcTime: keptMs,
  });
  const reading: Reading | undefined = isWaiting ? (now.data ?? kept.data) : kept.data;
  return { reading, error: kept.error ?? (isWaiting ? now.error : null), retry: () => void now.refetch() };
}
