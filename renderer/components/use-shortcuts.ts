import { useEffect, useEffectEvent } from 'react';
import type { KeyboardEvent as ReactKeyboardEvent } from 'react';
import { isComposing } from './composing.ts';
import { belongsToControl, belongsToText, keyOf, takesText } from './key-bindings.ts';

/** Keys to actions, such as `{ 'mod+k': openPalette, '?': showKeys, a: assign }`. */
export type Shortcuts = Readonly<Record<string, ((event: KeyboardEvent) => void) | undefined>>;

/**
 * Keys that are valid on the whole page. Letters and the keys of editing leave fields alone, Enter and arrows the control that has the focus; nothing fires while an input method
 * composes, when a control has used the key already, or behind an open dialog (unless `overDialogs`).
 */
export function useShortcuts(shortcuts: Shortcuts, options: { readonly overDialogs?: boolean } = {}): void {
  const { overDialogs = false } = options;
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isComposing(event)) return;
    const keys = keyOf(event);
    const action = shortcuts[keys];
    if (!action) return;
    if (belongsToText(keys) && takesText(event.target)) return;
    if (belongsToControl(keys, event.target)) return;
    if (!overDialogs && document.querySelector('[role="dialog"][aria-modal="true"]')) {
      // The browser's own undo would take back what was typed behind the dialog.
      if (keys.startsWith('mod+') && belongsToText(keys)) event.preventDefault();
      return;
    }
    event.preventDefault();
    action(event);
  });
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

type KeyActions = Readonly<Record<string, ((event: ReactKeyboardEvent) => void) | undefined>>;

/** For `onKeyDown` of one element: runs the action of the key unless an input method has it. */
export function onKeys(actions: KeyActions): (event: ReactKeyboardEvent) => void {
  return (event) => {
    if (isComposing(event)) return;
    const action = actions[keyOf(event)];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action(event);
  };
}
