import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { dayParts, loadParts } from '#shared/contract/today.ts';
import type { DutiesOf } from '#shared/contract/today.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useRowWindow } from '#renderer/api/use-row-window.ts';
import { DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Crumbs, FilterLine, RecordHead, StatusBar } from '#renderer/components/page.tsx';
import { paths, replaceTo } from '#renderer/components/paths.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { openDuty } from './agenda-row.tsx';
import { dutiesText } from './duties-of.ts';
import { useDutiesTitle } from './use-duties-title.ts';
import { useDutyColumns } from './use-duty-columns.tsx';

/** The duties that one figure of the morning page counts, as a list of their own. */
export function DutiesPage({ of }: { readonly of: DutiesOf }) {
  const t = useT();
  const format = useFormat();
  const { backend, query } = useApi();
  const found = useRowWindow(query.today.duties.key({ input: { of } }), (start, signal) =>
    backend.today.duties({ of, ...start }, { signal }),
  );
  const now = useQuery(query.system.info.queryOptions()).data;
  const columns = useDutyColumns(now);
  const title = useDutiesTitle(of);
  if (found.error !== null) return <QueryFailure error={found.error} onRetry={found.retry} />;
  const count = t('today.duties.count', { n: format.count(found.first?.total ?? 0) });
  return (
    <>
      <RecordHead
        crumbs={<Crumbs items={[{ label: t('shell.nav.today'), href: paths.today() }, { label: title }]} />}
        title={title}
        facts={<span>{count}</span>}
      />
      {of.at === 'load' && <LoadParts of={of} />}
      {of.at === 'day' && <DayParts of={of} />}
      <DataTable<ObligationRow>
        takesKeys
        label={title}
        columns={columns}
        rows={found.rows}
        rowId={rowId}
        rowName={rowName}
        onOpen={openDuty}
        onShow={found.show}
        loading={found.loading}
        viewKey={JSON.stringify(of)}
        empty={<EmptyState title={t('today.nothing')} />}
      />
      <StatusBar>
        <span>{count}</span>
      </StatusBar>
    </>
  );
}

const rowId = (row: ObligationRow): string => row.id;
const rowName = (row: ObligationRow): string => row.clientName ?? row.subject;

/** All that a consultant has this week, or a part of it. */
function LoadParts({ of }: { readonly of: Extract<DutiesOf, { at: 'load' }> }) {
  const t = useT();
  const all = 'all';
  return (
    <FilterLine>
      <SegmentedControl
        aria-label={t('today.load')}
        value={of.part ?? all}
        data={[
          { value: all, label: t('today.duties.part.all') },
          ...loadParts.map((part) => ({ value: part, label: t(`today.duties.part.${part}`) })),
        ]}
        onChange={(value) => {
          const part = loadParts.find((each) => each === value) ?? null;
          replaceTo(paths.today(dutiesText({ ...of, part })));
        }}
      />
    </FilterLine>
  );
}

/** What stands on a day, or the legal dates that fall on it. */
function DayParts({ of }: { readonly of: Extract<DutiesOf, { at: 'day' }> }) {
  const t = useT();
  const format = useFormat();
  return (
    <FilterLine>
      <SegmentedControl
        aria-label={format.date(of.date)}
        value={of.part}
        data={dayParts.map((value) => ({ value, label: t(`today.duties.dayPart.${value}`) }))}
        onChange={(part) => replaceTo(paths.today(dutiesText({ ...of, part })))}
      />
    </FilterLine>
  );
}
