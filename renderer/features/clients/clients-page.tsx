import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { memo, useState } from 'react';
import type { ClientsLook } from '#shared/contract/bulk.ts';
import { clientSortKeys } from '#shared/contract/clients.ts';
import type { ClientFilter, ClientRow, ClientSortKey } from '#shared/contract/clients.ts';
import { clientGroups } from '#shared/contract/row-groups.ts';
import type { ClientGroup } from '#shared/contract/row-groups.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import type { Api } from '#renderer/api/api.tsx';
import { useGroupChoice } from '#renderer/api/group-choice.ts';
import { rowsBetween } from '#renderer/api/ids-between.ts';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useCellWriting } from '#renderer/api/use-cell-writing.tsx';
import { useChosenRows, useLeaving } from '#renderer/api/use-chosen-rows.ts';
import type { ListChoice } from '#renderer/api/use-chosen-rows.ts';
import { useExport } from '#renderer/api/use-export.ts';
import { useFoundBy, useRowWindow } from '#renderer/api/use-row-window.ts';
import { useIdsBetween } from '#renderer/api/use-ids-between.ts';
import type { PageStart } from '#renderer/api/use-row-window.ts';
import { useGrouping, useShownGroups } from '#renderer/api/views/use-grouping.ts';
import type { Grouping } from '#renderer/api/views/use-grouping.ts';
import { useSavedView } from '#renderer/api/views/use-saved-view.ts';
import type { OpenView } from '#renderer/api/views/use-saved-view.ts';
import type { ColumnArrangement } from '#renderer/components/column-layout.ts';
import { DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ExportMenu, ExportProgress } from '#renderer/components/export-list.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { PageHead } from '#renderer/components/page.tsx';
import { beginTrail, trailBackTo } from '#renderer/components/list-trail.ts';
import { viewToText } from '#renderer/components/list-view.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import type { Column, Sort } from '#renderer/components/table-column.ts';
import type { TableGroups } from '#renderer/components/table-groups.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { ClientsBulk } from './bulk/clients-bulk.tsx';
import { ClientFilters } from './client-filters.tsx';
import { clientViews, plainFilter } from './client-view.ts';
import type { ClientView } from './client-view.ts';
import { DuplicatesButton } from './duplicates-button.tsx';
import { useClientGroupWords } from './group-words.ts';
import { ListFoot } from './list-foot.tsx';
import { NewClientDialog } from './new-client-dialog.tsx';
import { NoClients } from './no-clients.tsx';
import { useClientColumns } from './use-client-columns.tsx';

interface ClientsPageProps {
  /** The saved view that is open; without it the whole list. */
  readonly viewId?: string;
  /** Whether the form for a new client is open. */
  readonly creating: boolean;
}

/** Every client as a table, in a view that can be narrowed, ordered and saved. */
export function ClientsPage({ viewId, creating }: ClientsPageProps) {
  const open = useSavedView(clientViews, viewId);
  return (
    <>
      {open.ready ? <ClientList open={open} /> : <SkeletonRows count={16} />}
      {creating && <NewClientDialog onClose={() => navigateTo(paths.clients(viewId))} />}
    </>
  );
}

const nobody: readonly never[] = [];

function ClientList({ open }: { readonly open: OpenView<ClientFilter, ClientSortKey> }) {
  const t = useT();
  const format = useFormat();
  const grouping = useGrouping(open, clientGroups);
  const { group } = grouping;
  const found = useClientRows(open.view, group);
  const words = useClientGroupWords();
  const { groups, menu } = useShownGroups(grouping, clientGroups, found.first?.grouped, words);
  const { backend, query } = useApi();
  const info = useQuery(query.system.info.queryOptions()).data;
  const people = useQuery(query.consultants.list.queryOptions()).data ?? nobody;
  const columns = useClientColumns(info, useFoundBy(open.view.filter.text ?? '', found), people);
  const { filter, sort } = open.view;
  const total = found.first?.total ?? 0;
  const isWhole = Object.keys(plainFilter(filter)).length === 0;
  const title = open.saved?.name ?? t('clients.title');
  const list = useExport(title, (asked, options) =>
    backend.exports.clients({ filter: plainFilter(filter), sort, group: group?.by, ...asked }, options),
  );
  if (found.error !== null) return <QueryFailure error={found.error} onRetry={found.retry} />;
  if (isWhole && found.first?.total === 0) {
    return (
      <>
        <PageHead title={title} />
        <NoClients />
      </>
    );
  }
  return (
    <>
      <PageHead title={title} count={found.first && t('clients.count', { n: format.count(total) })}>
        <DuplicatesButton />
        <ExportMenu disabled={total === 0 || list.progress !== null} onExport={list.run} />
        <HeadActions />
      </PageHead>
      <ExportProgress title={title} progress={list.progress} onCancel={list.cancel} />
      <ClientFilters open={open} columns={columns} groups={menu} />
      <ClientTable
        found={found}
        view={open.view}
        group={group}
        groups={groups}
        columns={columns}
        arrangement={open.arrangement}
        today={info && dateOfInstant(info.nowMs)}
        sort={{ column: sort.key, descending: sort.descending }}
        viewKey={JSON.stringify({ ...plainFilter(filter), sort, by: group?.by })}
        onSort={({ column, descending }) => {
          const key = clientSortKeys.find((candidate) => candidate === column);
          if (key !== undefined) open.set({ ...open.view, sort: { key, descending } });
        }}
      />
    </>
  );
}

function useClientRows({ filter, sort }: ClientView, group: ClientGrouping) {
  const { backend, query } = useApi();
  const asked = { filter: plainFilter(filter), sort, ...(group && { group }) };
  return useRowWindow(
    query.clients.list.key({ input: asked }),
    (start, signal) => backend.clients.list({ ...asked, ...start }, { signal }),
    [asked.filter, sort, group?.by],
  );
}

type ClientGrouping = Grouping<ClientGroup>['group'];

const HeadActions = memo(function HeadActions() {
  const t = useT();
  return (
    <>
      <Button
        leftSection={<IconFileImport size={16} stroke={iconStroke} aria-hidden />}
        onClick={() => navigateTo(paths.imports())}
      >
        {t('clients.import')}
      </Button>
      <Button
        variant="filled"
        leftSection={<IconPlus size={16} stroke={iconStroke} aria-hidden />}
        onClick={() => navigateTo(paths.newClient())}
      >
        {t('clients.new.button')}
      </Button>
    </>
  );
});

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

function ClientTable({ found, view, group, columns, today, ...props }: ClientTableProps) {
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
