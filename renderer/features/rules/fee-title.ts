import type { FeeRule, RuleText } from '#shared/domain/rule-pack.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

interface Speech {
  readonly t: TFunction;
  readonly say: (text: RuleText) => string;
}

/** Who pays a fee, in what circumstance where it is a variant, and within which days. */
export function feeTitle({ entityTypes, variant, from, to }: FeeRule, { t, say }: Speech): string {
  const types = entityTypes.map((type) => t(`vocabulary.entityType.${type}`)).join(t('application.list'));
  const parts = [types, variant && say(variant.text), periodWords(from, to, t)];
  return parts.filter((part) => part !== undefined).join(t('rules.feePart'));
}

/** Within which days a fee is charged; undefined where it has no end and no start. */
export function periodWords(from: string | null, to: string | null, t: TFunction): string | undefined {
  if (from !== null && to !== null) return t('rules.feeBetween', { from, to });
  if (from !== null) return t('rules.feeFrom', { from });
  return to === null ? undefined : t('rules.feeUntil', { to });
}
