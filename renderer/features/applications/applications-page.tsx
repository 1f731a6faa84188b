import { Button, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconFileCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import { applicationSortKeys } from '#shared/contract/application-pages.ts';
import type {
  ApplicationFilter,
  ApplicationRow,
  ApplicationSortKey,
} from '#shared/contract/application-pages.ts';
import { applicationGroups } from '#shared/contract/row-groups.ts';
import type { ApplicationGroup } from '#shared/contract/row-groups.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useGroupChoice } from '#renderer/api/group-choice.ts';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useChosenRows, useLeaving } from '#renderer/api/use-chosen-rows.ts';
import { useExport } from '#renderer/api/use-export.ts';
import { useIdsBetween } from '#renderer/api/use-ids-between.ts';
import { useRowWindow } from '#renderer/api/use-row-window.ts';
import { useGrouping, useShownGroups } from '#renderer/api/views/use-grouping.ts';
import type { Grouping } from '#renderer/api/views/use-grouping.ts';
import { useSavedView } from '#renderer/api/views/use-saved-view.ts';
import type { OpenView } from '#renderer/api/views/use-saved-view.ts';
import { beginTrail, trailBackTo } from '#renderer/components/list-trail.ts';
import { viewToText } from '#renderer/components/list-view.ts';
import { DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ExportMenu, ExportProgress } from '#renderer/components/export-list.tsx';
import type { ListOrder } from '#renderer/components/list-view.ts';
import { PageHead } from '#renderer/components/page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useListMemory } from '#renderer/components/use-list-memory.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Board } from './board/board.tsx';
import { ApplicationFilters } from './application-filters.tsx';
import { applicationViews } from './application-view.ts';
import { ApplicationsBulk } from './bulk/applications-bulk.tsx';
import { plainFilter } from './conditions.ts';
import { useApplicationGroupWords } from './group-words.ts';
import { ListFoot } from './list-foot.tsx';
import { useApplicationColumns } from './use-application-columns.tsx';

const shapes = ['table', 'board'] as const;
type Shape = (typeof shapes)[number];
const shapeLook = z.enum(shapes);

interface ApplicationsPageProps {
  /** The saved view that is open; without it the whole list. */
  readonly viewId: string | undefined;
  /** As what it is shown; else as it was left. */
  readonly as: Shape | undefined;
}

/** Every application as a table or as a board by stage, in a view that can be narrowed, ordered and saved. */
export function ApplicationsPage({ viewId, as }: ApplicationsPageProps) {
  const open = useSavedView(applicationViews, viewId);
  return open.ready ? <ApplicationList open={open} as={as} /> : <SkeletonRows count={16} />;
}

interface ApplicationListProps {
  readonly open: OpenView<ApplicationFilter, ApplicationSortKey>;
  readonly as: Shape | undefined;
}

function ApplicationList({ open, as }: ApplicationListProps) {
  const t = useT();
  const format = useFormat();
  const { backend, query } = useApi();
  const kept = useListMemory('applications.shape', shapeLook, 'table');
  const shape = as ?? kept.look;
  const { sort } = open.view;
  const filter = plainFilter(open.view.filter);
  const grouping = useGrouping(open, applicationGroups);
  const { group } = grouping;
  const asked = { filter, sort, ...(group && { group }) };
  const found = useApplicationRows(asked);
  const words = useApplicationGroupWords();
  const { groups, menu } = useShownGroups(grouping, applicationGroups, found.first?.grouped, words);
  const choice = useChosenRows(JSON.stringify(filter), found.first?.total ?? 0);
  const look = useQuery({
    ...query.bulk.lookAtApplications.queryOptions({ input: { filter, rows: choice.rows, group: group?.by } }),
    enabled: choice.count > 0,
    placeholderData: keepPreviousData,
  }).data;
  useLeaving(choice, look?.gone);
  const groupChoice = useGroupChoice(choice, look);
  const info = useQuery(query.system.info.queryOptions());
  const columns = useApplicationColumns(info.data);
  const total = found.first?.total ?? 0;
  const title = open.saved?.name ?? t('applications.title');
  const list = useExport(title, (wish, options) =>
    backend.exports.applications({ filter, sort, group: group?.by, ...wish }, options),
  );
  const between = useIdsBetween((start) => backend.applications.list({ ...asked, ...start }));
  const [arriveAt] = useState(() => trailBackTo('applications')?.index);
  const openRow = ({ id }: ApplicationRow): void => {
    beginTrail({
      list: 'applications',
      key: JSON.stringify(asked),
      read: (range, signal) => backend.applications.list({ ...asked, ...range }, { signal }),
      id,
      index: found.rows.findIndex((row) => row?.id === id),
      look: viewToText(applicationViews, open.view),
    });
    navigateTo(paths.application(id));
  };
  if (found.error !== null) return <QueryFailure error={found.error} onRetry={found.retry} />;
  return (
    <>
      <PageHead title={title} count={found.first && t('applications.count', { n: format.count(total) })}>
        <SegmentedControl
          aria-label={t('applications.shape.label')}
          value={shape}
          onChange={(next) => {
            kept.setLook(next);
            navigateTo(paths.applications(open.saved?.id, next));
          }}
          data={shapes.map((value) => ({ value, label: t(`applications.shape.${value}`) }))}
        />
        <ExportMenu disabled={total === 0 || list.progress !== null} onExport={list.run} />
      </PageHead>
      <ExportProgress title={title} progress={list.progress} onCancel={list.cancel} />
      <ApplicationFilters open={open} columns={columns} groups={shape === 'table' ? menu : undefined} />
      {shape === 'board' ? (
        <Board filter={filter} empty={<NoApplications filtered={JSON.stringify(filter) !== wholeFilter} />} />
      ) : (
        <>
          <DataTable<ApplicationRow>
            takesKeys
            label={t('applications.title')}
            columns={columns}
            arrangement={open.arrangement}
            rows={found.rows}
            groups={groups}
            rowId={(row) => row.id}
            rowName={(row) => `${row.number} ${row.clientName}`}
            sort={{ column: sort.key, descending: sort.descending }}
            onSort={({ column, descending }) => {
              const key = applicationSortKeys.find((candidate) => candidate === column);
              if (key !== undefined) open.set({ ...open.view, sort: { key, descending } });
            }}
            onOpen={openRow}
            arriveAt={arriveAt}
            onShow={found.show}
            selection={choice.chosen}
            onSelect={choice.choose}
            groupChoice={
              group && groupChoice((key) => backend.applications.idsOfGroup({ filter, by: group.by, key }))
            }
            idsBetween={between}
            roomBelow={choice.count > 0}
            loading={found.loading}
            viewKey={JSON.stringify({ ...filter, sort, by: group?.by })}
            empty={<NoApplications filtered={JSON.stringify(filter) !== wholeFilter} />}
          />
          <ApplicationsBulk filter={filter} sort={sort} by={group?.by} choice={choice} look={look} />
          <ListFoot
            first={found.first}
            chosen={choice.count > 0 ? (look?.count ?? choice.count) : 0}
            onNarrow={(more) => open.set({ ...open.view, filter: { ...open.view.filter, ...more } })}
          />
        </>
      )}
    </>
  );
}

const wholeFilter = JSON.stringify(plainFilter(applicationViews.whole.filter));

interface AskedRows {
  readonly filter: ApplicationFilter;
  readonly sort: ListOrder<ApplicationSortKey>;
  readonly group?: Grouping<ApplicationGroup>['group'];
}

function useApplicationRows(asked: AskedRows) {
  const { backend, query } = useApi();
  return useRowWindow(
    query.applications.list.key({ input: asked }),
    (start, signal) => backend.applications.list({ ...asked, ...start }, { signal }),
    [asked.filter, asked.sort, asked.group?.by],
  );
}

function NoApplications({ filtered }: { readonly filtered: boolean }) {
  const t = useT();
  if (filtered)
    return <EmptyState title={t('applications.nothingFound')} note={t('applications.nothingFoundNote')} />;
  const ways = [
    {
      id: 'clients',
      Icon: IconFileCertificate,
      title: t('applications.emptyWay'),
      note: t('applications.emptyNote'),
      action: (
        <Button variant="filled" onClick={() => navigateTo(paths.clients())}>
          {t('applications.toClients')}
        </Button>
      ),
    },
  ];
  return <EmptyState title={t('applications.empty')} ways={ways} />;
}
