import { applicationKinds } from '#shared/domain/application.ts';
import type { ApplicationKind } from '#shared/domain/application.ts';
import type { Platform } from '#shared/domain/platform.ts';
import { useClient } from './client-context.tsx';
import { usePacks } from './use-packs.ts';

/**
 * The kinds of application that a rule pack covers for this client on a platform. Undefined while the packs are read
 * or when none covers any: then the backend says what is missing.
 */
export function useCoveredKinds(platform: Platform): readonly ApplicationKind[] | undefined {
  const packs = usePacks();
  const { entityType } = useClient().details.client;
  const fitting = packs.filter(
    (pack) => pack.platform === platform && pack.coveredEntityTypes.includes(entityType),
  );
  const kinds = applicationKinds.filter((kind) =>
    fitting.some((pack) => pack.applicationKinds.includes(kind)),
  );
  return kinds.length > 0 ? kinds : undefined;
}
