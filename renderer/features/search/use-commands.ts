import { useQuery } from '@tanstack/react-query';
import {
  IconArrowBackUp,
  IconBuildings,
  IconCopy,
  IconDeviceFloppy,
  IconDeviceMobile,
  IconFileCertificate,
  IconFileImport,
  IconFolders,
  IconLayoutList,
  IconScale,
  IconLanguage,
  IconMoon,
  IconPlus,
  IconSettings,
  IconSun,
  IconSunHigh,
  IconFileSearch,
  IconShredder,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import { useApi } from '#renderer/api/api.tsx';
import { useAction, useUndo } from '#renderer/api/use-action.ts';
import type { Icon } from '#renderer/components/icon.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useLanguage, useT } from '#renderer/i18n/use-t.ts';

export interface Command {
  readonly id: string;
  readonly Icon: Icon;
  readonly title: string;
  readonly note: string;
  /** More words by which the command is found. */
  readonly keywords: string;
  readonly run: () => void;
}

/** What can be done from anywhere. */
export function useCommands(): readonly Command[] {
  const t = useT();
  const { backend, query } = useApi();
  const act = useAction();
  const undo = useUndo();
  const language = useLanguage();
  const go = (path: string) => () => navigateTo(path);
  const command = (
    id: string,
    Icon: Icon,
    title: string,
    run: () => void,
    note = '',
    keywords = '',
  ): Command => ({
    id,
    Icon,
    title,
    note,
    keywords,
    run,
  });
  const views = useQuery(query.views.list.queryOptions({ input: {} })).data ?? [];
  return [
    command(
      'new-client',
      IconPlus,
      t('search.command.newClient'),
      go(paths.newClient()),
      t('search.command.newClientNote'),
    ),
    command(
      'import',
      IconFileImport,
      t('search.command.importClients'),
      go(paths.imports()),
      t('search.command.importClientsNote'),
      'Excel',
    ),
    command('today', IconSun, t('search.command.today'), go(paths.today())),
    command('clients', IconBuildings, t('search.command.clients'), go(paths.clients())),
    command('accounts', IconDeviceMobile, t('search.command.accounts'), go(paths.accounts())),
    command('applications', IconFileCertificate, t('search.command.applications'), go(paths.applications())),
    command('documents', IconFolders, t('search.command.documents'), go(paths.documents())),
    command('rules', IconScale, t('search.command.rules'), go(paths.rules())),
    command(
      'backup',
      IconDeviceFloppy,
      t('search.command.backup'),
      go(paths.settings('backup')),
      t('search.command.backupNote'),
    ),
    command(
      'duplicates',
      IconCopy,
      t('search.command.duplicates'),
      go(paths.duplicates()),
      t('search.command.duplicatesNote'),
    ),
    command('trash', IconTrash, t('search.command.trash'), go(paths.trash())),
    command('keeping', IconShredder, t('search.command.keeping'), go(paths.keeping())),
    command('people', IconUsers, t('search.command.people'), go(paths.people())),
    command('files', IconFileSearch, t('search.command.files'), go(paths.files())),
    command('settings', IconSettings, t('search.command.settings'), go(paths.settings())),
    command('undo', IconArrowBackUp, t('search.command.undo'), undo),
    command(
      'light',
      IconSunHigh,
      t('search.command.light'),
      () => void act(() => backend.settings.set({ theme: 'light' })),
    ),
    command(
      'dark',
      IconMoon,
      t('search.command.dark'),
      () => void act(() => backend.settings.set({ theme: 'dark' })),
    ),
    command(
      'language',
      IconLanguage,
      t('search.command.language'),
      () => void act(() => backend.settings.set({ language: language === 'en' ? 'zh-CN' : 'en' })),
    ),
    ...views.map(({ id, screen, name }) =>
      command(`view ${id}`, IconLayoutList, name, go(paths[screen](id)), t(`views.of.${screen}`)),
    ),
  ];
}
