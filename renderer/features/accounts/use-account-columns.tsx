import { useMemo } from 'react';
import type { AccountRow, AccountSortKey } from '#shared/contract/account-pages.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { compareDates, dateOfInstant } from '#shared/domain/calendar-date.ts';
import { Found } from '#renderer/components/found.tsx';
import { Status } from '#renderer/components/status.tsx';
import type { Column } from '#renderer/components/table-column.ts';
import { ValidityCell } from '#renderer/components/validity-cell.tsx';
import { shownValidity } from '#renderer/components/validity-of.ts';
import type { Format } from '#renderer/i18n/format.ts';
import { accountCell, numberColumns } from './number-columns.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

interface Words {
  readonly t: TFunction;
  readonly format: Format;
}

/**
 * The columns of the accounts table, named as the backend's sort keys. What `search` finds is marked.
 */
export function useAccountColumns(
  now: { readonly nowMs: number } | undefined,
  search: string,
): readonly Column<AccountRow>[] {
  const t = useT();
  const format = useFormat();
  const today = now && dateOfInstant(now.nowMs);
  return useMemo(() => {
    const words = { t, format };
    return [...whoColumns(words, search), ...numberColumns(words), ...stateColumns(words, today)];
  }, [t, format, today, search]);
}

/** A column that is sorted by its id. */
const sortable = (id: AccountSortKey) => ({ id, sortable: true });

function whoColumns({ t }: Words, search: string): Column<AccountRow>[] {
  const placeWords = (row: AccountRow): string =>
    t('account.subtitle', {
      platform: t(`vocabulary.platform.${row.platform}`),
      kind: t(`vocabulary.accountKind.${row.kind}`),
    });
  return [
    {
      ...sortable('name'),
      always: true,
      title: t('accounts.column.name'),
      width: 'minmax(104px, 2fr)',
      cell: accountCell('name', { kind: 'name' }),
      render: (row) => (
        <span className="cf-cut" title={row.name}>
          <Found text={row.name} query={search} />
        </span>
      ),
    },
    {
      ...sortable('client'),
      title: t('accounts.column.client'),
      width: 'minmax(140px, 3.4fr)',
      text: (row) => row.clientName,
      render: (row) => (
        <span className="cf-ink-2 cf-cut" title={row.clientName}>
          <Found text={row.clientName} query={search} />
        </span>
      ),
    },
    {
      ...sortable('platform'),
      title: t('accounts.column.platform'),
      width: 'var(--cf-col-platform)',
      text: placeWords,
      render: (row) => {
        const words = placeWords(row);
        return (
          <span className="cf-ink-2 cf-cut" title={words}>
            {words}
          </span>
        );
      },
    },
    {
      ...sortable('appId'),
      title: t('accounts.column.appId'),
      width: '156px',
      roomyOnly: true,
      cell: accountCell('appId', { kind: 'platformKey' }),
      render: (row) =>
        row.appId === null ? (
          <span className="cf-ink-3">—</span>
        ) : (
          <span className="cf-mono cf-ink-2 cf-cut">
            <Found text={row.appId} query={search} />
          </span>
        ),
    },
  ];
}

function stateColumns({ t, format }: Words, today: CalendarDate | undefined): Column<AccountRow>[] {
  return [
    {
      ...sortable('certifiedUntil'),
      title: t('accounts.column.certifiedUntil'),
      width: 'calc(var(--cf-col-validity) + 4px)',
      cell: accountCell('certifiedUntilOn', { kind: 'date' }),
      render: (row) => today && <ValidityCell {...shownValidity(row.certifiedUntilOn, today)} />,
    },
    {
      ...sortable('reviewOpens'),
      title: t('accounts.column.reviewOpens'),
      width: '104px',
      text: (row) => row.reviewOpensOn ?? '',
      render: (row) => today && <OpensCell row={row} today={today} t={t} format={format} />,
    },
    {
      ...sortable('application'),
      title: t('accounts.column.application'),
      width: 'minmax(min(var(--cf-col-order) - 16px, 183px), 0.9fr)',
      text: (row) => row.application?.number ?? '',
      render: (row) => <ApplicationCell row={row} t={t} />,
    },
    {
      ...sortable('consultant'),
      title: t('accounts.column.consultant'),
      width: 'var(--cf-col-person)',
      wideOnly: true,
      text: (row) => row.consultantName ?? '',
      render: (row) => <span className="cf-ink-2 cf-cut">{row.consultantName ?? '—'}</span>,
    },
  ];
}

interface OpensCellProps extends Words {
  readonly row: AccountRow;
  readonly today: CalendarDate;
}

/** The day on which the review opens; while it is open, that it is. */
function OpensCell({ row, today, t, format }: OpensCellProps) {
  const { reviewOpensOn: opens, certifiedUntilOn: until } = row;
  if (opens === null || until === null) return <span className="cf-ink-3">—</span>;
  const date = format.dateNear(opens, today);
  const isOpen = compareDates(opens, today) <= 0 && compareDates(until, today) >= 0;
  if (isOpen) return <span className="cf-nowrap">{t('accounts.opened', { date })}</span>;
  return <span className={compareDates(opens, today) < 0 ? 'cf-ink-3' : 'cf-ink-2'}>{date}</span>;
}

function ApplicationCell({ row, t }: { readonly row: AccountRow; readonly t: TFunction }) {
  const { application } = row;
  if (application === null) return <span className="cf-ink-3">—</span>;
  const { kind, stage, refillNo, number } = application;
  const words = t('accounts.application', {
    kind: t(`vocabulary.applicationKind.${kind}`),
    stage: t(`vocabulary.stage.${stage}`),
  });
  if (stage === 'returned')
    return (
      <span className="cf-row" title={`${number} ${words}`}>
        <span className="cf-cut">{t(`vocabulary.applicationKind.${kind}`)}</span>
        <Status of="sent_back">{t('client.accounts.sentBack', { n: refillNo ?? 1 })}</Status>
      </span>
    );
  return (
    <span className="cf-cut" title={`${number} ${words}`}>
      {words}
    </span>
  );
}
