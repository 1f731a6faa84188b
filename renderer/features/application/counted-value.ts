import type { CheckId } from '#shared/domain/check-rule.ts';
import { nthRefillWords } from '#renderer/i18n/refill-words.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

const onPages = /^(?:(front|back|whole) )?(\d+)$/u;

/** Pages of a paper as a finding names them (`front 1, 3`), in words: 正面第 1 页、第 3 页. */
export function pageWords(found: string, t: TFunction): string {
  const words = found.split(', ').map((each) => {
    const [, part, n] = onPages.exec(each) ?? [];
    const page = t('preCheck.page', { n: n ?? each });
    if (part !== 'front' && part !== 'back') return page;
    return t('preCheck.sidePage', { side: t(`vocabulary.documentPart.${part}`), page });
  });
  return words.join(t('application.list'));
}

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
