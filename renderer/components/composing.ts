/**
 * The one guard against input methods: while somebody composes Chinese, Enter picks a candidate and Escape drops it,
 * and neither may save, send or close anything. Every handler of Enter, Escape or a shortcut asks it.
 *
 * Three signs, because no one of them covers every browser and input method: `isComposing` on the event, the key code
 * 229 (set for a key that the input method took, also after the composition has ended, as on macOS), and
 * the composition events themselves.
 */

/** The key code of a key that an input method has taken. */
const TAKEN_BY_INPUT_METHOD = 229;

type KeyEvent = { readonly isComposing?: boolean; readonly keyCode?: number };
/** A DOM event, or React's around it. */
export type GuardedEvent = KeyEvent & { readonly nativeEvent?: KeyEvent };

export type CompositionGuard = {
  /** Whether the key belongs to the input method. */
  readonly isComposing: (event: GuardedEvent) => boolean;
  /** Whether a text is being composed now. */
  readonly isOpen: () => boolean;
  /** Tells of every beginning and end until what it gives is called. */
  readonly watch: (onChange: () => void) => () => void;
};

/** Watches the composition events that bubble up to `root`. */
export function createCompositionGuard(root: EventTarget): CompositionGuard {
  let open = false;
  const watchers = new Set<() => void>();
  const become = (next: boolean): void => {
    if (next === open) return;
    open = next;
    for (const tell of watchers) tell();
  };
  const begin = (): void => become(true);
  const end = (): void => become(false);
  root.addEventListener('compositionstart', begin, { capture: true });
  root.addEventListener('compositionend', end, { capture: true });
  // A field that goes away or loses focus in the middle may never see its compositionend.
  root.addEventListener('focusout', end, { capture: true });
  return {
    isComposing: (event) => open || isTaken(event),
    isOpen: () => open,
    watch: (onChange) => {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}

function isTaken(event: GuardedEvent): boolean {
  const key = event.nativeEvent ?? event;
  return key.isComposing === true || key.keyCode === TAKEN_BY_INPUT_METHOD;
}

const shared = createCompositionGuard(typeof document === 'undefined' ? new EventTarget() : document);

/** The shared guard of this window. */
export const isComposing = (event: GuardedEvent): boolean => shared.isComposing(event);

/** The same, for what waits until a text stands. */
export const { isOpen: isComposingNow, watch: watchComposing } = shared;
