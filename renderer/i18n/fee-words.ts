import type { FeeSum } from '#shared/domain/platform-fees.ts';
import type { Format } from './format.ts';
import type { TFunction } from './use-t.ts';

/** A sum of platform fees: 300 元, 300 元，另有未知, or 未知 where nothing of it is known. */
export function feeSumWords(
  { knownFen, hasUnknown }: FeeSum,
  t: TFunction,
  format: Pick<Format, 'moneyWithUnit'>,
): string {
  if (!hasUnknown) return format.moneyWithUnit(knownFen);
  if (knownFen === 0) return t('components.fee.unknown');
  return t('components.fee.andUnknown', { amount: format.moneyWithUnit(knownFen) });
}
