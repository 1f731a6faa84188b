import { Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import type { AccountFilter, AccountRow, AccountSortKey } from '#shared/contract/account-pages.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import { useApi } from '#renderer/api/api.tsx';
import { ListFilterLine } from '#renderer/api/views/list-filter-line.tsx';
import type { OpenView } from '#renderer/api/views/use-saved-view.ts';
import { AddChip } from '#renderer/components/chip.tsx';
import { Choice, Choices } from '#renderer/components/choices-menu.tsx';
import { dayChoices, dayChoiceWords, personName } from '#renderer/components/condition-words.ts';
import type { GroupChoices } from '#renderer/components/group-menu.tsx';
import type { Column } from '#renderer/components/table-column.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { conditionsOf, conditionWords, narrowed, toggled, without } from './conditions.ts';

interface AccountFiltersProps {
  readonly open: OpenView<AccountFilter, AccountSortKey>;
  readonly columns: readonly Column<AccountRow>[];
  readonly groups: GroupChoices;
}

/** Search, chips, and what can be done with the view they make. It is not drawn anew for rows that come. */
export const AccountFilters = memo(function AccountFilters({ open, columns, groups }: AccountFiltersProps) {
  const t = useT();
  const { query } = useApi();
  const people = useQuery(query.consultants.list.queryOptions()).data ?? [];
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '';
  const { filter } = open.view;
  const setFilter = (next: AccountFilter): void => open.set({ ...open.view, filter: next });
  return (
    <ListFilterLine
      open={open}
      columns={columns}
      groups={groups}
      search={t('accounts.search')}
      chips={conditionsOf(filter).map((id) => ({
        id,
        ...conditionWords(filter, id, { t, nameOf }),
        onRemove: () => setFilter(without(filter, id)),
      }))}
      menu={<FilterMenu filter={filter} people={people} onChange={setFilter} />}
    />
  );
});

interface FilterMenuProps {
  readonly filter: AccountFilter;
  readonly onChange: (filter: AccountFilter) => void;
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
          values={['me', ...people.map(({ id }) => id), 'nobody']}
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
