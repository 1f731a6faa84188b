import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useState } from 'react';
import { accountSortKeys } from '#shared/contract/account-pages.ts';
import type { AccountFilter, AccountRow, AccountSortKey } from '#shared/contract/account-pages.ts';
import { accountGroups } from '#shared/contract/row-groups.ts';
import type { AccountGroup } from '#shared/contract/row-groups.ts';
import { useApi } from '#renderer/api/api.tsx';
import type { Api } from '#renderer/api/api.tsx';
import { useGroupChoice } from '#renderer/api/group-choice.ts';
import { rowsBetween } from '#renderer/api/ids-between.ts';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useCellWriting } from '#renderer/api/use-cell-writing.tsx';
import { useChosenRows, useLeaving } from '#renderer/api/use-chosen-rows.ts';
import { useExport } from '#renderer/api/use-export.ts';
import { useFoundBy, useRowWindow } from '#renderer/api/use-row-window.ts';
import { useIdsBetween } from '#renderer/api/use-ids-between.ts';
import type { PageStart } from '#renderer/api/use-row-window.ts';
import { useGrouping, useShownGroups } from '#renderer/api/views/use-grouping.ts';
import type { Grouping } from '#renderer/api/views/use-grouping.ts';
import { useSavedView } from '#renderer/api/views/use-saved-view.ts';
import type { OpenView } from '#renderer/api/views/use-saved-view.ts';
import { CellHints, useRowHints } from '#renderer/components/cell-hints.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ExportMenu, ExportProgress } from '#renderer/components/export-list.tsx';
import { KbdHints } from '#renderer/components/kbd-hints.tsx';
import type { ListOrder } from '#renderer/components/list-view.ts';
import { PageHead, StatusBar } from '#renderer/components/page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useNarrow } from '#renderer/components/use-narrow.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { AccountFilters } from './account-filters.tsx';
import { accountViews } from './account-view.ts';
import { AccountsBulk } from './bulk/accounts-bulk.tsx';
import { narrowed, plainFilter } from './conditions.ts';
import { useAccountGroupWords } from './group-words.ts';
import { useAccountColumns } from './use-account-columns.tsx';

interface AccountsPageProps {
  /** The saved view that is open; without it the whole list. */
  readonly viewId: string | undefined;
}

/** Every account of every client as a table, in a view that can be narrowed, ordered and saved. */
export function AccountsPage({ viewId }: AccountsPageProps) {
  const open = useSavedView(accountViews, viewId);
  return open.ready ? <AccountList open={open} /> : <SkeletonRows count={16} />;
}

function AccountList({ open }: { readonly open: OpenView<AccountFilter, AccountSortKey> }) {
  const t = useT();
  const format = useFormat();
  const { backend, query } = useApi();
  const { filter, sort } = open.view;
  const setFilter = (next: AccountFilter): void => open.set({ ...open.view, filter: next });
  const wanted = plainFilter(filter);
  const grouping = useGrouping(open, accountGroups);
  const { group } = grouping;
  const asked = { filter: wanted, sort, ...(group && { group }) };
  const found = useAccountRows(asked);
  const words = useAccountGroupWords();
  const { groups, menu } = useShownGroups(grouping, accountGroups, found.first?.grouped, words);
  const info = useQuery(query.system.info.queryOptions()).data;
  const columns = useAccountColumns(info, useFoundBy(wanted.text ?? '', found));
  const choice = useChosenRows(JSON.stringify(wanted), found.first?.total ?? 0);
  const look = useQuery({
    ...query.bulk.lookAtAccounts.queryOptions({
      input: { filter: wanted, rows: choice.rows, group: group?.by },
    }),
    enabled: choice.count > 0,
    placeholderData: keepPreviousData,
  }).data;
  useLeaving(choice, look?.gone);
  const groupChoice = useGroupChoice(choice, look);
  const title = open.saved?.name ?? t('accounts.title');
  const list = useExport(title, (wish, options) =>
    backend.exports.accounts({ filter: wanted, sort, group: group?.by, ...wish }, options),
  );
  const read = (start: PageStart) => backend.accounts.list({ ...asked, ...start });
  const between = useIdsBetween(read);
  const [column, setColumn] = useState<string | null>(null);
  const writing = useCellWriting<AccountRow>({
    nameOf: (row) => row.name,
    rowsBetween: (first, last) => rowsBetween(read, first, last),
    writeOne: (id, fields) => backend.accounts.update({ id, ...fields }),
    writeBlock: (block, signal) => backend.bulk.writeAccountCells(block as AccountBlock, { signal }),
  });
  if (found.error !== null) return <QueryFailure error={found.error} onRetry={found.retry} />;
  const isWhole = Object.keys(wanted).length === 0;
  const total = found.first?.total ?? 0;
  return (
    <>
      <PageHead title={title} count={found.first && t('accounts.count', { n: format.count(total) })}>
        <ExportMenu disabled={total === 0 || list.progress !== null} onExport={list.run} />
      </PageHead>
      <ExportProgress title={title} progress={list.progress} onCancel={list.cancel} />
      <AccountFilters open={open} columns={columns} groups={menu} />
      <DataTable<AccountRow>
        takesKeys
        label={t('accounts.title')}
        columns={columns}
        arrangement={open.arrangement}
        rows={found.rows}
        groups={groups}
        rowId={(row) => row.id}
        rowName={(row) => `${row.name} ${row.clientName}`}
        sort={{ column: sort.key, descending: sort.descending }}
        onSort={({ column, descending }) => {
          const key = accountSortKeys.find((candidate) => candidate === column);
          if (key !== undefined) open.set({ ...open.view, sort: { key, descending } });
        }}
        onOpen={(row) => navigateTo(paths.account(row.id))}
        onShow={found.show}
        selection={choice.chosen}
        onSelect={choice.choose}
        groupChoice={
          group && groupChoice((key) => backend.accounts.idsOfGroup({ filter: wanted, by: group.by, key }))
        }
        idsBetween={between}
        cells={writing.cells}
        onActive={(_row, active) => setColumn(active)}
        roomBelow={choice.count > 0}
        loading={found.loading}
        viewKey={JSON.stringify({ ...wanted, sort, by: group?.by })}
        empty={isWhole ? <NoAccounts /> : <EmptyState title={t('accounts.nothingFound')} />}
      />
      {writing.dialog}
      <AccountsBulk filter={wanted} sort={sort} by={group?.by} choice={choice} look={look} />
      <Foot
        first={found.first}
        filter={wanted}
        onFilter={setFilter}
        cell={columns.find(({ id }) => id === column)?.title}
        chosen={choice.count > 0 ? (look?.count ?? choice.count) : 0}
      />
    </>
  );
}

