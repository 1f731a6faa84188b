import type { EntityType } from '#shared/domain/entity-type.ts';
import { headTitleOf } from '#shared/domain/head-title.ts';
import type { TFunction } from './use-t.ts';

/**
 * A text of the rules, which speak of the legal representative in general, with the title that the head of this kind of
 * body has: 法定代表人 becomes 经营者, legal representatives become operators.
 */
export function inTermsOf(entityType: EntityType, text: string, t: TFunction): string {
  const title = headTitleOf(entityType);
  if (title === 'legal_representative') return text;
  const word = t(`vocabulary.headTitle.${title}`);
  return text
    .replaceAll('法定代表人', word)
    .replaceAll(/(l)egal representative(s?)/gi, (_, first: string, plural: string) => {
      const one = first === 'L' ? word : word.charAt(0).toLowerCase() + word.slice(1);
      return plural === '' ? one : pluralOf(one);
    });
}

/** Persons in charge, operators. */
const pluralOf = (word: string): string =>
  word.includes(' in ') ? word.replace(' in ', 's in ') : `${word}s`;
