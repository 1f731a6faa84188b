import type { ApplicationKind } from '#shared/domain/application.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { Platform } from '#shared/domain/platform.ts';
import { packFor } from '#shared/domain/rule-pack-lookup.ts';
import type { LoadedPack } from './library.ts';

/** The newest version of the pack that covers a case. */
export function newestPackFor(
  all: readonly LoadedPack[],
  { platform, kind: accountKind }: { readonly platform: string; readonly kind: string },
  kind: ApplicationKind,
  entityType: EntityType,
): LoadedPack | undefined {
  const covering = all.filter(
    ({ pack }) =>
      pack.coveredEntityTypes.includes(entityType) && pack.accountKinds.some((each) => each === accountKind),
  );
  const newest = packFor(
    covering.map(({ pack }) => pack),
    platform as Platform,
    kind,
  );
  return covering.find(({ pack }) => pack === newest);
}
