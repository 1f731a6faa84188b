/** The chips of a filter: which there are, what they say, and the filter with one more or one less. */
import type { ClientFilter } from '#shared/contract/clients.ts';
import { personName, withinWords, yesWords } from '#renderer/components/condition-words.ts';
import type { ConditionWords, WordSource } from '#renderer/components/condition-words.ts';
import { plainFilter } from './client-view.ts';

/** The text has a field of its own; everything else is a chip. */
export type ConditionId = Exclude<keyof ClientFilter, 'text'>;
export type ListConditionId = 'entityTypes' | 'consultantIds' | 'serviceStatuses';
export type YesConditionId = 'papersMissing' | 'returned' | 'owing';

/** The conditions that are set, in the order of the chips. */
export function conditionsOf(filter: ClientFilter): readonly ConditionId[] {
  return Object.keys(plainFilter(filter)).filter((id): id is ConditionId => id !== 'text');
}

export function without(filter: ClientFilter, id: keyof ClientFilter): ClientFilter {
  return plainFilter({ ...filter, [id]: undefined });
}

/** Adds the value to the list of a condition, or takes it out; an empty list is no condition. */
export function toggled<Id extends ListConditionId>(
  filter: ClientFilter,
  id: Id,
  value: NonNullable<ClientFilter[Id]>[number],
): ClientFilter {
  const values: readonly string[] = filter[id] ?? [];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return plainFilter({ ...filter, [id]: next });
}

/** What a chip says: 负责人 是 周岚, 认证有效期 不晚于 90 天后. */
export function conditionWords(
  filter: ClientFilter,
  id: ConditionId,
  { t, nameOf }: WordSource,
): ConditionWords {
  const field = t(`clients.condition.${id}`);
  const is = t('clients.operator.is');
  const joined = (words: readonly string[]): string => words.join(t('clients.operator.or'));
  switch (id) {
    case 'entityTypes':
      return {
        field,
        operator: is,
        value: joined((filter.entityTypes ?? []).map((type) => t(`vocabulary.entityType.${type}`))),
      };
    case 'consultantIds':
      return {
        field,
        operator: is,
        value: joined((filter.consultantIds ?? []).map((person) => personName(person, { t, nameOf }))),
      };
    case 'serviceStatuses':
      return {
        field,
        operator: is,
        value: joined(
          (filter.serviceStatuses ?? []).map((status) => t(`vocabulary.serviceStatus.${status}`)),
        ),
      };
    case 'tag':
      return { field, operator: is, value: filter.tag ?? '' };
    case 'certifiedWithinDays':
      return withinWords(filter.certifiedWithinDays ?? 0, field, t);
    case 'papersMissing':
    case 'returned':
    case 'owing':
      return yesWords(field, filter[id] !== false, t);
  }
}
