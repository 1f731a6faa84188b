import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { HandOutFilter, HandOutRow } from '#shared/contract/hand-outs.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useExport } from '#renderer/api/use-export.ts';
import { useRowWindow } from '#renderer/api/use-row-window.ts';
import { DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ExportMenu, ExportProgress } from '#renderer/components/export-list.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { Crumbs, FilterLine, RecordHead, StatusBar } from '#renderer/components/page.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { useHandOutColumns } from './use-hand-out-columns.tsx';

interface HandOutsPageProps {
  /** One paper, client or application alone. */
  readonly of: Pick<HandOutFilter, 'documentId' | 'clientId' | 'applicationId'>;
}

/** The register: every copy that left, the latest first. */
export function HandOutsPage({ of }: HandOutsPageProps) {
  const t = useT();
  const format = useFormat();
  const { backend, query } = useApi();
  const [text, setText] = useState('');
  const [open, setOpen] = useState<HandOutRow | null>(null);
  const filter = useMemo(() => ({ ...of, ...(text.trim() !== '' && { text }) }), [of, text]);
  const found = useRowWindow(query.handOuts.list.key({ input: { filter } }), (start, signal) =>
    backend.handOuts.list({ filter, ...start }, { signal }),
  );
  const columns = useHandOutColumns();
  const title = t('handOuts.title');
  const list = useExport(title, ({ target, format: form, language }, options) =>
    backend.exports.handOuts({ filter, target, format: form, language }, options),
  );
  if (found.error !== null) return <QueryFailure error={found.error} onRetry={found.retry} />;
  const total = found.first?.total ?? 0;
  const count = t('handOuts.count', { n: format.count(total) });
  return (
    <>
      <RecordHead
        crumbs={
          <Crumbs items={[{ label: t('documents.title'), href: paths.documents() }, { label: title }]} />
        }
        title={title}
        subtitle={total > 0 && count}
      >
        <ExportMenu disabled={total === 0 || list.progress !== null} onExport={list.run} />
      </RecordHead>
      <ExportProgress title={title} progress={list.progress} onCancel={list.cancel} />
      <FilterLine>
        <TextInput
          aria-label={t('handOuts.search')}
          placeholder={t('handOuts.search')}
          leftSection={<IconSearch size={14} stroke={iconStroke} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </FilterLine>
      <DataTable<HandOutRow>
        takesKeys
        label={title}
        columns={columns}
        rows={found.rows}
        rowId={(row) => row.id}
        rowName={(row) => `${row.copyName} ${row.recipient}`}
        tall
        onOpen={setOpen}
        onShow={found.show}
        loading={found.loading}
        viewKey={JSON.stringify(filter)}
        empty={
          text.trim() === '' ? (
            <EmptyState title={t('handOuts.empty')} note={t('handOuts.emptyNote')} />
          ) : (
            <EmptyState title={t('handOuts.nothingFound')} />
          )
        }
      />
      <StatusBar>{count}</StatusBar>
      {open !== null && <EntryDialog entry={open} onClose={() => setOpen(null)} />}
    </>
  );
}
