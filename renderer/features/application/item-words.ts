import type { ApplicationItem } from '#shared/contract/applications.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { ItemReason } from '#shared/domain/checklist-state.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import type { Format } from '#renderer/i18n/format.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

export interface ItemContext {
  readonly t: TFunction;
  readonly format: Format;
  readonly today: CalendarDate;
  readonly ruleText: (text: RuleText) => string;
}

/** The second line of an item: why it is as it is, and the firm's own remark. Nothing where all is well. */
export function itemNote(item: ApplicationItem, context: ItemContext): string | undefined {
  const isSettled = item.requirement.reason?.code === 'alternative_satisfied';
  const parts = [isSettled ? undefined : reasonWords(item, context), item.remark ?? undefined];
  const said = parts.filter((part) => part !== undefined && part !== '');
  return said.length === 0 ? undefined : said.join(context.t('application.semicolon'));
}

/** The reason of an item's state in words; undefined when it is satisfied. */
export function reasonWords(item: ApplicationItem, context: ItemContext): string | undefined {
  const { reason } = item.requirement;
  return reason && wordsOf(reason, item, context);
}

function wordsOf(reason: ItemReason, item: ApplicationItem, context: ItemContext): string {
  const { t, format, today } = context;
  switch (reason.code) {
    case 'no_document':
      return whatWillDo(item, context);
    case 'applicability_unknown':
      return t('application.reason.applicability_unknown', { note: whatWillDo(item, context) });
    case 'decided':
      return decidedWords(item, t);
    case 'alternative_satisfied':
      return t('application.reason.alternative_satisfied');
    case 'part_missing':
      return t('application.reason.part_missing', {
        parts: reason.parts.map((part) => t(`vocabulary.documentPart.${part}`)).join(t('application.list')),
      });
    case 'kind_not_accepted':
      return t('application.reason.kind_not_accepted', {
        found: t(`vocabulary.documentKind.${reason.documentKind}`),
        asked: kindsWords(item.requirement.accepts, t),
      });
    case 'permit_not_named':
    case 'extent_unknown':
    case 'scope_missing':
    case 'scope_unknown':
    case 'answer_unknown':
    case 'category_closed':
    case 'validity_unknown':
      return t(`application.reason.${reason.code}`);
    case 'expires':
      return t(reason.days === 0 ? 'application.reason.expires_today' : 'application.reason.expires', {
        date: format.dateNear(reason.on, today),
        n: reason.days,
      });
    case 'expired':
      return t('application.reason.expired', { date: format.dateNear(reason.on, today), n: -reason.days });
    case 'rejected':
      return t('application.reason.rejected');
    case 'deviates':
      return context.ruleText(reason.text);
  }
}

function decidedWords({ decision, rejectReason }: ApplicationItem, t: TFunction): string {
  if (decision === 'rejected') return rejectReason ?? t('application.reason.decided_rejected');
  return t('application.reason.decided_not_needed');
}

/** The rule's own note, else the kinds of paper that will do where there are several. */
function whatWillDo({ requirement }: ApplicationItem, { t, ruleText }: ItemContext): string {
  if (requirement.note) return ruleText(requirement.note);
  if (requirement.asks !== undefined)
    return t('application.reason.filed_as', { names: kindsWords(requirement.accepts.slice(0, 1), t) });
  return kindsWords(requirement.accepts, t);
}

export function kindsWords(kinds: readonly DocumentKind[], t: TFunction): string {
  const names = kinds.map((kind) => t(`vocabulary.documentKind.${kind}`)).join(t('application.list'));
  return kinds.length > 1 ? t('application.reason.either', { names }) : names;
}