type AccountBlock = Parameters<Api['backend']['bulk']['writeAccountCells']>[0];

interface AskedRows {
  readonly filter: AccountFilter;
  readonly sort: ListOrder<AccountSortKey>;
  readonly group?: Grouping<AccountGroup>['group'];
}

function useAccountRows(asked: AskedRows) {
  const { backend, query } = useApi();
  return useRowWindow(
    query.accounts.list.key({ input: asked }),
    (start, signal) => backend.accounts.list({ ...asked, ...start }, { signal }),
    [asked.filter, asked.sort, asked.group?.by],
  );
}

function NoAccounts() {
  const t = useT();
  const ways = [
    {
      id: 'clients',
      Icon: IconDeviceMobile,
      title: t('accounts.empty'),
      note: t('accounts.emptyNote'),
      action: (
        <Button variant="filled" onClick={() => navigateTo(paths.clients())}>
          {t('applications.toClients')}
        </Button>
      ),
    },
  ];
  return <EmptyState title={t('accounts.empty')} ways={ways} />;
}

interface FootProps {
  readonly first: ReturnType<typeof useAccountRows>['first'];
  readonly filter: AccountFilter;
  readonly onFilter: (filter: AccountFilter) => void;
  readonly chosen: number;
  /** The column of the active cell, if there is one. */
  readonly cell: string | undefined;
}

/** How many there are, and of what is urgent how many; each figure leads to its rows. */
function Foot({ first, filter, onFilter, chosen, cell }: FootProps) {
  const t = useT();
  const format = useFormat();
  const narrow = useNarrow();
  const hints = useRowHints();
  if (first === undefined) return <StatusBar>{null}</StatusBar>;
  const figures = [
    { id: 'expired', n: first.expiredTotal, narrows: { certifiedWithinDays: -1 } },
    { id: 'windowOpen', n: first.windowOpenTotal, narrows: { windowOpen: true } },
    { id: 'uncertified', n: first.uncertifiedTotal, narrows: { certified: false } },
  ] as const;
  return (
    <StatusBar
      keys={!narrow && (cell === undefined ? <KbdHints hints={hints} /> : <CellHints title={cell} />)}
    >
      <span>{t('accounts.count', { n: format.count(first.total) })}</span>
      {chosen > 0 && <span>{t('bulk.accounts.chosen', { n: format.count(chosen) })}</span>}
      {figures.map(({ id, n, narrows }) => (
        <TextButton key={id} plain onClick={() => onFilter(narrowed(filter, narrows))}>
          {t(`accounts.figure.${id}`, { n: format.count(n) })}
        </TextButton>
      ))}
    </StatusBar>
  );
}
