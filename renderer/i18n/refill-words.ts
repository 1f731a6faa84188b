import type { TFunction } from './use-t.ts';

/** Which refill it is: 第 2 次; the last one, and one that the rules do not grant, are named as such. */
export function nthRefillWords(n: number, max: number | null, t: TFunction): string {
  if (max === null || n < max) return t('components.refill', { n });
  return n === max ? t('components.lastRefill', { n }) : t('components.overRefill', { n, max });
}
