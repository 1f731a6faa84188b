import { useQuery } from '@tanstack/react-query';
import { memo, useState } from 'react';
import type { ClientFilter, ClientRow, ClientSortKey } from '#shared/contract/clients.ts';
import { useApi } from '#renderer/api/api.tsx';
import { ListFilterLine } from '#renderer/api/views/list-filter-line.tsx';
import type { OpenView } from '#renderer/api/views/use-saved-view.ts';
import type { GroupChoices } from '#renderer/components/group-menu.tsx';
import { LineDialog } from '#renderer/components/line-dialog.tsx';
import type { Column } from '#renderer/components/table-column.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { conditionsOf, conditionWords, without } from './conditions.ts';
import { FilterMenu } from './filter-menu.tsx';

interface ClientFiltersProps {
  readonly open: OpenView<ClientFilter, ClientSortKey>;
  readonly columns: readonly Column<ClientRow>[];
  readonly groups: GroupChoices;
}

/** Search, chips, and what can be done with the view they make. It is not drawn anew for rows that come. */
export const ClientFilters = memo(function ClientFilters({ open, columns, groups }: ClientFiltersProps) {
  const t = useT();
  const { query } = useApi();
  const people = useQuery(query.consultants.list.queryOptions()).data ?? [];
  const [asksTag, setAsksTag] = useState(false);
  const { filter } = open.view;
  const setFilter = (next: ClientFilter): void => open.set({ ...open.view, filter: next });
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '';
  return (
    <>
      <ListFilterLine
        open={open}
        columns={columns}
        groups={groups}
        search={t('clients.search')}
        chips={conditionsOf(filter).map((id) => ({
          id,
          ...conditionWords(filter, id, { t, nameOf }),
          onRemove: () => setFilter(without(filter, id)),
        }))}
        menu={
          <FilterMenu filter={filter} people={people} onChange={setFilter} onTag={() => setAsksTag(true)} />
        }
      />
      {asksTag && (
        <LineDialog
          title={t('clients.condition.tag')}
          label={t('clients.tagName')}
          initial={filter.tag ?? ''}
          confirm={t('clients.filterBy')}
          onClose={() => setAsksTag(false)}
          onConfirm={(tag) => {
            setAsksTag(false);
            setFilter({ ...filter, tag });
          }}
        />
      )}
    </>
  );
});
