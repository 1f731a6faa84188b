/** The element of an item's row, so that the rest of the page can point at it. */
export const itemElementId = (itemId: string): string => `item-${itemId}`;

/** Brings an item's row into view and the keyboard to its first control. */
export function focusItem(itemId: string): void {
  const row = document.getElementById(itemElementId(itemId));
  row?.scrollIntoView({ block: 'nearest' });
  row?.querySelector<HTMLElement>('button, input')?.focus();
}

/** The element of the pre-check, likewise. */
export const preCheckElementId = 'pre-check';

/** The elements of the reviewer's calls and of the submissions, likewise. */
export const callsElementId = 'calls';
export const ledgerElementId = 'ledger';

/** Brings a part of the page into view and the keyboard to its first button, else to its first control. */
export function focusPart(elementId: string): void {
  const section = document.getElementById(elementId);
  section?.scrollIntoView({ block: 'nearest' });
  const first = (of: string): HTMLElement | null | undefined => section?.querySelector<HTMLElement>(of);
  (first('button') ?? first('summary, a, input'))?.focus();
}

/** Brings the pre-check into view and the keyboard to its first control. */
export function focusPreCheck(): void {
  focusPart(preCheckElementId);
}
