/** Which messages about what was done give way to a new one, so that they never pile up over the list. */

/** So many at a time. */
export const atOnce = 3;

export interface ToldToast {
  readonly id: string;
  /** A result that goes by itself, one that is to be read or acted on, or what runs or waits for an answer. */
  readonly kind: 'result' | 'long' | 'kept';
  readonly offersUndo: boolean;
}

/**
 * The ids of those that go. Only the latest change is offered to be undone; results go before what is to be read, the
 * oldest first, and what waits for an answer never does, however many there are.
 */
export function givingWay(shown: readonly ToldToast[], next: Omit<ToldToast, 'id'>): string[] {
  const outdone = shown.filter(({ kind, offersUndo }) => kind !== 'kept' && next.offersUndo && offersUndo);
  const left = shown.filter((one) => !outdone.includes(one));
  const ordered = [
    ...left.filter(({ kind }) => kind === 'result'),
    ...left.filter(({ kind }) => kind === 'long'),
  ];
  const tooMany = Math.max(0, left.length + 1 - atOnce);
  return [...outdone, ...ordered.slice(0, tooMany)].map(({ id }) => id);
}
