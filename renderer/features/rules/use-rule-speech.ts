import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { RuleSpeech } from './rule-speech.ts';

export function useRuleSpeech(): RuleSpeech {
  return { t: useT(), format: useFormat(), say: useRuleText() };
}
