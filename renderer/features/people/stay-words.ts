import type { Erasure, ErasureItem } from '#shared/contract/people.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

type Stay = Pick<ErasureItem, 'reason' | 'application' | 'account' | 'untilOn'>;

/** Why something has to stay. */
export function reasonWords({ reason, application, account, untilOn }: Stay, t: TFunction): string {
  if (reason === null) return '';
  const isEndless = reason === 'account' && untilOn === null;
  return t(isEndless ? 'people.reason.accountEndless' : `people.reason.${reason}`, {
    number: application?.number ?? '',
    name: account?.name ?? '',
    date: untilOn ?? '',
  });
}

/** One line of an erasure’s report. */
export function stayWords(stay: Erasure['stays'][number], t: TFunction): string {
  const what =
    stay.documentKind === null
      ? t(`people.what.${stay.what}`)
      : t(`vocabulary.documentKind.${stay.documentKind}`);
  return t('people.erasure.stay', {
    what,
    times: t('people.times', { count: stay.count }),
    reason: reasonWords(stay, t),
  });
}

/** The record that a row is, by its table. */
export function tableWords(table: string, t: TFunction): string {
  const known: Readonly<Record<string, string>> = t('people.table', { returnObjects: true });
  return known[table] ?? t('people.otherTable');
}
