import { createI18n } from '#renderer/i18n/create-i18n.ts';
import { formatFor } from '#renderer/i18n/format.ts';
import type { Format } from '#renderer/i18n/format.ts';
import { languages } from '#renderer/i18n/language.ts';
import type { Language } from '#renderer/i18n/language.ts';
import { ruleTextIn } from '#renderer/i18n/rule-text.ts';
import type { RuleSpeech } from '#renderer/i18n/rule-text.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

export interface Speech {
  readonly t: TFunction;
  readonly format: Format;
  readonly ruleText: RuleSpeech;
}

/** The program's own words. */
export const speechIn = (language: Language): Speech => ({
  t: createI18n(language).t,
  format: formatFor(language),
  ruleText: (text) => ruleTextIn(language, text),
});

export const chinese = speechIn('zh-CN');

/** A case for each language; a key without words comes back as itself, which no test may accept. */
export const everyLanguage = languages.map((language) => ({ language, ...speechIn(language) }));

/** Whether the text is the name of a key, or still holds a place for a value. */
export const isUnspoken = (text: string): boolean =>
  text === '' || /^[a-z]+(\.[a-zA-Z_]+)+$/.test(text) || text.includes('{{') || text.includes('undefined');
