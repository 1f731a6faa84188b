import { Modal } from '@mantine/core';
import { useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { leadToFault, useFormKeys } from './form-keys.ts';
import { useLayer } from './use-layer.ts';
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
  /** What Ctrl+Enter does, unless a field holds what can't be right: that one has the focus then. */
  readonly onSave?: () => void;
  /** Enter on a closed drop-down does it as well. */
  readonly canSave?: boolean;
  /** What holds the fields, for a button that looks at them as well. */
  readonly body?: RefObject<HTMLDivElement | null>;
};

/** The one frame of all dialogs but the palette. */
export function DialogFrame(props: DialogFrameProps) {
  const { opened, onClose, title, children, footer, onSave } = props;
  const { width = 480, closeOnClickOutside = false, canSave = false } = props;
  const ownBody = useRef<HTMLDivElement>(null);
  const body = props.body ?? ownBody;
  const save = (): void => {
    if (!leadToFault(body.current)) onSave?.();
  };
  const keys = useFormKeys({ canSave, save });
  useLayer(opened, { escape: onClose, accept: onSave && save });
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
        <Modal.Body ref={body} {...(onSave && keys)}>
          {children}
        </Modal.Body>
        {footer && <footer className={styles.foot}>{footer}</footer>}
      </Modal.Content>
    </Modal.Root>
  );
}
