import { useState } from 'react';
import type { ClipboardEvent, CSSProperties, KeyboardEvent, RefObject } from 'react';
import { beginsText } from './begins-text.ts';
import { isComposing } from './composing.ts';
import styles from './data-table.module.css';

type CellCatcherProps = {
  readonly catcher: RefObject<HTMLInputElement | null>;
  /** The cell that is active, and what it holds. */
  readonly label: string;
  /** Where it stands in the window, asked when something is composed into it. */
  readonly cell: () => Element | null;
  /** What an input method gives, composed or not. */
  readonly onCommitted: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
};

/**
 * Has the focus for the active cell: an input method composes only into a field, so that Chinese can be typed into a
 * cell straight away. Nobody sees it but while something is composed.
 */
export function CellCatcher({ catcher, label, cell, onCommitted, ...handlers }: CellCatcherProps) {
  const [place, setPlace] = useState<CSSProperties>();
  const begin = (field: HTMLInputElement): void => {
    const [at, frame] = [cell()?.getBoundingClientRect(), field.offsetParent?.getBoundingClientRect()];
    if (at === undefined || frame === undefined) return;
    const { width, height } = at;
    setPlace({ left: at.left - frame.left, top: at.top - frame.top, width, height });
  };
  return (
    <input
      ref={catcher}
      className={styles.catcher}
      style={place}
      data-composing={place !== undefined || undefined}
      data-cell-catcher
      aria-label={label}
      tabIndex={-1}
      autoComplete="off"
      {...handlers}
      onInput={(event) => {
        if (place !== undefined) return;
        const text = event.currentTarget.value;
        event.currentTarget.value = '';
        // Some input methods commit a text without composing it, as do dictation and the list of emoji.
        if (!isComposing(event) && beginsText(text)) onCommitted(text);
      }}
      onCompositionStart={(event) => begin(event.currentTarget)}
      onCompositionEnd={(event) => {
        setPlace(undefined);
        event.currentTarget.value = '';
        if (event.data !== '') onCommitted(event.data);
      }}
    />
  );
}
