/** Keys as they are written: 'mod+k' is Ctrl K, on a Mac ⌘ K. */
const isMac = typeof navigator !== 'undefined' && navigator.userAgent.includes('Macintosh');

const names: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  enter: 'Enter',
  escape: 'Esc',
  tab: 'Tab',
  space: 'Space',
  delete: 'Del',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  pageup: 'PgUp',
  pagedown: 'PgDn',
};
const macNames: Readonly<Record<string, string>> = { mod: '⌘', alt: '⌥', shift: '⇧', ctrl: '⌃' };

export function keyLabel(keys: string, mac = isMac): string {
  return keys
    .split('+')
    .map((part) => (mac ? macNames[part] : undefined) ?? names[part] ?? part.toUpperCase())
    .join(' ');
}

/** Which modifier `mod` stands for here. */
export const modifierHeld = (event: { readonly ctrlKey: boolean; readonly metaKey: boolean }): boolean =>
  isMac ? event.metaKey : event.ctrlKey;
