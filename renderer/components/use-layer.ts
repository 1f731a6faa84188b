import { useEffect, useEffectEvent } from 'react';
import { isComposing } from './composing.ts';
import { keyOf } from './key-bindings.ts';

/** What Escape closes, the topmost last. */
const layers: symbol[] = [];

interface LayerKeys {
  readonly escape: () => void;
  /** Ctrl+Enter, wherever the focus is, unless what has it took the key. */
  readonly accept?: (() => void) | undefined;
}

/** Escape closes the topmost open layer, but not while an input method composes or a drop-down of it is open. */
export const useEscape = (active: boolean, onEscape: () => void): void =>
  useLayer(active, { escape: onEscape });

/** The keys of a layer reach the topmost one alone, also before the focus is in it, or after a click beside its fields. */
export function useLayer(active: boolean, keys: LayerKeys): void {
  const onEscape = useEffectEvent((event: KeyboardEvent, layer: symbol) => {
    if (event.key !== 'Escape' || layers.at(-1) !== layer || event.defaultPrevented) return;
    if (isComposing(event) || closesDropDown(event.target)) return;
    event.preventDefault();
    keys.escape();
  });
  const onAccept = useEffectEvent((event: KeyboardEvent, layer: symbol) => {
    if (keys.accept === undefined || keyOf(event) !== 'mod+enter') return;
    if (layers.at(-1) !== layer || event.defaultPrevented || isComposing(event)) return;
    event.preventDefault();
    // A key that is held would accept what comes next unseen.
    if (!event.repeat) keys.accept();
  });
  useEffect(() => {
    if (!active) return;
    const layer = Symbol('layer');
    const down = (event: KeyboardEvent): void => onEscape(event, layer);
    const up = (event: KeyboardEvent): void => onAccept(event, layer);
    layers.push(layer);
    // Capture: a drop-down closes itself on the way back, and would look closed by then.
    document.addEventListener('keydown', down, { capture: true });
    document.addEventListener('keydown', up);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      document.removeEventListener('keydown', down, { capture: true });
      document.removeEventListener('keydown', up);
    };
  }, [active]);
}

/** Mantine marks fields with an open drop-down so. */
const closesDropDown = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.getAttribute('data-mantine-stop-propagation') === 'true';
