import { useQuery } from '@tanstack/react-query';
import { applicationKinds } from '#shared/domain/application.ts';
import type { ApplicationKind } from '#shared/domain/application.ts';
import type { AccountKind, Platform } from '#shared/domain/platform.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useClient } from './client-context.tsx';

interface Place {
  readonly platform: Platform;
  readonly kind: AccountKind;
}

/**
 * The kinds of application that a rule pack covers for this client and such an account. Undefined while the packs are
 * read or when none covers any: then the backend says what is missing.
 */
export function useCoveredKinds({ platform, kind }: Place): readonly ApplicationKind[] | undefined {
  const { query } = useApi();
  const { entityType } = useClient().details.client;
  const heads = useQuery(query.rules.list.queryOptions()).data ?? [];
  const fitting = heads.filter(
    (head) =>
      head.platform === platform &&
      head.accountKinds.includes(kind) &&
      head.coveredEntityTypes.includes(entityType),
  );
  const kinds = applicationKinds.filter((each) =>
    fitting.some((head) => head.applicationKinds.includes(each)),
  );
  return kinds.length > 0 ? kinds : undefined;
}
