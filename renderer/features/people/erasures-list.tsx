import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Erasure } from '#shared/contract/people.ts';
import { dateOfInstant, timeOfInstant } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useRowWindow } from '#renderer/api/use-row-window.ts';
import { DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { FilterLine, PageHead, StatusBar } from '#renderer/components/page.tsx';
import type { Column } from '#renderer/components/table-column.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useState } from 'react';
import { ErasureDialog } from './erasure-dialog.tsx';
import { useErasedWords } from './use-erased-words.ts';
import { stayWords } from './stay-words.ts';
import styles from './people.module.css';

/** What was erased, the latest first; nothing in it names anybody. */
export function ErasuresList({ choice }: { readonly choice: ReactNode }) {
  const t = useT();
  const { query, backend } = useApi();
  const found = useRowWindow(query.people.erasures.key(), (start, signal) =>
    backend.people.erasures(start, { signal }),
  );
  const [open, setOpen] = useState<Erasure | null>(null);
  const columns = useErasureColumns();
  if (found.error !== null) return <QueryFailure error={found.error} onRetry={found.retry} />;
  const counted = t('people.erasure.count', { count: found.first?.total ?? 0 });
  return (
    <>
      <PageHead title={t('people.title')} count={found.first && counted} />
      <FilterLine>{choice}</FilterLine>
      <DataTable<Erasure>
        takesKeys
        label={t('people.tab.erasures')}
        columns={columns}
        rows={found.rows}
        rowId={({ id }) => id}
        rowName={({ atMs }) => dateOfInstant(atMs)}
        tall
        onOpen={setOpen}
        onShow={found.show}
        loading={found.loading}
        viewKey=""
        empty={<EmptyState title={t('people.erasure.empty')} note={t('people.erasure.emptyNote')} />}
      />
      <StatusBar>{counted}</StatusBar>
      {open !== null && <ErasureDialog erasure={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function useErasureColumns(): readonly Column<Erasure>[] {
  const t = useT();
  const erasedWords = useErasedWords();
  return useMemo(
    () => [
      {
        id: 'at',
        always: true,
        title: t('people.erasure.column.at'),
        width: '160px',
        render: ({ atMs, consultantName }) => (
          <span className={styles.names}>
            <span className="cf-nowrap">{`${dateOfInstant(atMs)} ${timeOfInstant(atMs)}`}</span>
            {consultantName !== null && <span className="cf-xs cf-ink-3 cf-cut">{consultantName}</span>}
          </span>
        ),
      },
      {
        id: 'what',
        always: true,
        title: t('people.erasure.column.what'),
        width: 'minmax(220px, 1.2fr)',
        render: (row) => (
          <span className={styles.names}>
            <span className="cf-cut">
              {t(row.isWhole ? 'people.erasure.whole' : 'people.erasure.partly')}
            </span>
            <span className="cf-xs cf-ink-3 cf-cut" title={erasedWords(row)}>
              {erasedWords(row)}
            </span>
          </span>
        ),
      },
      {
        id: 'stays',
        always: true,
        title: t('people.erasure.column.stays'),
        width: 'minmax(240px, 1.6fr)',
        render: ({ stays }) => {
          const [first] = stays;
          const told = first === undefined ? t('people.erasure.nothingStays') : stayWords(first, t);
          return (
            <span className={styles.names}>
              <span className="cf-cut" title={told}>
                {told}
              </span>
              {stays.length > 1 && (
                <span className="cf-xs cf-ink-3">{t('people.erase.more', { count: stays.length - 1 })}</span>
              )}
            </span>
          );
        },
      },
      {
        id: 'remark',
        title: t('people.erasure.column.remark'),
        width: 'minmax(120px, 0.8fr)',
        render: ({ remark }) => (
          <span className="cf-cut" title={remark ?? ''}>
            {remark ?? '—'}
          </span>
        ),
      },
    ],
    [t, erasedWords],
  );
}
