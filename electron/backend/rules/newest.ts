import type { ApplicationKind } from '#shared/domain/application.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { Platform } from '#shared/domain/platform.ts';
import { compareVersions, packFor } from '#shared/domain/rule-pack-lookup.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import type { Backend } from '#backend/backend.ts';
import type { LoadedPack } from './library.ts';

/** The newest version of a pack; of two files of one version the one that ships. */
export const newestOf = (all: readonly LoadedPack[], id: string): LoadedPack | undefined =>
  all
    .filter(({ base }) => base.id === id)
    .toSorted((a, b) => compareVersions(b.base.version, a.base.version))
    .at(0);

/** The pack that new cases of a kind are opened with: of each pack its newest version, where that covers the case. */
export function newestPackFor(
  all: readonly LoadedPack[],
  { platform, kind: accountKind }: { readonly platform: string; readonly kind: string },
  kind: ApplicationKind,
  entityType: EntityType,
): LoadedPack | undefined {
  const current = all.filter(({ base }) => newestOf(all, base.id)?.base === base);
  const covering = current.filter(
    ({ pack }) =>
      pack.coveredEntityTypes.includes(entityType) && pack.accountKinds.some((each) => each === accountKind),
  );
  const newest = packFor(
    covering.map(({ pack }) => pack),
    { platform: platform as Platform },
    kind,
  );
  return covering.find(({ pack }) => pack === newest);
}

/** The newest version of every pack, as the firm works with it. */
export function newestPacks({ rules }: Pick<Backend, 'rules'>): RulePack[] {
  const ids = new Set(rules.all.map(({ pack }) => pack.id));
  return [...ids].map((id) => rules.get(id).pack);
}
