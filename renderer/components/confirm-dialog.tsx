import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { Keys } from './kbd-hints.tsx';

type ConfirmDialogProps = {
  readonly opened: boolean;
  /** The question, with the name and the number it is about. */
  readonly title: string;
  /** What will be different afterwards, and how it can be taken back. */
  readonly children?: ReactNode;
  /** The verb, never 确定 alone where something is lost. */
  readonly confirmLabel: string;
  readonly destructive?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** For what cannot be undone with a key press; everything else is done at once and offers undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, children, confirmLabel, destructive = false, busy = false } = props;
  const t = useT();
  return (
    <DialogFrame
      opened={opened}
      onClose={props.onClose}
      title={title}
      footer={
        <>
          <Button
            variant="filled"
            color={destructive ? 'red' : undefined}
            loading={busy}
            data-autofocus={!destructive || undefined}
            onClick={props.onConfirm}
          >
            {confirmLabel}
          </Button>
          <Button
            data-autofocus={destructive || undefined}
            rightSection={<Keys of="escape" />}
            onClick={props.onClose}
          >
            {t('components.action.cancel')}
          </Button>
        </>
      }
    >
      {children}
    </DialogFrame>
  );
}
