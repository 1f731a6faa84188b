import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import type { ReactNode } from 'react';
import type {
  ApplicationFilter,
  ApplicationRow,
  ApplicationSortKey,
} from '#shared/contract/application-pages.ts';
import { useApi } from '#renderer/api/api.tsx';
import { ListFilterLine } from '#renderer/api/views/list-filter-line.tsx';
import type { OpenView } from '#renderer/api/views/use-saved-view.ts';
import type { GroupChoices } from '#renderer/components/group-menu.tsx';
import type { Column } from '#renderer/components/table-column.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { conditionsOf, conditionWords, without } from './conditions.ts';
import { FilterMenu } from './filter-menu.tsx';

interface ApplicationFiltersProps {
  readonly open: OpenView<ApplicationFilter, ApplicationSortKey>;
  readonly columns: readonly Column<ApplicationRow>[];
  /** Undefined where the list is no table. */
  readonly groups: GroupChoices | undefined;
  /** Stands before the columns. */
  readonly end?: ReactNode;
}

/** Search, chips, and what can be done with the view they make. It is not drawn anew for rows that come. */
export const ApplicationFilters = memo(function ApplicationFilters({
  open,
  columns,
  groups,
  end,
}: ApplicationFiltersProps) {
  const t = useT();
  const { query } = useApi();
  const people = useQuery(query.consultants.list.queryOptions()).data ?? [];
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '';
  const { filter } = open.view;
  const setFilter = (next: ApplicationFilter): void => open.set({ ...open.view, filter: next });
  return (
    <ListFilterLine
      open={open}
      columns={columns}
      groups={groups}
      search={t('applications.search')}
      chips={conditionsOf(filter).map((id) => ({
        id,
        ...conditionWords(filter, id, { t, nameOf }),
        onRemove: () => setFilter(without(filter, id)),
      }))}
      menu={<FilterMenu filter={filter} people={people} onChange={setFilter} />}
      end={end}
    />
  );
});
