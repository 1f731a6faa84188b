import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFileCertificate, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { ApplicationRow } from '#shared/contract/applications.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useExport } from '#renderer/api/use-export.ts';
import { usePages } from '#renderer/api/use-pages.ts';
import { DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ExportMenu, ExportProgress } from '#renderer/components/export-list.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { FilterLine, PageHead, StatusBar } from '#renderer/components/page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApplicationColumns } from './use-application-columns.tsx';

type Scope = 'open' | 'closed' | 'all';

/** Every application as a table, newest first. */
export function ApplicationsPage() {
  const t = useT();
  const format = useFormat();
  const { backend, query } = useApi();
  const [scope, setScope] = useState<Scope>('open');
  const [text, setText] = useState('');
  const filter = { ...(text.trim() !== '' && { text }), ...(scope !== 'all' && { open: scope === 'open' }) };
  const pages = usePages(query.applications.list.key({ input: { filter } }), (after, signal) =>
    backend.applications.list({ filter, after, limit: 100 }, { signal }),
  );
  const info = useQuery(query.system.info.queryOptions());
  const columns = useApplicationColumns(info.data);
  const total = pages.first?.total ?? 0;
  const title = t('applications.title');
  const list = useExport(title, (asked, options) =>
    backend.exports.applications({ filter, ...asked }, options),
  );
  if (pages.error !== null) return <QueryFailure error={pages.error} onRetry={pages.retry} />;
  return (
    <>
      <PageHead title={title} count={t('applications.count', { n: format.count(total) })}>
        <ExportMenu disabled={total === 0 || list.progress !== null} onExport={list.run} />
      </PageHead>
      <ExportProgress title={title} progress={list.progress} onCancel={list.cancel} />
      <FilterLine>
        <SegmentedControl
          aria-label={t('applications.title')}
          value={scope}
          onChange={(value) => setScope(value)}
          data={(['open', 'closed', 'all'] as const).map((value) => ({
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
        rows={pages.rows}
        rowId={(row) => row.id}
        rowName={(row) => `${row.number} ${row.clientName}`}
        total={total}
        onOpen={(row) => navigateTo(paths.application(row.id))}
        onReachEnd={pages.loadMore}
        loading={pages.loading}
        loadingMore={pages.loadingMore}
        viewKey={JSON.stringify(filter)}
        empty={<NoApplications filtered={text.trim() !== '' || scope === 'closed'} />}
      />
      <StatusBar>{t('applications.count', { n: format.count(total) })}</StatusBar>
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
