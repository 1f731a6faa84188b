import { useQueries, useQuery } from '@tanstack/react-query';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { useApi } from '#renderer/api/api.tsx';

/** The rule packs that have been read so far. */
export function usePacks(): readonly RulePack[] {
  const { query } = useApi();
  const heads = useQuery(query.rules.list.queryOptions()).data ?? [];
  return useQueries({
    queries: heads.map(({ id, version }) => query.rules.get.queryOptions({ input: { id, version } })),
  }).flatMap(({ data }) => data?.pack ?? []);
}
