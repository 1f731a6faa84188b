/** The chips of the applications: which there are, what they say, and the filter with one more or one less. */
import type { ApplicationFilter } from '#shared/contract/application-pages.ts';
import { personName, withinWords, yesWords } from '#renderer/components/condition-words.ts';
import type { ConditionWords, WordSource } from '#renderer/components/condition-words.ts';

/** The text has a field of its own; everything else is a chip. */
export type ConditionId = Exclude<keyof ApplicationFilter, 'text'>;
export type ListConditionId = 'platforms' | 'kinds' | 'stages' | 'consultantIds';
export type YesConditionId = 'papersMissing' | 'returned' | 'overdue';

/** The fields in the order of the chips, without those that say nothing. */
export function plainFilter(filter: ApplicationFilter): ApplicationFilter {
  const { text = '', platforms = [], kinds = [], stages = [], consultantIds = [] } = filter;
  const { open, clientId, dueWithinDays, dueWithinHours, papersMissing, returned, overdue } = filter;
  return {
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(open !== undefined && { open }),
    ...(clientId !== undefined && { clientId }),
    ...(consultantIds.length > 0 && { consultantIds }),
    ...(platforms.length > 0 && { platforms }),
    ...(kinds.length > 0 && { kinds }),
    ...(stages.length > 0 && { stages }),
    ...(dueWithinDays !== undefined && { dueWithinDays }),
    ...(dueWithinHours !== undefined && { dueWithinHours }),
    ...(papersMissing !== undefined && { papersMissing }),
    ...(returned !== undefined && { returned }),
    ...(overdue !== undefined && { overdue }),
  };
}

/** The conditions that are set, in the order of the chips. */
export const conditionsOf = (filter: ApplicationFilter): readonly ConditionId[] =>
  Object.keys(plainFilter(filter)).filter((id): id is ConditionId => id !== 'text');

export const without = (filter: ApplicationFilter, id: keyof ApplicationFilter): ApplicationFilter =>
  plainFilter({ ...filter, [id]: undefined });

/** Adds the value to the list of a condition, or takes it out; an empty list is no condition. */
export function toggled<Id extends ListConditionId>(
  filter: ApplicationFilter,
  id: Id,
  value: NonNullable<ApplicationFilter[Id]>[number],
): ApplicationFilter {
  const values: readonly string[] = filter[id] ?? [];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return plainFilter({ ...filter, [id]: next });
}

/** What a chip says: 平台 是 微信, 期限 不晚于 30 天后. */
export function conditionWords(
  filter: ApplicationFilter,
  id: ConditionId,
  { t, nameOf }: WordSource,
): ConditionWords {
  const field = t(`applications.condition.${id}`);
  const is = (value: string): ConditionWords => ({ field, operator: t('clients.operator.is'), value });
  const among = (words: readonly string[]): ConditionWords => is(words.join(t('clients.operator.or')));
  switch (id) {
    case 'open':
      return is(t(filter.open === false ? 'applications.closed' : 'applications.open'));
    case 'clientId':
      return is(t('applications.oneClient'));
    case 'platforms':
      return among((filter.platforms ?? []).map((one) => t(`vocabulary.platform.${one}`)));
    case 'kinds':
      return among((filter.kinds ?? []).map((one) => t(`vocabulary.applicationKind.${one}`)));
    case 'stages':
      return among((filter.stages ?? []).map((one) => t(`vocabulary.stage.${one}`)));
    case 'consultantIds':
      return among((filter.consultantIds ?? []).map((one) => personName(one, { t, nameOf })));
    case 'dueWithinDays':
      return withinWords(filter.dueWithinDays ?? 0, field, t);
    case 'dueWithinHours':
      return {
        field,
        operator: t('clients.operator.by'),
        value: t('applications.hoursAhead', { n: filter.dueWithinHours ?? 0 }),
      };
    case 'papersMissing':
    case 'returned':
    case 'overdue':
      return yesWords(field, filter[id] !== false, t);
  }
}
