import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { iconStroke } from './icon.ts';
import type { Icon } from './icon.ts';
import { Keys } from './kbd-hints.tsx';
import styles from './bulk-bar.module.css';

export type BulkAction = {
  readonly id: string;
  readonly label: string;
  readonly Icon: Icon;
  /** Its letter; the page binds it. */
  readonly keys?: string;
  readonly onRun: () => void;
};

type BulkBarProps = {
  readonly label: string;
  /** Such as 已选 3 户. */
  readonly count: ReactNode;
  readonly actions: readonly BulkAction[];
  readonly onCancel: () => void;
};

/** Floats 16 px above the status bar while rows are selected. Its parent is `position: relative`. */
export function BulkBar({ label, count, actions, onCancel }: BulkBarProps) {
  const t = useT();
  return (
    <div className={styles.bar} role="toolbar" aria-label={label}>
      <b>{count}</b>
      {actions.map(({ id, label: word, Icon, keys, onRun }) => (
        <Button
          key={id}
          variant="subtle"
          color="gray"
          leftSection={<Icon size={16} stroke={iconStroke} aria-hidden />}
          rightSection={keys && <Keys of={keys} />}
          onClick={onRun}
        >
          {word}
        </Button>
      ))}
      <span className="cf-sep" />
      <Button variant="subtle" color="gray" rightSection={<Keys of="escape" />} onClick={onCancel}>
        {t('components.action.cancel')}
      </Button>
    </div>
  );
}
