import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { serviceStatuses } from '#shared/contract/clients.ts';
import type { ClientFilter } from '#shared/contract/clients.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { AddChip } from '#renderer/components/chip.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { dayChoices, dayChoiceWords, personName, toggled, without } from './conditions.ts';
import type { ConditionId, YesConditionId } from './conditions.ts';
import styles from './clients.module.css';

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
          id="consultantIds"
          values={[...people.map(({ id }) => id), 'nobody']}
          chosen={filter.consultantIds ?? []}
          words={(id) => personName(id, { t, nameOf })}
          onToggle={(id) => onChange(toggled(filter, 'consultantIds', id))}
        />
        <Choices
          id="entityTypes"
          values={entityTypes}
          chosen={filter.entityTypes ?? []}
          words={(type) => t(`vocabulary.entityType.${type}`)}
          onToggle={(type) => onChange(toggled(filter, 'entityTypes', type))}
        />
        <Choices
          id="serviceStatuses"
          values={serviceStatuses}
          chosen={filter.serviceStatuses ?? []}
          words={(status) => t(`vocabulary.serviceStatus.${status}`)}
          onToggle={(status) => onChange(toggled(filter, 'serviceStatuses', status))}
        />
        <Choices
          id="certifiedWithinDays"
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

interface ChoicesProps<Value extends string | number> {
  readonly id: ConditionId;
  readonly values: readonly Value[];
  readonly chosen: readonly Value[];
  readonly words: (value: Value) => string;
  readonly onToggle: (value: Value) => void;
  readonly single?: boolean;
}

function Choices<Value extends string | number>(props: ChoicesProps<Value>) {
  const { id, values, chosen, words, onToggle, single = false } = props;
  const t = useT();
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item>{t(`clients.condition.${id}`)}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown className={styles.choices}>
        {values.map((value) => (
          <Choice
            key={value}
            chosen={chosen.includes(value)}
            keepOpen={!single}
            onClick={() => onToggle(value)}
          >
            {words(value)}
          </Choice>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

interface ChoiceProps {
  readonly chosen: boolean;
  readonly keepOpen?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Choice({ chosen, keepOpen = false, onClick, children }: ChoiceProps) {
  return (
    <Menu.Item
      role="menuitemcheckbox"
      aria-checked={chosen}
      closeMenuOnClick={!keepOpen}
      rightSection={chosen ? <IconCheck size={14} stroke={iconStroke} aria-hidden /> : undefined}
      onClick={onClick}
    >
      {children}
    </Menu.Item>
  );
}
