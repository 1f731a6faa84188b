import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DestroyedRow } from '#shared/contract/keeping.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useExport } from '#renderer/api/use-export.ts';
import { useRowWindow } from '#renderer/api/use-row-window.ts';
import { DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ExportMenu, ExportProgress } from '#renderer/components/export-list.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { FilterLine, PageHead, StatusBar } from '#renderer/components/page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useDestroyedColumns } from './use-destroyed-columns.tsx';

/** The record of what was destroyed: it can be searched and exported, and nothing in it can be opened any more. */
export function DestroyedList({ choice }: { readonly choice: ReactNode }) {
  const t = useT();
  const { query, backend } = useApi();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const found = useRowWindow(query.keeping.destroyed.key({ input: { text } }), (start, signal) =>
    backend.keeping.destroyed({ text, ...start }, { signal }),
  );
  const nowMs = useQuery(query.system.info.queryOptions()).data?.nowMs;
  const columns = useDestroyedColumns(nowMs);
  const title = t('keeping.tab.destroyed');
  const list = useExport(title, (asked, options) => backend.exports.destroyed({ text, ...asked }, options));
  if (found.error !== null) return <QueryFailure error={found.error} onRetry={found.retry} />;
  const total = found.first?.total ?? 0;
  const counted = t('keeping.count', { count: total });
  return (
    <>
      <PageHead title={t('keeping.title')} count={found.first && counted}>
        <ExportMenu disabled={total === 0 || list.progress !== null} onExport={list.run} />
      </PageHead>
      <ExportProgress title={title} progress={list.progress} onCancel={list.cancel} />
      <FilterLine>
        {choice}
        <TextInput
          w={260}
          aria-label={t('keeping.searchRecord')}
          placeholder={t('keeping.searchRecord')}
          leftSection={<IconSearch size={14} stroke={iconStroke} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </FilterLine>
      <DataTable<DestroyedRow>
        takesKeys
        label={title}
        columns={columns}
        rows={found.rows}
        rowId={({ id }) => id}
        rowName={(row) => `${row.title} ${row.clientName ?? ''}`}
        tall
        onOpen={({ clientId }) => {
          if (clientId !== null) navigateTo(paths.client(clientId));
        }}
        onShow={found.show}
        loading={found.loading}
        viewKey={text}
        empty={
          <EmptyState title={t(text === '' ? 'keeping.empty.destroyed' : 'keeping.empty.nothingFound')} />
        }
      />
      <StatusBar>{counted}</StatusBar>
    </>
  );
}
