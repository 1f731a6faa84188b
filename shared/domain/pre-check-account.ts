import type { PreCheckFacts } from './pre-check-facts.ts';
import type { Observation } from './pre-check-observation.ts';
import { checkPlatformId, platformIdKindOf } from './platform-ids.ts';
import type { PlatformIdKind } from './platform-ids.ts';

/** What is wrong with the ids of the account by their shape: certain where the shape is documented, else doubtful. */
export function accountIdObservations({ accountOn, appId, originalId }: PreCheckFacts): Observation[] {
  const ownKind = platformIdKindOf(accountOn.platform, accountOn.kind);
  return [
    ...idObservations('appId', ownKind, appId),
    ...idObservations(
      'originalId',
      accountOn.platform === 'wechat' ? 'wechat_original_id' : undefined,
      originalId,
    ),
  ];
}

function idObservations(
  field: 'appId' | 'originalId',
  kind: PlatformIdKind | undefined,
  found: string | undefined,
): Observation[] {
  if (kind === undefined || found === undefined) return [];
  const { level } = checkPlatformId(kind, found);
  if (level === 'ok') return [];
  const check = level === 'error' ? 'platform_id_wrong' : 'platform_id_doubtful';
  return [{ check, place: { at: 'account', field }, found }];
}
