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

/** Brings the pre-check into view and the keyboard to its first control. */
export function focusPreCheck(): void {
  const section = document.getElementById(preCheckElementId);
  section?.scrollIntoView({ block: 'nearest' });
  section?.querySelector<HTMLElement>('button, summary')?.focus();
}
