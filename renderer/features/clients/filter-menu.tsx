import { Menu } from '@mantine/core';
import { serviceStatuses } from '#shared/contract/clients.ts';
import type { ClientFilter } from '#shared/contract/clients.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { AddChip } from '#renderer/components/chip.tsx';
import { Choice, Choices } from '#renderer/components/choices-menu.tsx';
import { dayChoices, dayChoiceWords, personName } from '#renderer/components/condition-words.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { toggled, without } from './conditions.ts';
import type { YesConditionId } from './conditions.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
}

interface FilterMenuProps {
  readonly filter: ClientFilter;
  readonly people: readonly Person[];
  readonly onChange: (filter: ClientFilter) => void;
  /** The tag is typed, in a dialog of its own. */
  readonly onTag: () => void;
}

const yesConditions: readonly YesConditionId[] = ['papersMissing', 'returned', 'owing'];

/** `+ 筛选`: every condition there is; lists take several values, a second choice takes a value back. */
export function FilterMenu({ filter, people, onChange, onTag }: FilterMenuProps) {
  const t = useT();
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '';
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <AddChip />
      </Menu.Target>
      <Menu.Dropdown>
        <Choices
          title={t('clients.condition.consultantIds')}
          values={['me', ...people.map(({ id }) => id), 'nobody']}
          chosen={filter.consultantIds ?? []}
          words={(id) => personName(id, { t, nameOf })}
          onToggle={(id) => onChange(toggled(filter, 'consultantIds', id))}
        />
        <Choices
          title={t('clients.condition.entityTypes')}
          values={entityTypes}
          chosen={filter.entityTypes ?? []}
          words={(type) => t(`vocabulary.entityType.${type}`)}
          onToggle={(type) => onChange(toggled(filter, 'entityTypes', type))}
        />
        <Choices
          title={t('clients.condition.serviceStatuses')}
          values={serviceStatuses}
          chosen={filter.serviceStatuses ?? []}
          words={(status) => t(`vocabulary.serviceStatus.${status}`)}
          onToggle={(status) => onChange(toggled(filter, 'serviceStatuses', status))}
        />
        <Choices
          title={t('clients.condition.certifiedWithinDays')}
          values={dayChoices}
          chosen={dayChoices.filter((days) => days === filter.certifiedWithinDays)}
          words={(days) => dayChoiceWords(days, t)}
          onToggle={(days) => onChange({ ...filter, certifiedWithinDays: days })}
          single
        />
        <Menu.Divider />
        {yesConditions.map((id) => (
          <Choice
            key={id}
            chosen={filter[id] === true}
            onClick={() => onChange(filter[id] === true ? without(filter, id) : { ...filter, [id]: true })}
          >
            {t(`clients.condition.${id}`)}
          </Choice>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={onTag}>{t('clients.condition.tag')}…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
