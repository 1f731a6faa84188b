import type { CheckId } from '#shared/domain/check-rule.ts';
import { nthRefillWords } from '#renderer/i18n/refill-words.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

const counted = /^(\d+) \/ (\d+)$/u;

/** What a finding counted against a limit (`3 / 2`), in words; undefined for any other value. */
export function countedWords(check: CheckId, found: string, t: TFunction): string | undefined {
  const [, count, limit] = counted.exec(found) ?? [];
  if (count === undefined || limit === undefined) return undefined;
  switch (check) {
    case 'last_refill':
      return nthRefillWords(Number(count), Number(limit), t);
    case 'calls_missed':
      return t('preCheck.callsMissed', { missed: count, toFail: limit });
    default:
      return undefined;
  }
}
