import { useMemo } from 'react';
import type { ApplicationRow, ApplicationSortKey } from '#shared/contract/application-pages.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { deadlineOf } from '#shared/domain/deadline-countdown.ts';
import type { Deadline } from '#shared/domain/deadline-countdown.ts';
import { useCalendar } from '#renderer/api/use-calendar.ts';
import { PapersCell } from '#renderer/components/papers-cell.tsx';
import { Pips } from '#renderer/components/pips.tsx';
import { StageDots } from '#renderer/components/stage-dots.tsx';
import { Status } from '#renderer/components/status.tsx';
import type { Column } from '#renderer/components/table-column.ts';
import { useOrderWords } from '#renderer/components/use-order-words.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

const none: Deadline = { left: undefined, waited: undefined };

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

/** The day that the column is sorted by; how long has been waited stands beside it, or alone where there is no such day. */
function ClockCell({ row, nowMs }: { readonly row: ApplicationRow; readonly nowMs: number }) {
  const format = useFormat();
  const calendar = useCalendar();
  const today = dateOfInstant(nowMs);
  const { left, waited } = row.clock === null ? none : deadlineOf(row.clock, today, nowMs, calendar);
  if (!left && !waited) return <span className="cf-ink-3">—</span>;
  const until = left && (left.form === 'date' ? format.dateNear(left.date, today) : format.countdown(left));
  const wait = waited && format.countdown(waited);
  return (
    <span className="cf-row" title={[until, wait].filter((words) => words !== undefined).join(' · ')}>
      {left && (
        <span
          className={left.tone === 'neutral' ? 'cf-ink-2 cf-nowrap' : `cf-${left.tone} cf-strong cf-nowrap`}
        >
          {until}
        </span>
      )}
      {wait && <span className="cf-xs cf-ink-3 cf-cut">{wait}</span>}
    </span>
  );
}
