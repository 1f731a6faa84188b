import { compareDates } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import type { Format } from './format.ts';
import type { RuleSpeech } from './rule-text.ts';
import type { TFunction } from './use-t.ts';

interface Speech {
  readonly t: TFunction;
  readonly format: Pick<Format, 'dateNear'>;
  readonly ruleText: RuleSpeech;
  readonly today: CalendarDate;
}

/** A loss of an ended certification with the day from which it holds: 9月18日起已经不能发布新版本. */
export function lossWords(
  { on, text }: { readonly on: CalendarDate; readonly text: RuleText },
  { t, format, ruleText, today }: Speech,
): string {
  const isSince = compareDates(on, today) < 0;
  return t(isSince ? 'components.loss.since' : 'components.loss.from', {
    date: format.dateNear(on, today),
    text: ruleText(text),
  });
}
