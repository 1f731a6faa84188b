import { ActionIcon, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCheck, IconDots, IconPin } from '@tabler/icons-react';
import { useState } from 'react';
import type { ViewRow, ViewScreen } from '#shared/contract/views.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApi } from '../api.tsx';
import { ImportViewsDialog } from './import-views-dialog.tsx';
import { ManageViewsDialog } from './manage-views-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import type { OpenView } from './use-saved-view.ts';
import { useViewActions } from './use-view-actions.ts';
import { useViewCounts } from './use-view-counts.ts';
import { useViewFiles } from './use-view-files.ts';
import styles from './views.module.css';

type Asked = 'new' | 'rename' | 'manage' | null;

interface ViewsMenuProps<Filter extends object, Key extends string> {
  readonly open: OpenView<Filter, Key>;
}

/** Every view of the list with its count, and what can be done with the one that is open. */
export function ViewsMenu<Filter extends object, Key extends string>({ open }: ViewsMenuProps<Filter, Key>) {
  const t = useT();
  const { saved, kind } = open;
  const { screen } = kind;
  const actions = useViewActions(screen);
  const files = useViewFiles();
  const [opened, setOpened] = useState(false);
  const [asked, setAsked] = useState<Asked>(null);
  const close = (): void => setAsked(null);
  const name = async (id: string | null, text: string): Promise<void> => {
    if (!(await actions.saveAndOpen(id, text, open.text()))) return;
    close();
    open.revert();
  };
  const remove = async (view: ViewRow): Promise<void> => {
    if (await actions.remove(view)) navigateTo(paths[screen]());
  };
  return (
    <>
      <Menu position="bottom-end" width={240} opened={opened} onChange={setOpened}>
        <Menu.Target>
          <ActionIcon aria-label={t('views.menu')} title={t('views.menu')}>
            <IconDots size={16} stroke={iconStroke} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown className={styles.menu}>
          {opened && <ViewItems screen={screen} openId={saved?.id} />}
          <Menu.Divider />
          <Menu.Item onClick={() => setAsked('new')}>{t('views.saveAsNew')}…</Menu.Item>
          {saved && (
            <>
              <Menu.Item onClick={() => setAsked('rename')}>{t('views.rename')}…</Menu.Item>
              <Menu.Item
                onClick={() =>
                  void actions.saveAndOpen(null, t('views.copyOf', { name: saved.name }), saved.filter)
                }
              >
                {t('views.duplicate')}
              </Menu.Item>
              <Menu.Item onClick={() => void actions.pin(saved, !saved.isPinned)}>
                {t(saved.isPinned ? 'views.unpin' : 'views.pin')}
              </Menu.Item>
              <Menu.Item onClick={() => void files.write([saved])}>{t('views.export')}…</Menu.Item>
              <Menu.Item onClick={() => void remove(saved)}>{t('views.remove')}</Menu.Item>
            </>
          )}
          <Menu.Divider />
          <Menu.Item onClick={() => void files.choose()}>{t('views.import.action')}…</Menu.Item>
          <Menu.Item onClick={() => setAsked('manage')}>{t('views.manage')}…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {(asked === 'new' || asked === 'rename') && (
        <NameDialog
          initial={asked === 'rename' ? (saved?.name ?? '') : ''}
          onClose={close}
          onName={(text) => void name(asked === 'rename' ? (saved?.id ?? null) : null, text)}
        />
      )}
      {asked === 'manage' && <ManageViewsDialog screen={screen} onClose={close} />}
      {files.chosen !== null && <ImportViewsDialog file={files.chosen} onClose={files.drop} />}
    </>
  );
}

/** The views, counted while the menu is open. */
function ViewItems({ screen, openId }: { readonly screen: ViewScreen; readonly openId: string | undefined }) {
  const t = useT();
  const format = useFormat();
  const { query } = useApi();
  const { addReady } = useViewActions(screen);
  const views = useQuery(query.views.list.queryOptions({ input: { screen } })).data ?? [];
  const counts = useViewCounts(views.map(({ id }) => id));
  return (
    <>
      <Menu.Label>{t(views.length === 0 ? 'views.none' : 'views.all')}</Menu.Label>
      {views.map(({ id, name, isPinned }) => {
        const count = counts.get(id);
        return (
          <Menu.Item
            key={id}
            leftSection={
              id === openId ? (
                <IconCheck size={14} stroke={iconStroke} aria-hidden />
              ) : isPinned ? (
                <IconPin size={14} stroke={iconStroke} aria-hidden />
              ) : (
                <span className={styles.noSign} />
              )
            }
            rightSection={count !== undefined && <span className={styles.count}>{format.count(count)}</span>}
            onClick={() => navigateTo(paths[screen](id))}
          >
            <span className="cf-cut" title={name}>
              {name}
            </span>
          </Menu.Item>
        );
      })}
      {views.length === 0 && <Menu.Item onClick={() => void addReady()}>{t('views.ready.add')}</Menu.Item>}
    </>
  );
}
