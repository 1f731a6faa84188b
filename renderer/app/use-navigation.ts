import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import {
  IconBuildings,
  IconDeviceFloppy,
  IconDeviceMobile,
  IconFileCertificate,
  IconFolders,
  IconInbox,
  IconPlus,
  IconScale,
  IconSettings,
  IconSun,
  IconTrash,
} from '@tabler/icons-react';
import type { TodaySummary } from '#shared/contract/today.ts';
import { viewScreens } from '#shared/contract/views.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useTake } from '#renderer/api/intake/use-take.ts';
import { useViewActions } from '#renderer/api/views/use-view-actions.ts';
import { useViewCounts } from '#renderer/api/views/use-view-counts.ts';
import { frameMeta } from '#renderer/api/watch-changes.ts';
import type { Icon } from '#renderer/components/icon.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import type { NavEntry } from '#renderer/components/shell/nav-entry.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { placeIds } from './place-ids.ts';
import type { PlaceId } from './place-ids.ts';

const icons: Readonly<Record<PlaceId, Icon>> = {
  today: IconSun,
  clients: IconBuildings,
  accounts: IconDeviceMobile,
  applications: IconFileCertificate,
  documents: IconFolders,
  rules: IconScale,
};

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
  const views = useViews(viewId, pathname);
  return {
    firm: settings.data?.firmName ?? '',
    places: placeIds.map((id): NavEntry => {
      const isHere =
        pathname === `/${id}` ||
        pathname.startsWith(`/${id}/`) ||
        (id === 'clients' && pathname === '/imports');
      const inView = isHere && viewId !== null;
      return {
        id,
        label: t(`shell.nav.${id}`),
        Icon: icons[id],
        href: paths[id](),
        ...(id === 'today' && urgent > 0 && { count: urgent }),
        active: isHere && !inView,
        parent: inView,
      };
    }),
    tray: useTrayEntry(pathname),
    views,
    foot: useFoot(summary, pathname),
    ...(me && { person: { name: me.name, onClick: () => navigateTo(paths.settings('people')) } }),
  };
}

/** The intake tray, which takes files too, with what waits in it. */
function useTrayEntry(pathname: string): NavEntry {
  const t = useT();
  const { query } = useApi();
  const { data } = useQuery({ ...query.intake.count.queryOptions(), meta: frameMeta });
  const { takeFiles } = useTake();
  const waiting = data?.papers ?? 0;
  return {
    id: 'intake',
    label: t('shell.nav.tray'),
    Icon: IconInbox,
    href: paths.intake(),
    ...(waiting > 0 && { count: waiting }),
    active: pathname === '/intake',
    onFiles: (files) => {
      navigateTo(paths.intake());
      void takeFiles(files, 'dropped');
    },
  };
}

/** Views of the list that is open, else of the clients; the pinned ones with their counts. */
function useViews(viewId: string | null, pathname: string) {
  const t = useT();
  const { query } = useApi();
  const screen = viewScreens.find((one) => pathname.startsWith(`/${one}`)) ?? 'clients';
  const views = useQuery(query.views.list.queryOptions({ input: { screen } })).data;
  const { addReady } = useViewActions(screen);
  const pinned = views?.filter(({ isPinned }) => isPinned) ?? [];
  const counts = useViewCounts(pinned.map(({ id }) => id));
  const entries = pinned.map(({ id, name }): NavEntry => {
    const count = counts.get(id);
    return {
      id,
      label: name,
      href: paths[screen](id),
      ...(count !== undefined && { count }),
      active: id === viewId,
    };
  });
  const offer: NavEntry = {
    id: 'ready',
    label: t('views.ready.add'),
    Icon: IconPlus,
    onClick: () => void addReady(),
  };
  return { title: t(`views.of.${screen}`), entries: views?.length === 0 ? [offer] : entries };
}

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
