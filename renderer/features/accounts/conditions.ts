/** The chips of the accounts table: which there are, what they say, and the filter with one more or one less. */
import type { AccountFilter } from '#shared/contract/account-pages.ts';
import { personName, withinWords, yesWords } from '#renderer/components/condition-words.ts';
import type { ConditionWords, WordSource } from '#renderer/components/condition-words.ts';

/** The text has a field of its own; everything else is a chip. */
export type ConditionId = Exclude<keyof AccountFilter, 'text'>;
export type ListConditionId = 'platforms' | 'kinds' | 'consultantIds';

const order: readonly ConditionId[] = [
  'consultantIds',
  'platforms',
  'kinds',
  'certifiedWithinDays',
  'windowOpen',
  'certified',
  'underWay',
];

/** The conditions that are set, in the order of the chips. */
export function conditionsOf(filter: AccountFilter): readonly ConditionId[] {
  const said: readonly string[] = Object.keys(plainFilter(filter));
  return order.filter((id) => said.includes(id));
}

/** The fields in one order, without those that say nothing. */
export function plainFilter(filter: AccountFilter): AccountFilter {
  const { text = '', platforms = [], kinds = [], consultantIds = [] } = filter;
  const { certifiedWithinDays, windowOpen, certified, underWay } = filter;
  return {
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(platforms.length > 0 && { platforms }),
    ...(kinds.length > 0 && { kinds }),
    ...(consultantIds.length > 0 && { consultantIds }),
    ...(certifiedWithinDays !== undefined && { certifiedWithinDays }),
    ...(windowOpen !== undefined && { windowOpen }),
    ...(certified !== undefined && { certified }),
    ...(underWay !== undefined && { underWay }),
  };
}

export const without = (filter: AccountFilter, id: keyof AccountFilter): AccountFilter =>
  plainFilter({ ...filter, [id]: undefined });

/** The filter with conditions more. Without a certification there is no end and no window: the later choice counts. */
export function narrowed(filter: AccountFilter, more: AccountFilter): AccountFilter {
  const isOfEnd = more.windowOpen !== undefined || more.certifiedWithinDays !== undefined;
  if (more.certified === false)
    return { ...without(without(filter, 'windowOpen'), 'certifiedWithinDays'), ...more };
  return { ...(isOfEnd && filter.certified === false ? without(filter, 'certified') : filter), ...more };
}

/** Adds the value to the list of a condition, or takes it out; an empty list is no condition. */
export function toggled<Id extends ListConditionId>(
  filter: AccountFilter,
  id: Id,
  value: NonNullable<AccountFilter[Id]>[number],
): AccountFilter {
  const values: readonly string[] = filter[id] ?? [];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return plainFilter({ ...filter, [id]: next });
}

/** What a chip says: 平台 是 微信, 认证有效期 不晚于 90 天后. */
export function conditionWords(
  filter: AccountFilter,
  id: ConditionId,
  { t, nameOf }: WordSource,
): ConditionWords {
  const field = t(`accounts.condition.${id}`);
  const among = (words: readonly string[]): ConditionWords => ({
    field,
    operator: t('clients.operator.is'),
    value: words.join(t('clients.operator.or')),
  });
  switch (id) {
    case 'platforms':
      return among((filter.platforms ?? []).map((one) => t(`vocabulary.platform.${one}`)));
    case 'kinds':
      return among((filter.kinds ?? []).map((one) => t(`vocabulary.accountKind.${one}`)));
    case 'consultantIds':
      return among((filter.consultantIds ?? []).map((one) => personName(one, { t, nameOf })));
    case 'certifiedWithinDays':
      return withinWords(filter.certifiedWithinDays ?? 0, field, t);
    case 'windowOpen':
    case 'certified':
    case 'underWay':
      return yesWords(field, filter[id] !== false, t);
  }
}
