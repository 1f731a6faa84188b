import { useEffect, useEffectEvent } from 'react';
import { isComposing } from './composing.ts';

/** What Escape closes, the topmost last. */
const layers: symbol[] = [];

/** Escape closes the topmost open layer, but not while an input method composes or a drop-down of it is open. */
export function useEscape(active: boolean, onEscape: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent, layer: symbol) => {
    if (event.key !== 'Escape' || layers.at(-1) !== layer || event.defaultPrevented) return;
    if (isComposing(event) || closesDropDown(event.target)) return;
    event.preventDefault();
    onEscape();
  });
  useEffect(() => {
    if (!active) return;
    const layer = Symbol('layer');
    const listen = (event: KeyboardEvent): void => onKeyDown(event, layer);
    layers.push(layer);
    // Capture: a drop-down closes itself on the way back, and would look closed by then.
    document.addEventListener('keydown', listen, { capture: true });
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      document.removeEventListener('keydown', listen, { capture: true });
    };
  }, [active]);
}

/** Mantine marks fields with an open drop-down so. */
const closesDropDown = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.getAttribute('data-mantine-stop-propagation') === 'true';
