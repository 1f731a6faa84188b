import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { memo } from 'react';
import { clientSortKeys } from '#shared/contract/clients.ts';
import type { ClientFilter, ClientSortKey } from '#shared/contract/clients.ts';
import { clientGroups } from '#shared/contract/row-groups.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useExport } from '#renderer/api/use-export.ts';
import { useFoundBy } from '#renderer/api/use-row-window.ts';
import { useGrouping, useShownGroups } from '#renderer/api/views/use-grouping.ts';
import { useSavedView } from '#renderer/api/views/use-saved-view.ts';
import type { OpenView } from '#renderer/api/views/use-saved-view.ts';
import { ExportMenu, ExportProgress } from '#renderer/components/export-list.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { PageHead } from '#renderer/components/page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { ClientFilters } from './client-filters.tsx';
import { clientViews, plainFilter } from './client-view.ts';
import { DuplicatesButton } from './duplicates-button.tsx';
import { useClientGroupWords } from './group-words.ts';
import { NewClientDialog } from './new-client-dialog.tsx';
import { NoClients } from './no-clients.tsx';
import { useClientColumns } from './use-client-columns.tsx';
import { ClientTable, useClientRows } from './client-table.tsx';

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
