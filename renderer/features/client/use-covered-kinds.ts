import { useQueries, useQuery } from '@tanstack/react-query';
import { applicationKinds } from '#shared/domain/application.ts';
import type { ApplicationKind } from '#shared/domain/application.ts';
import type { Platform } from '#shared/domain/platform.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useClient } from './client-context.tsx';

/**
 * The kinds of application that a rule pack covers for this client on a platform. Undefined while the packs are read
 * or when none covers any: then the backend says what is missing.
 */
export function useCoveredKinds(platform: Platform): readonly ApplicationKind[] | undefined {
  const { query } = useApi();
  const { entityType } = useClient().details.client;
  const heads = useQuery(query.rules.list.queryOptions()).data ?? [];
  const packs = useQueries({
    queries: heads.map(({ id, version }) => query.rules.get.queryOptions({ input: { id, version } })),
  }).flatMap(({ data }) => data?.pack ?? []);
  const fitting = packs.filter(
    (pack) => pack.platform === platform && pack.coveredEntityTypes.includes(entityType),
  );
  const kinds = applicationKinds.filter((kind) =>
    fitting.some((pack) => pack.applicationKinds.includes(kind)),
  );
  return kinds.length > 0 ? kinds : undefined;
}
