/** Which key an event is, as `mod+shift+k`: pure, so that handlers are tables of keys. */
import { modifierHeld } from './key-label.ts';

type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

/** `enter`, `escape`, `arrowup`, `mod+k`, `shift+arrowdown`, `a`, `?`: shift is not said for signs that need it. */
export function keyOf(event: KeyPress): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  const parts = [
    modifierHeld(event) && 'mod',
    event.altKey && 'alt',
    event.shiftKey && !isSign && 'shift',
    key,
  ];
  return parts.filter(Boolean).join('+');
}

/** Whether a field that takes text needs the key itself: letters, arrows, Enter, and the keys of editing. */
export function belongsToText(keys: string): boolean {
  if (editingKeys.has(keys)) return true;
  return !keys.startsWith('mod+') && !keys.startsWith('alt+') && !/^(shift\+)?f\d+$/.test(keys);
}

/** Whether the focused element takes text, so that plain keys belong to it. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
  // The field that stands for the active cell of a table takes none before the table has had the key.
  if (target.dataset.cellCatcher !== undefined) return false;
  return target instanceof HTMLInputElement && !buttonTypes.has(target.type);
}

const buttonTypes: ReadonlySet<string> = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file']);

const editingKeys: ReadonlySet<string> = new Set([
  'mod+a',
  'mod+c',
  'mod+v',
  'mod+x',
  'mod+y',
  'mod+z',
  'mod+shift+z',
]);

/** Controls that the arrows move within. */
const moved =
  'input[type="radio"], [role="radiogroup"], [role="tablist"], [role="menu"], [role="listbox"], [role="slider"]';

/**
 * Whether the control with the focus has a use of its own for the key: Enter on a link or a button that does not pass it
 * on (`data-enter-passes`), arrows among choices.
 */
export function belongsToControl(keys: string, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (keys === 'enter') return target.closest('a[href], button:not([data-enter-passes])') !== null;
  return keys.startsWith('arrow') && target.closest(moved) !== null;
}
