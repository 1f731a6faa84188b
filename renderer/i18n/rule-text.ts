import { useCallback } from 'react';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import { useBody } from './body.tsx';
import { inTermsOf } from './head-words.ts';
import type { Language } from './language.ts';
import { useLanguage, useT } from './use-t.ts';

/** Says a text of a rule pack in the present language. */
export type RuleSpeech = (text: RuleText) => string;

/** A rule pack carries its own words in both languages. */
export const ruleTextIn = (language: Language, text: RuleText): string =>
  language === 'en' ? text.en : text.zh;

/** The words of a rule in the present language; on the page of a client, with the title of its own head. */
export function useRuleText(): RuleSpeech {
  const language = useLanguage();
  const t = useT();
  const entityType: EntityType | undefined = useBody();
  return useCallback(
    (text) => {
      const words = ruleTextIn(language, text);
      return entityType === undefined ? words : inTermsOf(entityType, words, t);
    },
    [language, t, entityType],
  );
}
