import type { RuleText } from '#shared/domain/rule-pack.ts';
import type { Format } from '#renderer/i18n/format.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

/** What is needed to put a rule into words. */
export interface RuleSpeech {
  readonly t: TFunction;
  readonly format: Format;
  readonly say: (text: RuleText) => string;
}
