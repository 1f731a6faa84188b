import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClientsLook } from '#shared/contract/bulk.ts';
import type { ClientFilter, ClientRow } from '#shared/contract/clients.ts';
import type { ClientGroup } from '#shared/contract/row-groups.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import type { Api } from '#renderer/api/api.tsx';
import { useGroupChoice } from '#renderer/api/group-choice.ts';
import { rowsBetween } from '#renderer/api/ids-between.ts';
import { useCellWriting } from '#renderer/api/use-cell-writing.tsx';
import { useChosenRows, useLeaving } from '#renderer/api/use-chosen-rows.ts';
import type { ListChoice } from '#renderer/api/use-chosen-rows.ts';
import { useRowWindow } from '#renderer/api/use-row-window.ts';
import { useIdsBetween } from '#renderer/api/use-ids-between.ts';
import type { PageStart } from '#renderer/api/use-row-window.ts';
import type { Grouping } from '#renderer/api/views/use-grouping.ts';
import type { ColumnArrangement } from '#renderer/components/column-layout.ts';
import { DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { beginTrail, trailBackTo } from '#renderer/components/list-trail.ts';
import { viewToText } from '#renderer/components/list-view.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import type { Column, Sort } from '#renderer/components/table-column.ts';
import type { TableGroups } from '#renderer/components/table-groups.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { ClientsBulk } from './bulk/clients-bulk.tsx';
import { clientViews, plainFilter } from './client-view.ts';
import type { ClientView } from './client-view.ts';
import { ListFoot } from './list-foot.tsx';

/** The rows of a view, read where they are shown. */
export function useClientRows({ filter, sort }: ClientView, group: ClientGrouping) {
  const { backend, query } = useApi();
  const asked = { filter: plainFilter(filter), sort, ...(group && { group }) };
  return useRowWindow(
    query.clients.list.key({ input: asked }),
    (start, signal) => backend.clients.list({ ...asked, ...start }, { signal }),
    [asked.filter, sort, group?.by],
  );
}

type ClientGrouping = Grouping<ClientGroup>['group'];

interface ClientTableProps {
  readonly found: ReturnType<typeof useClientRows>;
  readonly view: ClientView;
  readonly group: ClientGrouping;
  readonly groups: TableGroups | undefined;
  readonly columns: readonly Column<ClientRow>[];
  readonly arrangement: ColumnArrangement;
  readonly today: CalendarDate | undefined;
  readonly sort: Sort;
  readonly viewKey: string;
  readonly onSort: (sort: Sort) => void;
}

/** The clients of a view, to be opened, chosen and written where they stand. */
export function ClientTable({ found, view, group, columns, today, ...props }: ClientTableProps) {
  const t = useT();
  const { backend } = useApi();
  const filter = plainFilter(view.filter);
  const asked = { filter, sort: view.sort, ...(group && { group }) };
  const choice = useChosenRows(JSON.stringify(filter), found.first?.total ?? 0);
  const look = useClientsLook(filter, choice, group?.by);
  const [column, setColumn] = useState<string | null>(null);
  const [arriveAt] = useState(() => trailBackTo('clients')?.index);
  const open = ({ id }: ClientRow): void => {
    beginTrail({
      list: 'clients',
      key: JSON.stringify(asked),
      read: (range, signal) => backend.clients.list({ ...asked, ...range }, { signal }),
      id,
      index: found.rows.findIndex((row) => row?.id === id),
      look: viewToText(clientViews, view),
    });
    navigateTo(paths.client(id));
  };
  const read = (start: PageStart) => backend.clients.list({ ...asked, ...start });
  const groupChoice = useGroupChoice(choice, look);
  const between = useIdsBetween(read);
  const writing = useCellWriting<ClientRow>({
    nameOf: rowName,
    rowsBetween: (first, last) => rowsBetween(read, first, last),
    writeOne: (id, fields) => backend.clients.update({ id, ...fields }),
    writeBlock: (block, signal) => backend.bulk.writeClientCells(block as ClientBlock, { signal }),
  });
  return (
    <>
      <DataTable<ClientRow>
        takesKeys
        label={t('clients.title')}
        columns={columns}
        rows={found.rows}
        groups={props.groups}
        rowId={rowId}
        rowName={rowName}
        arrangement={props.arrangement}
        sort={props.sort}
        onSort={props.onSort}
        onOpen={open}
        arriveAt={arriveAt}
        onActive={(_row, active) => setColumn(active)}
        onShow={found.show}
        selection={choice.chosen}
        onSelect={choice.choose}
        groupChoice={group && groupChoice((key) => backend.clients.idsOfGroup({ filter, by: group.by, key }))}
        idsBetween={between}
        cells={writing.cells}
        roomBelow={choice.count > 0}
        loading={found.loading}
        viewKey={props.viewKey}
        empty={<EmptyState title={t('clients.nothingFound')} note={t('clients.nothingFoundNote')} />}
      />
      {writing.dialog}
      <ClientsBulk view={view} by={group?.by} choice={choice} look={look} today={today} />
      <ListFoot
        first={found.first}
        cell={columns.find(({ id }) => id === column)?.title}
        chosen={choice.count > 0 ? look : undefined}
      />
    </>
  );
}

type ClientBlock = Parameters<Api['backend']['bulk']['writeClientCells']>[0];

/** What the selected clients have in common; what the list no longer holds is dropped. */
function useClientsLook(
  filter: ClientFilter,
  choice: ListChoice,
  group: ClientGroup | undefined,
): ClientsLook | undefined {
  const { query } = useApi();
  const input = { filter, rows: choice.rows, group };
  const { data } = useQuery({
    ...query.bulk.lookAtClients.queryOptions({ input }),
    enabled: choice.count > 0,
    placeholderData: keepPreviousData,
  });
  useLeaving(choice, data?.gone);
  return data;
}

const rowId = (row: ClientRow): string => row.id;
const rowName = (row: ClientRow): string => row.name;
