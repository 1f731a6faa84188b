import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Reading } from '#shared/contract/reading.ts';
import { useApi } from '#renderer/api/api.tsx';
import { keptMs } from './kept-ms.ts';
import type { PaperVersion } from './paper-context.tsx';

/** Who only passes by on the way to another paper has nothing read. */
const dwellMs = 700;

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

/** False at first for each key, true once it has been the same for `ms`. */
function useStays(key: string, ms: number): boolean {
  const [stayed, setStayed] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setStayed(key), ms);
    return () => clearTimeout(timer);
  }, [key, ms]);
  return stayed === key;
}
