import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import type { Format } from '#renderer/i18n/format.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import type { NeedLine, NeedReason } from './needs.ts';
import { withPrintQuotes } from './paper-text.ts';

export interface NeedContext {
  readonly t: TFunction;
  readonly format: Format;
  readonly today: CalendarDate;
  readonly paperText: (text: RuleText) => string;
}

/** One sentence: why the paper is asked for; empty when it has simply not come yet. */
export function reasonWords(reason: NeedReason, { t, format, today, paperText }: NeedContext): string {
  switch (reason.code) {
    case 'not_received':
      return '';
    case 'returned':
      return t('print.why.returned', {
        date: format.dateNear(reason.on, today),
        text: withPrintQuotes(reason.text),
      });
    case 'rejected':
      return t('print.why.rejected', { text: withPrintQuotes(reason.text) });
    case 'deviates':
      return t('print.why.rejected', { text: paperText(reason.text) });
    case 'expired':
      return t('print.why.expired', { date: format.dateNear(reason.on, today) });
    case 'expiring':
      return t('print.why.expiring', { date: format.dateNear(reason.on, today), days: reason.marginDays });
    case 'part_missing':
      return t('print.why.part_missing', {
        parts: reason.parts.map((part) => t(`vocabulary.documentPart.${part}`)).join(t('print.list')),
      });
  }
}

/** What is new about the paper that is asked for. */
export function titleSuffix({ code }: NeedReason, t: TFunction): string {
  switch (code) {
    case 'expired':
    case 'expiring':
      return t('print.suffix.renewed');
    case 'rejected':
    case 'deviates':
      return t('print.suffix.again');
    case 'not_received':
    case 'returned':
    case 'part_missing':
      return '';
  }
}

/** One line of what to send. */
export function lineWords(line: NeedLine, { t, paperText }: NeedContext): string {
  switch (line.code) {
    case 'note':
      return paperText(line.text);
    case 'remark':
      return withPrintQuotes(line.text);
    case 'both_sides':
      return t('print.how.both_sides');
    case 'either':
      return t('print.how.either', {
        kinds: line.kinds.map((kind) => t(`vocabulary.documentKind.${kind}`)).join(t('print.or')),
      });
    case 'margin':
      return t('print.how.margin', { count: line.days });
    case 'option':
      return t('print.how.option', {
        letter: [...t('print.letters')][line.option] ?? String(line.option + 1),
        titles: line.titles.map(paperText).join(t('print.list')),
      });
  }
}
