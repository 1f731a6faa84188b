/** A cell that becomes its field in place; nothing else moves. Enter saves, Escape restores. */
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { onKeys } from './use-shortcuts.ts';
import styles from './inline-edit.module.css';

/** Where the editor leaves to: Enter goes down, with Shift up, Tab to the side, a click elsewhere stays. */
export type EditMove = 'down' | 'up' | 'right' | 'left' | 'stay';

type InlineEditProps = {
  readonly label: string;
  /** The text to begin with. */
  readonly initial: string;
  /** Typed already, in the place of what was there. */
  readonly typed?: string;
  readonly align?: 'start' | 'end';
  readonly mono?: boolean;
  /** What the text comes to, floating under the field, such as = 4,000; or its fault. */
  readonly preview?: (text: string) => { readonly note?: ReactNode; readonly fault?: ReactNode };
  /** Called once with the text when it may be saved; the caller closes the editor. */
  readonly onSave: (text: string, move: EditMove) => void;
  readonly onCancel: () => void;
};

export function InlineEdit(props: InlineEditProps) {
  const { label, align = 'start', mono = false } = props;
  const { text, setText, note, fault, save, cancel } = useEditing(props);
  const keys = onKeys({
    enter: () => save('down'),
    'shift+enter': () => save('up'),
    tab: () => save('right'),
    'shift+tab': () => save('left'),
    escape: cancel,
  });
  return (
    <span className={styles.edit} data-fault={fault !== undefined || undefined}>
      <input
        className={mono ? 'cf-mono' : undefined}
        style={{ textAlign: align }}
        value={text}
        aria-label={label}
        aria-invalid={fault !== undefined || undefined}
        autoFocus
        onFocus={(event) => {
          if (props.typed === undefined) event.currentTarget.select();
        }}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          keys(event);
          // The table around it has its own meaning for arrows and letters.
          event.stopPropagation();
        }}
        onBlur={() => (fault === undefined ? save('stay') : cancel())}
      />
      {(fault ?? note) !== undefined && (
        <span className={styles.float} data-align={align} role="status">
          {fault ?? note}
        </span>
      )}
    </span>
  );
}

/** The text until it is saved or given up, once: a blur that follows Enter or Escape is not another decision. */
function useEditing({ initial, typed, preview, onSave, onCancel }: InlineEditProps) {
  const [text, setText] = useState(typed ?? initial);
  const left = useRef(false);
  const { note, fault } = preview?.(text) ?? {};
  const leave = (decision: () => void): void => {
    if (left.current) return;
    left.current = true;
    decision();
  };
  const save = (move: EditMove): void => {
    if (fault !== undefined) return;
    leave(text === initial && move === 'stay' ? onCancel : () => onSave(text, move));
  };
  return { text, setText, note, fault, save, cancel: () => leave(onCancel) };
}
