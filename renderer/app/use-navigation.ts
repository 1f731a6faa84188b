import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import {
  IconBuildings,
  IconDeviceFloppy,
  IconDeviceMobile,
  IconFileCertificate,
  IconFolders,
  IconScale,
  IconSettings,
  IconSun,
  IconTrash,
} from '@tabler/icons-react';
import type { TodaySummary } from '#shared/contract/today.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import { frameMeta } from '#renderer/api/watch-changes.ts';
import type { Icon } from '#renderer/components/icon.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import type { NavEntry } from '#renderer/components/shell/nav-entry.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

type Place = 'today' | 'clients' | 'accounts' | 'applications' | 'documents' | 'rules';

const places: readonly { readonly id: Place; readonly Icon: Icon }[] = [
  { id: 'today', Icon: IconSun },
  { id: 'clients', Icon: IconBuildings },
  { id: 'accounts', Icon: IconDeviceMobile },
  { id: 'applications', Icon: IconFileCertificate },
  { id: 'documents', Icon: IconFolders },
  { id: 'rules', Icon: IconScale },
];

/** What the caption and the side bar show: places, counts, saved views, the backup and the person. */
export function useNavigation() {
  const t = useT();
  const { query } = useApi();
  const { pathname, searchStr } = useLocation();
  const { data: summary } = useQuery({ ...query.today.summary.queryOptions(), meta: frameMeta });
  const settings = useQuery(query.settings.get.queryOptions());
  const people = useQuery(query.consultants.list.queryOptions());
  const me = people.data?.find(({ id }) => id === settings.data?.consultantId);
  const urgent = summary?.urgent ?? 0;
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
    foot: useFoot(summary, pathname),
    ...(me && { person: { name: me.name, onClick: () => navigateTo(paths.settings('people')) } }),
  };
}

function useViews(viewId: string | null) {
  const t = useT();
  const { query } = useApi();
  const saved = useQuery(query.views.list.queryOptions({ input: { screen: 'clients' } })).data ?? [];
  const counts = useViewCounts(saved.map(({ id }) => id));
  const entries = saved.map(({ id, name }): NavEntry => {
    const count = counts.get(id);
    return {
      id,
      label: name,
      href: paths.clients(id),
      ...(count !== undefined && { count }),
      active: id === viewId,
    };
  });
  return { title: t('shell.clientViews'), entries };
}

/** Counts one view after the other, so that what a page asks for meanwhile goes first. */
function useViewCounts(ids: readonly string[]): ReadonlyMap<string, number> {
  const { backend, query } = useApi();
  const counts = useQuery({
    queryKey: [...query.views.count.key(), ids],
    queryFn: async ({ signal }) => {
      const found = new Map<string, number>();
      for (const id of ids) {
        const { total } = await backend.views.count({ id }, { signal });
        found.set(id, total);
      }
      return found;
    },
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    meta: frameMeta,
  });
  return counts.data ?? noCounts;
}

const noCounts: ReadonlyMap<string, number> = new Map();

function useFoot(summary: TodaySummary | undefined, pathname: string): NavEntry[] {
  const t = useT();
  const format = useFormat();
  const backupAtMs = summary?.backupAtMs ?? undefined;
  const backupOn = backupAtMs === undefined ? undefined : dateOfInstant(backupAtMs);
  const when =
    backupOn === undefined
      ? undefined
      : backupOn === summary?.today
        ? t('shell.backup.today')
        : format.monthDay(backupOn);
  return [
    {
      id: 'backup',
      label: t(backupOn === undefined ? 'shell.backup.none' : 'shell.backup.done'),
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
