import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import {
  IconBuildings,
  IconDeviceFloppy,
  IconFileCertificate,
  IconFolders,
  IconScale,
  IconSettings,
  IconSun,
  IconTrash,
} from '@tabler/icons-react';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import type { Icon } from '#renderer/components/icon.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import type { NavEntry } from '#renderer/components/shell/nav-entry.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

type Place = 'today' | 'clients' | 'applications' | 'documents' | 'rules';

const places: readonly { readonly id: Place; readonly Icon: Icon }[] = [
  { id: 'today', Icon: IconSun },
  { id: 'clients', Icon: IconBuildings },
  { id: 'applications', Icon: IconFileCertificate },
  { id: 'documents', Icon: IconFolders },
  { id: 'rules', Icon: IconScale },
];

/** What the caption and the side bar show: places, counts, saved views, the backup and the person. */
export function useNavigation() {
  const t = useT();
  const { query } = useApi();
  const { pathname, searchStr } = useLocation();
  const today = useQuery(query.today.get.queryOptions({ input: { limitPerGroup: 1 } }));
  const settings = useQuery(query.settings.get.queryOptions());
  const people = useQuery(query.consultants.list.queryOptions());
  const me = people.data?.find(({ id }) => id === settings.data?.consultantId);
  const now = today.data?.groups.filter(({ group }) => group === 'overdue' || group === 'today');
  const urgent = now?.reduce((sum, { total }) => sum + total, 0) ?? 0;
  const viewId = new URLSearchParams(searchStr).get('view');
  const views = useViews(viewId);
  return {
    firm: settings.data?.firmName ?? '',
    places: places.map(({ id, Icon }): NavEntry => {
      const isHere =
        pathname === `/${id}` ||
        pathname.startsWith(`/${id}/`) ||
        (id === 'clients' && pathname === '/imports');
      const inView = isHere && viewId !== null;
      return {
        id,
        label: t(`shell.nav.${id}`),
        Icon,
        href: paths[id](),
        ...(id === 'today' && urgent > 0 && { count: urgent }),
        active: isHere && !inView,
        parent: inView,
      };
    }),
    views,
    foot: useFoot(today.data?.backup?.atMs, today.data?.nowMs, pathname),
    ...(me && { person: { name: me.name, onClick: () => navigateTo(paths.settings('people')) } }),
  };
}

function useViews(viewId: string | null) {
  const t = useT();
  const { query } = useApi();
  const saved = useQuery(query.views.list.queryOptions({ input: { screen: 'clients' } }));
  const entries = (saved.data ?? []).map(({ id, name, total }): NavEntry => ({
    id,
    label: name,
    href: paths.clients(id),
    count: total,
    active: id === viewId,
  }));
  return { title: t('shell.clientViews'), entries };
}

function useFoot(backupAtMs: number | undefined, nowMs: number | undefined, pathname: string): NavEntry[] {
  const t = useT();
  const format = useFormat();
  const isToday =
    backupAtMs !== undefined && nowMs !== undefined && dateOfInstant(backupAtMs) === dateOfInstant(nowMs);
  const when =
    backupAtMs === undefined
      ? undefined
      : isToday
        ? t('shell.backup.today')
        : format.monthDay(dateOfInstant(backupAtMs));
  return [
    {
      id: 'backup',
      label: t(backupAtMs === undefined ? 'shell.backup.none' : 'shell.backup.done'),
      Icon: IconDeviceFloppy,
      href: paths.settings('backup'),
      ...(when !== undefined && { count: when }),
    },
    {
      id: 'trash',
      label: t('shell.nav.trash'),
      Icon: IconTrash,
      href: paths.trash(),
      active: pathname === '/trash',
    },
    {
      id: 'settings',
      label: t('shell.nav.settings'),
      Icon: IconSettings,
      href: paths.settings(),
      active: pathname.startsWith('/settings'),
    },
  ];
}
