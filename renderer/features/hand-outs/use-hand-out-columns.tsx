import { useMemo } from 'react';
import type { HandOutRow } from '#shared/contract/hand-outs.ts';
import { dateOfInstant, timeOfInstant } from '#shared/domain/calendar-date.ts';
import { Link } from '#renderer/components/link.tsx';
import { paths } from '#renderer/components/paths.ts';
import type { Column } from '#renderer/components/table-column.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './hand-outs.module.css';

export function useHandOutColumns(): readonly Column<HandOutRow>[] {
  const t = useT();
  return useMemo(
    () => [
      {
        id: 'at',
        always: true,
        title: t('handOuts.column.at'),
        width: '148px',
        render: ({ handedAtMs, consultantName: name }) => (
          <span className={styles.two}>
            <span className="cf-nowrap">{`${dateOfInstant(handedAtMs)} ${timeOfInstant(handedAtMs)}`}</span>
            {name !== null && <span className="cf-xs cf-ink-3 cf-cut">{name}</span>}
          </span>
        ),
      },
      {
        id: 'copy',
        always: true,
        title: t('handOuts.column.copy'),
        width: 'minmax(220px, 1.6fr)',
        render: ({ way, copyName, folderName: folder }) => (
          <span className={styles.two}>
            <span className="cf-cut" title={copyName}>
              {copyName}
            </span>
            <span className="cf-xs cf-ink-3 cf-cut">
              {folder === ''
                ? t(`handOuts.way.${way}`)
                : t('handOuts.inFolder', { way: t(`handOuts.way.${way}`), folder })}
            </span>
          </span>
        ),
      },
      {
        id: 'recipient',
        always: true,
        title: t('handOuts.column.recipient'),
        width: 'minmax(140px, 1fr)',
        render: ({ recipient, purpose }) => (
          <span className={styles.two}>
            <span className="cf-cut">{recipient}</span>
            <span className="cf-xs cf-ink-3 cf-cut">{purpose}</span>
          </span>
        ),
      },
      {
        id: 'client',
        title: t('handOuts.column.client'),
        width: 'minmax(160px, 1.2fr)',
        render: (row) =>
          row.clientId !== null && (
            <span className={styles.two}>
              <Link className="cf-cut" href={paths.client(row.clientId)} tabIndex={-1}>
                {row.clientName}
              </Link>
              {row.applicationId !== null && (
                <Link className="cf-xs cf-cut" href={paths.application(row.applicationId)} tabIndex={-1}>
                  {row.applicationNumber}
                </Link>
              )}
            </span>
          ),
      },
      {
        id: 'outcome',
        title: t('handOuts.column.outcome'),
        width: '156px',
        render: ({ outcome, outcomeOn: date }) =>
          outcome === null ? (
            <span className="cf-ink-3">{t('handOuts.outcome.out')}</span>
          ) : (
            <span className="cf-ink-2">
              {date === null
                ? t(`handOuts.outcome.${outcome}`)
                : t('handOuts.outcomeOn', { outcome: t(`handOuts.outcome.${outcome}`), date })}
            </span>
          ),
      },
    ],
    [t],
  );
}
