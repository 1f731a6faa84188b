import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconLayoutList } from '@tabler/icons-react';
import { useT } from '#renderer/i18n/use-t.ts';
import { iconStroke } from './icon.ts';

/** By what a list can be grouped, and by what it is. */
export type GroupChoices = {
  readonly choices: readonly { readonly id: string; readonly title: string }[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
  /** Collapses or opens all groups. */
  readonly onFoldAll: (isOpen: boolean) => void;
};

/** By what the rows of a list are put together: one thing, or none. */
export function GroupMenu({ choices, chosen, onChoose, onFoldAll }: GroupChoices) {
  const t = useT();
  const label = t('components.group.menu');
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon aria-label={label} title={label}>
          <IconLayoutList size={16} stroke={iconStroke} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('components.group.title')}</Menu.Label>
        <Menu.RadioGroup value={chosen ?? ''} onChange={(id) => onChoose(id === '' ? undefined : id)}>
          {[{ id: '', title: t('components.group.none') }, ...choices].map(({ id, title }) => (
            <Menu.RadioItem
              key={id}
              value={id}
              closeMenuOnClick
              checkIcon={<IconCheck size={14} stroke={iconStroke} aria-hidden />}
            >
              {title}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item disabled={chosen === undefined} onClick={() => onFoldAll(false)}>
          {t('components.group.foldAll')}
        </Menu.Item>
        <Menu.Item disabled={chosen === undefined} onClick={() => onFoldAll(true)}>
          {t('components.group.openAll')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
