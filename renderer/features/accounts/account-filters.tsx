import { Menu, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AccountFilter } from '#shared/contract/account-pages.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import { useApi } from '#renderer/api/api.tsx';
import { AddChip, Chip } from '#renderer/components/chip.tsx';
import { Choice, Choices } from '#renderer/components/choices-menu.tsx';
import { dayChoices, dayChoiceWords, personName } from '#renderer/components/condition-words.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { FilterLine } from '#renderer/components/page.tsx';
import { useShortcuts } from '#renderer/components/use-shortcuts.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { conditionsOf, conditionWords, narrowed, toggled, without } from './conditions.ts';
import styles from '#renderer/components/filter-line.module.css';

const searchFieldId = 'accounts-search';

interface AccountFiltersProps {
  readonly filter: AccountFilter;
  readonly onChange: (filter: AccountFilter) => void;
  /** Stands at the end of the line. */
  readonly end: ReactNode;
}

/** Search and chips. */
export function AccountFilters({ filter, onChange, end }: AccountFiltersProps) {
  const t = useT();
  const { query } = useApi();
  const people = useQuery(query.consultants.list.queryOptions()).data ?? [];
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '';
  useShortcuts({ '/': () => document.getElementById(searchFieldId)?.focus() });
  return (
    <FilterLine end={end}>
      <TextInput
        id={searchFieldId}
        className={styles.search}
        aria-label={t('accounts.search')}
        placeholder={t('accounts.search')}
        leftSection={<IconSearch size={14} stroke={iconStroke} aria-hidden />}
        value={filter.text ?? ''}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <div className={styles.chips}>
        {conditionsOf(filter).map((id) => (
          <Chip
            key={id}
            {...conditionWords(filter, id, { t, nameOf })}
            onRemove={() => onChange(without(filter, id))}
          />
        ))}
        <FilterMenu filter={filter} people={people} onChange={onChange} />
      </div>
    </FilterLine>
  );
}

interface FilterMenuProps extends Omit<AccountFiltersProps, 'end'> {
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** Conditions that are met or not; of two that exclude each other the later choice counts. */
const yesChoices = [
  { id: 'windowOpen', value: true, words: 'windowOpen' },
  { id: 'certified', value: false, words: 'uncertified' },
  { id: 'underWay', value: true, words: 'underWay' },
] as const;

function FilterMenu({ filter, people, onChange }: FilterMenuProps) {
  const t = useT();
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '';
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <AddChip />
      </Menu.Target>
      <Menu.Dropdown>
        <Choices
          title={t('accounts.condition.consultantIds')}
          values={[...people.map(({ id }) => id), 'nobody']}
          chosen={filter.consultantIds ?? []}
          words={(id) => personName(id, { t, nameOf })}
          onToggle={(id) => onChange(toggled(filter, 'consultantIds', id))}
        />
        <Choices
          title={t('accounts.condition.platforms')}
          values={platforms}
          chosen={filter.platforms ?? []}
          words={(platform) => t(`vocabulary.platform.${platform}`)}
          onToggle={(platform) => onChange(toggled(filter, 'platforms', platform))}
        />
        <Choices
          title={t('accounts.condition.kinds')}
          values={accountKinds}
          chosen={filter.kinds ?? []}
          words={(kind) => t(`vocabulary.accountKind.${kind}`)}
          onToggle={(kind) => onChange(toggled(filter, 'kinds', kind))}
        />
        <Choices
          title={t('accounts.condition.certifiedWithinDays')}
          values={dayChoices}
          chosen={dayChoices.filter((days) => days === filter.certifiedWithinDays)}
          words={(days) => dayChoiceWords(days, t)}
          onToggle={(days) => onChange(narrowed(filter, { certifiedWithinDays: days }))}
          single
        />
        <Menu.Divider />
        {yesChoices.map(({ id, value, words }) => (
          <Choice
            key={id}
            chosen={filter[id] === value}
            onClick={() =>
              onChange(filter[id] === value ? without(filter, id) : narrowed(filter, { [id]: value }))
            }
          >
            {t(`accounts.choice.${words}`)}
          </Choice>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
