import { useCallback } from 'react';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import { ruleTextIn } from '#renderer/i18n/rule-text.ts';
import { useLanguage } from '#renderer/i18n/use-t.ts';

/** The screen's quotation marks in those of print. */
export const withPrintQuotes = (text: string): string => text.replaceAll('「', '“').replaceAll('」', '”');

/** The words of a rule in the present language, as they are printed. */
export function usePaperText(): (text: RuleText) => string {
  const language = useLanguage();
  return useCallback((text) => withPrintQuotes(ruleTextIn(language, text)), [language]);
}
