/** What the chips of every list's filter say alike: people, and days from today. */
import type { TFunction } from '#renderer/i18n/use-t.ts';

export interface ConditionWords {
  readonly field: string;
  readonly operator: string;
  readonly value: string;
}

export interface WordSource {
  readonly t: TFunction;
  readonly nameOf: (consultantId: string) => string;
}

/** Days from today that the menu offers; −1: already past. */
export const dayChoices = [-1, 30, 60, 90, 180, 365] as const;

/** `me` is whoever works at this computer. */
export function personName(id: string, { t, nameOf }: WordSource): string {
  if (id === 'me') return t('views.me');
  return id === 'nobody' ? t('clients.nobody') : nameOf(id);
}

/** 认证有效期 不晚于 90 天后, 认证有效期 是 已过. */
export function withinWords(days: number, field: string, t: TFunction): ConditionWords {
  const operator = t(days < 0 ? 'clients.operator.is' : 'clients.operator.by');
  return { field, operator, value: dayChoiceWords(days, t) };
}

export function dayChoiceWords(days: number, t: TFunction): string {
  if (days < 0) return t('clients.days.past');
  if (days === 0) return t('clients.days.today');
  return days === 365 ? t('clients.days.year') : t('clients.days.ahead', { n: days });
}

/** A condition that is met or not. */
export const yesWords = (field: string, isMet: boolean, t: TFunction): ConditionWords => ({
  field,
  operator: '',
  value: t(isMet ? 'clients.operator.yes' : 'clients.operator.no'),
});
