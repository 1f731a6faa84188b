/** What the headings of grouped lists say alike. */
import { certifiedStates } from '#shared/contract/row-groups.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

/** The word for a key of a vocabulary; one that this program does not know stands for itself. */
export function wordOf<Value extends string>(
  all: readonly Value[],
  key: string,
  words: (value: Value) => string,
): string {
  const known = all.find((value) => value === key);
  return known === undefined ? key : words(known);
}

export const personTitle = (name: string | null, t: TFunction): string => name ?? t('clients.nobody');

export const certifiedTitle = (key: string, t: TFunction): string =>
  wordOf(certifiedStates, key, (state) => t(`components.group.certified.${state}`));

/** Figures that are not nought, in words. */
export const figures = (
  all: readonly { readonly n: number; readonly words: (n: number) => string }[],
): string[] => all.filter(({ n }) => n !== 0).map(({ n, words }) => words(n));
