import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { DraftHint } from '#renderer/components/draft-hint.tsx';
import { Keys } from '#renderer/components/kbd-hints.tsx';
import { leadToFault } from '#renderer/components/form-keys.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './form-dialog.module.css';

/** What is typed into a form and not yet saved, kept on this computer. */
export interface FormKeeping {
  /** What the fields hold was typed at an earlier time. */
  readonly isRestored: boolean;
  /** It was saved or given up. */
  readonly giveUp: () => void;
  /** Gives up what was restored, and brings the fields back to what they were opened with. */
  readonly clear: () => void;
  /** The form is left with what was typed in it. */
  readonly onLeave: () => void;
}

interface FormDialogProps {
  readonly title: string;
  readonly confirm?: string;
  readonly canSave: boolean;
  /** Resolves with true when it was saved; the dialog closes then. */
  readonly onSave: () => Promise<boolean>;
  readonly onClose: () => void;
  /** Such as 移到回收站, at the right end of the foot; `end` closes the dialog as Cancel does. */
  readonly extra?: ((end: () => void) => ReactNode) | null;
  readonly width?: number;
  /** The button has the focus from the start, so that Enter accepts what is proposed. */
  readonly acceptsAtOnce?: boolean;
  readonly draft?: FormKeeping;
  /** It has a field of several lines, in which Enter begins a new one. */
  readonly hasLines?: boolean;
  readonly children: ReactNode;
}

/**
 * A dialog with fields: Enter in a line saves, Ctrl+Enter anywhere, Escape leaves it and what was typed waits, Cancel gives
 * that up. What can't be right is not saved: the field that holds it has the focus then.
 */
export function FormDialog(props: FormDialogProps) {
  const { title, confirm, canSave, onSave, onClose, extra, width, children } = props;
  const { acceptsAtOnce = false, draft, hasLines = false } = props;
  const t = useT();
  const [isSaving, setSaving] = useState(false);
  const saveButton = useRef<HTMLButtonElement>(null);
  const form = useRef<HTMLFormElement>(null);
  // What is proposed may first have to be looked at; Enter accepts it as soon as it can be accepted. Nobody is taken out
  // of a field.
  useEffect(() => {
    const isInField = document.activeElement instanceof HTMLInputElement;
    if (acceptsAtOnce && canSave && !isInField) saveButton.current?.focus();
  }, [acceptsAtOnce, canSave]);
  const end = (): void => {
    draft?.giveUp();
    onClose();
  };
  const leave = (): void => {
    draft?.onLeave();
    onClose();
  };
  const save = async (): Promise<void> => {
    if (!canSave || isSaving) return;
    if (leadToFault(form.current)) return;
    setSaving(true);
    const isSaved = await onSave();
    setSaving(false);
    if (isSaved) end();
    // What it was refused for may show at a field, once that is drawn.
    else setTimeout(() => leadToFault(form.current));
  };
  return (
    <DialogFrame
      opened
      onClose={leave}
      onSave={() => void save()}
      canSave={canSave}
      title={title}
      {...(width !== undefined && { width })}
      footer={
        <>
          <Button
            ref={saveButton}
            variant="filled"
            disabled={!canSave}
            data-autofocus={(acceptsAtOnce && canSave) || undefined}
            rightSection={canSave && <Keys of={hasLines ? 'mod+enter' : 'enter'} />}
            onClick={() => void save()}
          >
            {confirm ?? t('components.action.save')}
          </Button>
          <Button onClick={end}>{t('components.action.cancel')}</Button>
          {draft?.isRestored === true && <DraftHint onDiscard={draft.clear} />}
          <span className="cf-grow" />
          {extra?.(end)}
        </>
      }
    >
      <form
        ref={form}
        className={styles.form}
        // While there is nothing to accept, the keys must not go to what is behind the dialog.
        {...(acceptsAtOnce && !canSave && { tabIndex: -1, 'data-autofocus': true })}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {children}
        {/* A form of several lines is sent by Enter only when it has a button of its own. */}
        <button type="submit" hidden tabIndex={-1} />
      </form>
    </DialogFrame>
  );
}
