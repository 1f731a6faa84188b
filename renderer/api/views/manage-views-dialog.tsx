import { ActionIcon, Button, Checkbox, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowDown, IconArrowUp, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { ViewRow, ViewScreen } from '#shared/contract/views.ts';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useApi } from '../api.tsx';
import { NameDialog } from './name-dialog.tsx';
import { useViewActions } from './use-view-actions.ts';
import { useViewCounts } from './use-view-counts.ts';
import { useViewFiles } from './use-view-files.ts';
import styles from './views.module.css';

interface ManageViewsDialogProps {
  readonly screen: ViewScreen;
  readonly onClose: () => void;
}

/** All views of a list: which stand in the side bar and in which order; renamed, copied, removed, exported. */
export function ManageViewsDialog({ screen, onClose }: ManageViewsDialogProps) {
  const t = useT();
  const { query } = useApi();
  const files = useViewFiles();
  const { addReady, save } = useViewActions(screen);
  const [renamed, setRenamed] = useState<ViewRow | null>(null);
  const views = useQuery(query.views.list.queryOptions({ input: { screen } })).data ?? [];
  const counts = useViewCounts(views.map(({ id }) => id));
  const rename = async (view: ViewRow, name: string): Promise<void> => {
    if ((await save(view.id, name, view.filter)) !== undefined) setRenamed(null);
  };
  if (renamed !== null) {
    return (
      <NameDialog
        initial={renamed.name}
        onClose={() => setRenamed(null)}
        onName={(name) => void rename(renamed, name)}
      />
    );
  }
  return (
    <DialogFrame
      opened
      onClose={onClose}
      title={t('views.manage')}
      width={560}
      footer={
        <>
          <Button onClick={onClose}>{t('components.action.close')}</Button>
          <Button disabled={views.length === 0} onClick={() => void files.write(views)}>
            {t('views.exportAll')}
          </Button>
          <Button onClick={() => void addReady()}>{t('views.ready.add')}</Button>
        </>
      }
    >
      <p className="cf-ink-2">{t(views.length === 0 ? 'views.none' : 'views.manageNote')}</p>
      <ul className={styles.list} aria-label={t(`views.of.${screen}`)}>
        {views.map((view, index) => (
          <Line
            key={view.id}
            view={view}
            count={counts.get(view.id)}
            before={views[index - 1]?.id}
            behind={index + 1 < views.length ? (views[index + 2]?.id ?? null) : undefined}
            onRename={() => setRenamed(view)}
            onExport={() => void files.write([view])}
          />
        ))}
      </ul>
    </DialogFrame>
  );
}

interface LineProps {
  readonly view: ViewRow;
  readonly count: number | undefined;
  /** The view that it would stand before when it goes up. */
  readonly before: string | undefined;
  /** The same when it goes down; null at the end. */
  readonly behind: string | null | undefined;
  readonly onRename: () => void;
  readonly onExport: () => void;
}

function Line({ view, count, before, behind, onRename, onExport }: LineProps) {
  const t = useT();
  const format = useFormat();
  const { name } = view;
  const { save, pin, move, remove } = useViewActions(view.screen);
  return (
    <li className={styles.row}>
      <Checkbox
        aria-label={t('views.inSideBar', { name })}
        checked={view.isPinned}
        onChange={() => void pin(view, !view.isPinned)}
      />
      <span className="cf-cut cf-grow" title={name}>
        {name}
      </span>
      {count !== undefined && <span className={styles.count}>{format.count(count)}</span>}
      <ActionIcon
        aria-label={t('views.up', { name })}
        disabled={before === undefined}
        onClick={() => before !== undefined && void move(view.id, before)}
      >
        <IconArrowUp size={16} stroke={iconStroke} aria-hidden />
      </ActionIcon>
      <ActionIcon
        aria-label={t('views.down', { name })}
        disabled={behind === undefined}
        onClick={() => behind !== undefined && void move(view.id, behind)}
      >
        <IconArrowDown size={16} stroke={iconStroke} aria-hidden />
      </ActionIcon>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('views.actionsOf', { name })}>
            <IconDots size={16} stroke={iconStroke} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onRename}>{t('views.rename')}…</Menu.Item>
          <Menu.Item onClick={() => void save(null, t('views.copyOf', { name }), view.filter)}>
            {t('views.duplicate')}
          </Menu.Item>
          <Menu.Item onClick={onExport}>{t('views.export')}…</Menu.Item>
          <Menu.Item onClick={() => void remove(view)}>{t('views.remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
