import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { iconStroke } from './icon.ts';
import styles from './blocked-button.module.css';

/** An action that is locked, with the reason in it: 2 项阻断，暂不能提交. It can be reached, so that the reason is read. */
export function BlockedButton({
  reason,
  onExplain,
}: {
  readonly reason: string;
  /** Shows what stands in the way. */
  readonly onExplain?: () => void;
}) {
  return (
    <Button
      className={styles.blocked}
      leftSection={<IconLock size={16} stroke={iconStroke} aria-hidden />}
      aria-disabled
      onClick={onExplain}
    >
      {reason}
    </Button>
  );
}
