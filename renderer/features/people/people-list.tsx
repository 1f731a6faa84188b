import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { PersonRow } from '#shared/contract/people.ts';
import { maskIdNumber, maskPhone } from '#shared/domain/mask.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useRowWindow } from '#renderer/api/use-row-window.ts';
import { DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { FilterLine, PageHead, StatusBar } from '#renderer/components/page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import type { Column } from '#renderer/components/table-column.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './people.module.css';

/** Everybody whom the firm knows, by name; Enter leads to all that is held about one. */
export function PeopleList({ choice }: { readonly choice: ReactNode }) {
  const t = useT();
  const { query, backend } = useApi();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const found = useRowWindow(query.people.list.key({ input: { text } }), (start, signal) =>
    backend.people.list({ text, ...start }, { signal }),
  );
  const columns = usePeopleColumns();
  if (found.error !== null) return <QueryFailure error={found.error} onRetry={found.retry} />;
  const counted = t('people.count', { count: found.first?.total ?? 0 });
  return (
    <>
      <PageHead title={t('people.title')} count={found.first && counted} />
      <FilterLine>
        {choice}
        <TextInput
          w={260}
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          leftSection={<IconSearch size={14} stroke={iconStroke} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </FilterLine>
      <DataTable<PersonRow>
        takesKeys
        label={t('people.title')}
        columns={columns}
        rows={found.rows}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        onOpen={({ id }) => navigateTo(paths.person(id))}
        onShow={found.show}
        loading={found.loading}
        viewKey={text}
        empty={
          text === '' ? (
            <EmptyState title={t('people.empty')} note={t('people.emptyNote')} />
          ) : (
            <EmptyState title={t('people.nothingFound')} />
          )
        }
      />
      <StatusBar>{counted}</StatusBar>
    </>
  );
}

const nothing = <span className="cf-ink-3">—</span>;

/** Numbers are masked, as on every list. */
function usePeopleColumns(): readonly Column<PersonRow>[] {
  const t = useT();
  return useMemo(
    () => [
      {
        id: 'name',
        always: true,
        title: t('people.column.name'),
        width: 'minmax(140px, 1fr)',
        render: ({ name, isTrashed }) => (
          <span className="cf-cut" title={name}>
            {name} {isTrashed && <span className="cf-xs cf-ink-3">{t('people.inTrash')}</span>}
          </span>
        ),
      },
      {
        id: 'phone',
        title: t('people.column.phone'),
        width: '148px',
        render: ({ phone }) =>
          phone === null ? nothing : <span className="cf-nowrap">{maskPhone(phone)}</span>,
      },
      {
        id: 'idNumber',
        title: t('people.column.idNumber'),
        width: '184px',
        render: ({ idNumber }) =>
          idNumber === null ? nothing : <span className="cf-mono cf-nowrap">{maskIdNumber(idNumber)}</span>,
      },
      {
        id: 'clients',
        title: t('people.column.clients'),
        width: 'minmax(220px, 2fr)',
        render: ({ clientNames, clientCount }) => {
          const names = clientNames.join(t('people.and'));
          if (names === '') return nothing;
          const told =
            clientCount > clientNames.length ? t('people.clients', { names, count: clientCount }) : names;
          return (
            <span className={`${styles.names} cf-cut`} title={told}>
              {told}
            </span>
          );
        },
      },
      {
        id: 'papers',
        title: t('people.column.papers'),
        width: '96px',
        render: ({ paperCount }) => (paperCount === 0 ? nothing : <span>{paperCount}</span>),
      },
    ],
    [t],
  );
}
