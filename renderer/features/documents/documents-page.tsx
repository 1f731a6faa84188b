import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFileExport, IconSearch, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import type { ListedDocument } from '#shared/contract/documents.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useExport } from '#renderer/api/use-export.ts';
import { useFoundBy, useRowWindow } from '#renderer/api/use-row-window.ts';
import { ColumnsMenu } from '#renderer/components/columns-menu.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ExportMenu, ExportProgress } from '#renderer/components/export-list.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { beginTrail, trailBackTo } from '#renderer/components/list-trail.ts';
import { FilterLine, PageHead, StatusBar } from '#renderer/components/page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useListMemory } from '#renderer/components/use-list-memory.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useDocumentColumns } from './use-document-columns.tsx';

const scopes = ['all', 'expired', 'soon', 'quarter'] as const;
type Scope = (typeof scopes)[number];
/** What is kept of the list on this computer. */
const scopeLook = z.enum(scopes);

/** A paper has expired when its last day lies before today; that is "within −1 days". */
const withinDays: Readonly<Record<Scope, number | undefined>> = {
  all: undefined,
  expired: -1,
  soon: 30,
  quarter: 90,
};

/** Every paper of every client, the one that ends first on top. */
export function DocumentsPage() {
  const t = useT();
  const format = useFormat();
  const { backend, query } = useApi();
  const memory = useListMemory('documents', scopeLook, 'all');
  const scope = memory.look;
  const [back] = useState(() => trailBackTo('documents'));
  const [text, setText] = useState(back?.look ?? '');
  const days = withinDays[scope];
  const filter = {
    ...(text.trim() !== '' && { text }),
    ...(days !== undefined && { expiringWithinDays: days }),
  };
  const found = useRowWindow(query.documents.list.key({ input: { filter } }), (start, signal) =>
    backend.documents.list({ filter, ...start }, { signal }),
  );
  const info = useQuery(query.system.info.queryOptions());
  const columns = useDocumentColumns(info.data, useFoundBy(text.trim(), found));
  const open = ({ id, inFile }: ListedDocument): void => {
    beginTrail({
      list: 'documents',
      key: JSON.stringify(filter),
      read: (range, signal) => backend.documents.list({ filter, ...range }, { signal }),
      id,
      index: found.rows.findIndex((row) => row?.id === id),
      look: text,
    });
    navigateTo(
      paths.document(id, inFile?.isCurrent === true ? { page: inFile.page, find: text.trim() } : {}),
    );
  };
  const total = found.first?.total ?? 0;
  const filtered = Object.keys(filter).length > 0;
  const title = t('documents.title');
  const list = useExport(title, (asked, options) => backend.exports.documents({ filter, ...asked }, options));
  if (found.error !== null) return <QueryFailure error={found.error} onRetry={found.retry} />;
  return (
    <>
      <PageHead title={title} count={t('documents.count', { n: format.count(total) })}>
        <Button
          variant="subtle"
          leftSection={<IconUsers size={16} stroke={iconStroke} aria-hidden />}
          onClick={() => navigateTo(paths.people())}
        >
          {t('people.title')}
        </Button>
        <Button
          variant="subtle"
          leftSection={<IconFileExport size={16} stroke={iconStroke} aria-hidden />}
          onClick={() => navigateTo(paths.handOuts())}
        >
          {t('handOuts.open')}
        </Button>
        <ExportMenu disabled={total === 0 || list.progress !== null} onExport={list.run} />
      </PageHead>
      <ExportProgress title={title} progress={list.progress} onCancel={list.cancel} />
      <FilterLine end={<ColumnsMenu columns={columns} arrangement={memory} />}>
        <SegmentedControl
          aria-label={t('documents.title')}
          value={scope}
          onChange={memory.setLook}
          data={scopes.map((value) => ({
            value,
            label: t(`documents.${value}`),
          }))}
        />
        <TextInput
          aria-label={t('documents.search')}
          placeholder={t('documents.search')}
          leftSection={<IconSearch size={14} stroke={iconStroke} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </FilterLine>
      <DataTable<ListedDocument>
        takesKeys
        label={t('documents.title')}
        columns={columns}
        arrangement={memory}
        rows={found.rows}
        rowId={(row) => row.id}
        rowName={(row) => `${row.title} ${row.clientName}`}
        tall
        onOpen={open}
        arriveAt={back?.index}
        onShow={found.show}
        loading={found.loading}
        viewKey={JSON.stringify(filter)}
        empty={
          filtered ? (
            <EmptyState title={t('documents.nothingFound')} />
          ) : (
            <EmptyState title={t('documents.empty')} note={t('documents.emptyNote')} />
          )
        }
      />
      <StatusBar>{t('documents.count', { n: format.count(total) })}</StatusBar>
    </>
  );
}
