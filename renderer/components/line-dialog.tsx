import { Button } from '@mantine/core';
import { useState } from 'react';
import { DialogFrame } from './dialog-frame.tsx';
import { TextField } from './field.tsx';
import { onKeys } from './use-shortcuts.ts';
import { useT } from '#renderer/i18n/use-t.ts';

interface LineDialogProps {
  readonly title: string;
  readonly label: string;
  readonly initial: string;
  /** The verb of the primary button. */
  readonly confirm: string;
  readonly onClose: () => void;
  readonly onConfirm: (text: string) => void;
}

/** Asks for one line of text. */
export function LineDialog({ title, label, initial, confirm, onClose, onConfirm }: LineDialogProps) {
  const t = useT();
  const [text, setText] = useState(initial);
  const isEmpty = text.trim() === '';
  const done = (): void => {
    if (!isEmpty) onConfirm(text.trim());
  };
  return (
    <DialogFrame
      opened
      onClose={onClose}
      onSave={done}
      title={title}
      width={400}
      footer={
        <>
          <Button variant="filled" disabled={isEmpty} onClick={done}>
            {confirm}
          </Button>
          <Button onClick={onClose}>{t('components.action.cancel')}</Button>
        </>
      }
    >
      <TextField
        label={label}
        value={text}
        onChange={setText}
        data-autofocus
        onKeyDown={onKeys({ enter: done })}
      />
    </DialogFrame>
  );
}
