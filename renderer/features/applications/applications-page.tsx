import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconFileCertificate, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import type { ApplicationRow } from '#shared/contract/applications.ts';
import { useApi } from '#renderer/api/api.tsx';
import { idsBetween } from '#renderer/api/ids-between.ts';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useChosenRows, useLeaving } from '#renderer/api/use-chosen-rows.ts';
import { useExport } from '#renderer/api/use-export.ts';
import { useRowWindow } from '#renderer/api/use-row-window.ts';
import { ColumnsMenu } from '#renderer/components/columns-menu.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ExportMenu, ExportProgress } from '#renderer/components/export-list.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { FilterLine, PageHead, StatusBar } from '#renderer/components/page.tsx';
import { beginTrail, trailBackTo } from '#renderer/components/list-trail.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useListMemory } from '#renderer/components/use-list-memory.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { ApplicationsBulk } from './bulk/applications-bulk.tsx';
import { useApplicationColumns } from './use-application-columns.tsx';

const scopes = ['open', 'closed', 'all'] as const;
/** What is kept of the list on this computer. */
const scopeLook = z.enum(scopes);

/** Every application as a table, newest first. */
export function ApplicationsPage() {
  const t = useT();
  const format = useFormat();
  const { backend, query } = useApi();
  const memory = useListMemory('applications', scopeLook, 'open');
  const scope = memory.look;
  const [left] = useState(() => trailBackTo('applications'));
  const [text, setText] = useState(() => z.string().catch('').parse(left?.look));
  const filter = { ...(text.trim() !== '' && { text }), ...(scope !== 'all' && { open: scope === 'open' }) };
  const found = useRowWindow(query.applications.list.key({ input: { filter } }), (start, signal) =>
    backend.applications.list({ filter, ...start }, { signal }),
  );
  const choice = useChosenRows(JSON.stringify(filter), found.first?.total ?? 0);
  const look = useQuery({
    ...query.bulk.lookAtApplications.queryOptions({ input: { filter, rows: choice.rows } }),
    enabled: choice.count > 0,
    placeholderData: keepPreviousData,
  }).data;
  useLeaving(choice, look?.gone);
  const info = useQuery(query.system.info.queryOptions());
  const columns = useApplicationColumns(info.data);
  const total = found.first?.total ?? 0;
  const title = t('applications.title');
  const list = useExport(title, (asked, options) =>
    backend.exports.applications({ filter, ...asked }, options),
  );
  const open = ({ id }: ApplicationRow): void => {
    beginTrail({
      list: 'applications',
      key: JSON.stringify(filter),
      read: (range, signal) => backend.applications.list({ filter, ...range }, { signal }),
      id,
      index: found.rows.findIndex((row) => row?.id === id),
      look: text,
    });
    navigateTo(paths.application(id));
  };
  if (found.error !== null) return <QueryFailure error={found.error} onRetry={found.retry} />;
  return (
    <>
      <PageHead title={title} count={t('applications.count', { n: format.count(total) })}>
        <ExportMenu disabled={total === 0 || list.progress !== null} onExport={list.run} />
      </PageHead>
      <ExportProgress title={title} progress={list.progress} onCancel={list.cancel} />
      <FilterLine end={<ColumnsMenu columns={columns} arrangement={memory} />}>
        <SegmentedControl
          aria-label={t('applications.title')}
          value={scope}
          onChange={memory.setLook}
          data={scopes.map((value) => ({
            value,
            label: t(`applications.${value}`),
          }))}
        />
        <TextInput
          aria-label={t('applications.search')}
          placeholder={t('applications.search')}
          leftSection={<IconSearch size={14} stroke={iconStroke} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </FilterLine>
      <DataTable<ApplicationRow>
        label={t('applications.title')}
        columns={columns}
        arrangement={memory}
        rows={found.rows}
        rowId={(row) => row.id}
        rowName={(row) => `${row.number} ${row.clientName}`}
        onOpen={open}
        arriveAt={left?.index}
        onShow={found.show}
        selection={choice.chosen}
        onSelect={choice.choose}
        idsBetween={(first, last) =>
          idsBetween((start) => backend.applications.list({ filter, ...start }), first, last)
        }
        roomBelow={choice.count > 0}
        loading={found.loading}
        viewKey={JSON.stringify(filter)}
        empty={<NoApplications filtered={text.trim() !== '' || scope === 'closed'} />}
      />
      <ApplicationsBulk filter={filter} choice={choice} look={look} />
      <StatusBar>
        <span>{t('applications.count', { n: format.count(total) })}</span>
        {choice.count > 0 && (
          <span>{t('bulk.applications.chosen', { n: format.count(look?.count ?? choice.count) })}</span>
        )}
      </StatusBar>
    </>
  );
}

function NoApplications({ filtered }: { readonly filtered: boolean }) {
  const t = useT();
  if (filtered) return <EmptyState title={t('applications.nothingFound')} />;
  const ways = [
    {
      id: 'clients',
      Icon: IconFileCertificate,
      title: t('applications.empty'),
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
