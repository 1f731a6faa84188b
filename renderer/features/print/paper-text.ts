import { useCallback } from 'react';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import { useRuleText } from '#renderer/i18n/rule-text.ts';

/** The screen's quotation marks in those of print. */
export const withPrintQuotes = (text: string): string => text.replaceAll('「', '“').replaceAll('」', '”');

/** The words of a rule in the present language, as they are printed. */
export function usePaperText(): (text: RuleText) => string {
  const ruleText = useRuleText();
  return useCallback((text) => withPrintQuotes(ruleText(text)), [ruleText]);
}
