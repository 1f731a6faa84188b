/** What can be done with the selected rows: floats over the foot of their table. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { iconStroke } from './icon.ts';
import type { Icon } from './icon.ts';
import { Keys } from './kbd-hints.tsx';
import { useEscape } from './use-layer.ts';
import { useShortcuts } from './use-shortcuts.ts';
import styles from './bulk-bar.module.css';

type Choice = { readonly id: string; readonly label: ReactNode; readonly run: () => void };

export type BulkAction = {
  readonly id: string;
  readonly label: string;
  readonly Icon: Icon;
  /** The letter that does the same. */
  readonly letter: string;
} & (
  | { readonly run: () => void }
  | {
      readonly choices: readonly Choice[];
      /** The choices are about to be seen. */
      readonly onOpen?: () => void;
    }
);

/** So many actions have room for their icons beside the side bar. */
const roomyAtMost = 7;

type BulkBarProps = {
  /** 已选 431 户. */
  readonly chosen: string;
  readonly actions: readonly BulkAction[];
  /** A change of the selected rows is being written. */
  readonly busy?: boolean;
  readonly onDrop: () => void;
};

export function BulkBar({ chosen, actions, busy = false, onDrop }: BulkBarProps) {
  const t = useT();
  const [opened, setOpened] = useState<string | null>(null);
  const open = (action: BulkAction, isOpen: boolean): void => {
    if (isOpen && 'choices' in action) action.onOpen?.();
    setOpened(isOpen ? action.id : null);
  };
  const start = (action: BulkAction): void =>
    'run' in action ? action.run() : open(action, opened !== action.id);
  useShortcuts({
    ...(!busy && Object.fromEntries(actions.map((action) => [action.letter, () => start(action)]))),
    // An open menu goes first.
    escape: () => (opened === null ? onDrop() : setOpened(null)),
  });
  useEscape(opened !== null, () => setOpened(null));
  return (
    <div className={styles.place}>
      <div
        className={styles.bar}
        role="toolbar"
        aria-label={t('bulk.bar')}
        data-floating-bar
        data-crowded={actions.length > roomyAtMost || undefined}
      >
        <b aria-live="polite">{chosen}</b>
        {actions.map((action) => (
          <ActionButton
            key={action.id}
            action={action}
            disabled={busy}
            opened={opened === action.id}
            onOpen={(isOpen) => open(action, isOpen)}
          />
        ))}
        <span className={styles.line} />
        <Button variant="subtle" color="gray" className={styles.button} onClick={onDrop}>
          {t('bulk.drop')}
          <Keys of="escape" />
        </Button>
      </div>
    </div>
  );
}

type ActionButtonProps = {
  readonly action: BulkAction;
  readonly disabled: boolean;
  readonly opened: boolean;
  readonly onOpen: (isOpen: boolean) => void;
};

function ActionButton({ action, disabled, opened, onOpen }: ActionButtonProps) {
  const { Icon, label, letter } = action;
  const hasMenu = 'choices' in action;
  const button = (
    <Button
      variant="subtle"
      color="gray"
      className={styles.button}
      disabled={disabled}
      leftSection={<Icon size={16} stroke={iconStroke} aria-hidden />}
      {...(!hasMenu && { onClick: action.run })}
    >
      {label}
      <Keys of={letter} />
      {hasMenu && <IconChevronDown size={14} stroke={iconStroke} aria-hidden />}
    </Button>
  );
  if (!hasMenu) return button;
  return (
    // Escape is the bar's: it closes the menu and leaves the selection.
    <Menu position="top" opened={opened} onChange={onOpen} closeOnEscape={false}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {action.choices.map(({ id, label: words, run }) => (
          <Menu.Item key={id} onClick={run}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
