import { useMemo } from 'react';
import type { DueRow } from '#shared/contract/keeping.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import { Status } from '#renderer/components/status.tsx';
import type { Column } from '#renderer/components/table-column.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './keeping.module.css';
import { WhatCell } from './what-cell.tsx';

/** What it is, whose, since when and by which rule it may be destroyed, and what still holds it. */
export function useDueColumns(): readonly Column<DueRow>[] {
  const t = useT();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'what',
        title: t('keeping.column.what'),
        width: 'minmax(200px, 1.3fr)',
        render: (row) => <WhatCell row={row} />,
      },
      {
        id: 'client',
        title: t('keeping.column.client'),
        width: 'minmax(160px, 1.1fr)',
        render: ({ clientId, clientName }) =>
          clientId === null ? (
            <span className="cf-ink-3">—</span>
          ) : (
            <Link className={`${styles.client} cf-cut`} href={paths.client(clientId)} tabIndex={-1}>
              {clientName}
            </Link>
          ),
      },
      {
        id: 'since',
        title: t('keeping.column.since'),
        width: 'minmax(150px, 0.8fr)',
        render: (row) => (
          <span className={styles.names}>
            <span className="cf-nowrap">{row.sinceOn}</span>
            <span className="cf-xs cf-ink-3 cf-cut">
              {t(`keeping.rule.${row.rule}`, { date: row.keepUntilOn ?? '' })}
            </span>
          </span>
        ),
      },
      {
        id: 'held',
        title: t('keeping.column.held'),
        width: 'minmax(220px, 1.4fr)',
        render: (row) => <HeldCell row={row} />,
      },
      {
        id: 'size',
        title: t('keeping.column.size'),
        width: '128px',
        render: (row) => (
          <span className="cf-ink-2 cf-nowrap">
            {t('keeping.files', { count: row.fileCount, size: format.bytes(row.sizeBytes) })}
          </span>
        ),
      },
    ],
    [t, format],
  );
}

const accountWords = (
  { name, certifiedUntilOn: date }: NonNullable<NonNullable<DueRow['held']>['account']>,
  t: ReturnType<typeof useT>,
): string =>
  date === null ? t('keeping.held.endless', { name }) : t('keeping.held.account', { name, date });

function HeldCell({ row: { held } }: { readonly row: DueRow }) {
  const t = useT();
  if (held === null) return <Status of="satisfied">{t('keeping.free')}</Status>;
  const { application, account, isValid } = held;
  const reasons = [
    application && t('keeping.held.application', { number: application.number }),
    account && accountWords(account, t),
    isValid ? t('keeping.held.valid') : null,
  ].filter((reason) => reason !== null);
  const text = reasons.join(t('keeping.and'));
  return (
    <span className="cf-cut" title={text}>
      <Status of="note">{text}</Status>
    </span>
  );
}
