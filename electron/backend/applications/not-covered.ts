import { AppError } from '#shared/contract/errors.ts';
import type { ApplicationKind } from '#shared/domain/application.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { Backend } from '#backend/backend.ts';
import { newestPacks } from '#backend/rules/newest.ts';

interface AccountSort {
  readonly platform: string;
  readonly kind: string;
}

/** Why no rules were found for an order: they are for accounts of another kind, or nobody has any for such a body. */
export function notCovered(
  backend: Backend,
  { platform, kind: accountKind }: AccountSort,
  kind: ApplicationKind,
  entityType: EntityType,
): AppError {
  const packs = newestPacks(backend).filter(
    (pack) => pack.platform === platform && pack.applicationKinds.includes(kind),
  );
  const isFit = packs.some(({ accountKinds }) => accountKinds.some((one) => one === accountKind));
  return packs.length > 0 && !isFit
    ? new AppError('ACCOUNT_KIND_UNFIT', { accountKind, kind })
    : new AppError('RULES_NOT_COVERED', { entityType, kind });
}
