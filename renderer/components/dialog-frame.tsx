import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormKeys } from './form-keys.ts';
import { useEscape } from './use-escape.ts';
import styles from './dialog-frame.module.css';

type DialogFrameProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the primary one first. */
  readonly footer?: ReactNode;
  readonly width?: number;
  /** A click beside it closes it; not where something half typed would be lost. */
  readonly closeOnClickOutside?: boolean;
  /** What Ctrl+Enter does from its fields. */
  readonly onSave?: () => void;
  /** Enter on a closed drop-down does it as well. */
  readonly canSave?: boolean;
};

/** The one frame of all dialogs but the palette. */
export function DialogFrame(props: DialogFrameProps) {
  const { opened, onClose, title, children, footer, onSave } = props;
  const { width = 480, closeOnClickOutside = false, canSave = false } = props;
  const keys = useFormKeys({ canSave, save: () => onSave?.() });
  useEscape(opened, onClose);
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={width}
      closeOnEscape={false}
      closeOnClickOutside={closeOnClickOutside}
      yOffset="var(--cf-dialog-top)"
      classNames={{ content: styles.content, title: styles.title, body: styles.body }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <header className={styles.head}>
          <Modal.Title>{title}</Modal.Title>
        </header>
        <Modal.Body {...(onSave && keys)}>{children}</Modal.Body>
        {footer && <footer className={styles.foot}>{footer}</footer>}
      </Modal.Content>
    </Modal.Root>
  );
}
