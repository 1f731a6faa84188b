import { useMemo } from 'react';
import type { ApplicationRow, ApplicationSortKey } from '#shared/contract/application-pages.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { deadlineCountdown } from '#shared/domain/deadline-countdown.ts';
import { useCalendar } from '#renderer/api/use-calendar.ts';
import { PapersCell } from '#renderer/components/papers-cell.tsx';
import { Pips } from '#renderer/components/pips.tsx';
import { StageDots } from '#renderer/components/stage-dots.tsx';
import { Status } from '#renderer/components/status.tsx';
import type { Column } from '#renderer/components/table-column.ts';
import { useOrderWords } from '#renderer/components/use-order-words.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

/** A column that is sorted by its id. */
const sortable = (id: ApplicationSortKey) => ({ id, sortable: true });

/** The columns of the applications table, named as the backend's sort keys; `now` tells the time of the countdowns. */
export function useApplicationColumns(
  now: { readonly nowMs: number } | undefined,
): readonly Column<ApplicationRow>[] {
  const t = useT();
  const orderWords = useOrderWords();
  return useMemo(
    () => [
      {
        ...sortable('number'),
        title: t('applications.column.number'),
        width: '132px',
        wideOnly: true,
        render: (row) => <span className="cf-mono cf-ink-2">{row.number}</span>,
      },
      {
        ...sortable('client'),
        always: true,
        title: t('applications.column.client'),
        width: 'minmax(180px, 1.4fr)',
        render: (row) => (
          <span className="cf-cut" title={row.clientName}>
            {row.clientName}
          </span>
        ),
      },
      {
        ...sortable('account'),
        title: t('applications.column.account'),
        width: 'minmax(100px, 1fr)',
        render: (row) => (
          <span className="cf-ink-2 cf-cut" title={row.accountName}>
            {row.accountName}
          </span>
        ),
      },
      {
        ...sortable('kind'),
        title: t('applications.column.kind'),
        width: 'minmax(var(--cf-col-kind), 1fr)',
        render: (row) => (
          <span className="cf-ink-2 cf-cut" title={orderWords(row)}>
            {orderWords(row)}
          </span>
        ),
      },
      {
        ...sortable('stage'),
        title: t('applications.column.stage'),
        width: 'var(--cf-col-stage)',
        render: (row) => <StageCell row={row} />,
      },
      {
        ...sortable('since'),
        title: t('applications.column.since'),
        width: '96px',
        hiddenAtFirst: true,
        render: (row) => <Day atMs={row.stageSinceAtMs} />,
      },
      {
        ...sortable('clock'),
        title: t('applications.column.clock'),
        width: 'var(--cf-col-clock)',
        render: (row) => now && <ClockCell row={row} nowMs={now.nowMs} />,
      },
      {
        ...sortable('items'),
        title: t('applications.column.items'),
        width: '136px',
        render: (row) => (
          <PapersCell
            total={row.itemCount}
            missing={row.missingCount}
            blockers={row.clock?.blockerCount ?? null}
          />
        ),
      },
      {
        ...sortable('consultant'),
        title: t('applications.column.consultant'),
        width: 'var(--cf-col-person)',
        wideOnly: true,
        render: (row) => <span className="cf-ink-2">{row.consultantName ?? '—'}</span>,
      },
      {
        ...sortable('opened'),
        title: t('applications.column.opened'),
        width: '96px',
        hiddenAtFirst: true,
        render: (row) => <Day atMs={row.openedAtMs} />,
      },
    ],
    [t, orderWords, now],
  );
}

function Day({ atMs }: { readonly atMs: number }) {
  return <span className="cf-ink-2">{dateOfInstant(atMs)}</span>;
}

function StageCell({ row }: { readonly row: ApplicationRow }) {
  const t = useT();
  const stage = t(`vocabulary.stage.${row.stage}`);
  if (row.stage === 'returned') {
    return (
      <span className="cf-row">
        <StageDots {...row.rail} label={stage} />
        <Status of="sent_back">{stage}</Status>
        <Pips spent={(row.refillNo ?? 1) - 1} using={1} total={row.clock?.refillMax ?? null} tone="warning" />
      </span>
    );
  }
  return (
    <span className="cf-row">
      <StageDots {...row.rail} label={stage} />
      <span className="cf-xs cf-cut">{stage}</span>
    </span>
  );
}

function ClockCell({ row, nowMs }: { readonly row: ApplicationRow; readonly nowMs: number }) {
  const format = useFormat();
  const calendar = useCalendar();
  if (row.clock === null) return <span className="cf-ink-3">—</span>;
  const countdown = deadlineCountdown(row.clock, dateOfInstant(nowMs), nowMs, calendar);
  const { tone } = countdown;
  return (
    <span className={tone === 'neutral' ? 'cf-ink-2' : `cf-${tone} cf-strong`}>
      {format.countdown(countdown)}
    </span>
  );
}
