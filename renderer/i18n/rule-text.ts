import { useCallback } from 'react';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import type { Language } from './language.ts';
import { useLanguage } from './use-t.ts';

/** Says a text of a rule pack in the present language. */
export type RuleSpeech = (text: RuleText) => string;

/** A rule pack carries its own words in both languages. */
export const ruleTextIn = (language: Language, text: RuleText): string =>
  language === 'en' ? text.en : text.zh;

/** The words of a rule in the present language. */
export function useRuleText(): RuleSpeech {
  const language = useLanguage();
  return useCallback((text) => ruleTextIn(language, text), [language]);
}
