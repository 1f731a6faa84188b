import { useQuery } from '@tanstack/react-query';
import {
  IconBuildings,
  IconBuildingBank,
  IconCoin,
  IconDeviceMobile,
  IconFileCertificate,
  IconFileText,
  IconBell,
  IconLayoutList,
  IconMessage2,
  IconPhone,
  IconSitemap,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import type { TrashRow } from '#shared/contract/trash.ts';
import type { TrashKind } from '#shared/domain/trash-kind.ts';
import { useApi } from '#renderer/api/api.tsx';
import type { Icon } from '#renderer/components/icon.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import type { Column } from '#renderer/components/table-column.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './trash.module.css';

const icons: Readonly<Record<TrashKind, Icon>> = {
  clients: IconBuildings,
  accounts: IconDeviceMobile,
  applications: IconFileCertificate,
  documents: IconFileText,
  fees: IconCoin,
  bank_accounts: IconBuildingBank,
  client_contacts: IconUser,
  client_relations: IconSitemap,
  tasks: IconBell,
  notes: IconMessage2,
  calls: IconPhone,
  consultants: IconUsers,
  saved_views: IconLayoutList,
};

/** What it was with what went along, whose, when and by whom. */
export function useTrashColumns(): readonly Column<TrashRow>[] {
  const t = useT();
  const format = useFormat();
  const { query } = useApi();
  const nowMs = useQuery(query.system.info.queryOptions()).data?.nowMs;
  return useMemo(
    () => [
      {
        id: 'what',
        title: t('trash.column.what'),
        width: 'minmax(280px, 1.6fr)',
        render: (row) => <WhatCell row={row} />,
      },
      {
        id: 'client',
        title: t('trash.column.client'),
        width: 'minmax(180px, 1fr)',
        render: (row) => <ClientCell row={row} />,
      },
      {
        id: 'actor',
        title: t('trash.column.actor'),
        width: '96px',
        render: (row) => <span className="cf-ink-2 cf-cut">{row.actorName ?? '—'}</span>,
      },
      {
        id: 'at',
        title: t('trash.column.at'),
        width: '144px',
        render: (row) =>
          nowMs !== undefined && <span className="cf-ink-2 cf-nowrap">{format.moment(row.atMs, nowMs)}</span>,
      },
    ],
    [t, format, nowMs],
  );
}

function WhatCell({ row }: { readonly row: TrashRow }) {
  const t = useT();
  const { kind, title, count, along } = row;
  const KindIcon = icons[kind];
  const kinds = along.map((each) => t(`trash.amount.${each.kind}`, { count: each.count }));
  const facts = [t(`trash.kind.${kind}`), ...(kinds.length > 0 ? [withWhat(t, kinds)] : [])];
  return (
    <span className="cf-row">
      <KindIcon size={16} stroke={iconStroke} className={styles.icon} aria-hidden />
      <span className={styles.names}>
        <span className="cf-cut">{count > 1 ? t('trash.several', { title, count }) : title}</span>
        <span className="cf-xs cf-ink-3 cf-cut">{facts.join(t('trash.comma'))}</span>
      </span>
    </span>
  );
}

const withWhat = (t: ReturnType<typeof useT>, kinds: readonly string[]): string =>
  t('trash.along', { what: kinds.join(t('trash.and')) });

function ClientCell({ row }: { readonly row: TrashRow }) {
  const t = useT();
  if (row.clientName === null) return <span className="cf-ink-3">—</span>;
  return (
    <span className={styles.names}>
      <span className="cf-cut">{row.clientName}</span>
      {row.clientTrashed && <span className="cf-xs cf-ink-3">{t('trash.clientTrashed')}</span>}
    </span>
  );
}
